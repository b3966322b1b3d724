import type * as fc from "fast-check";
import type { OwnerDifference } from "../../owner/index.js";
import { pinNumber } from "../pins/kits.js";
import { denied, message, other, valid } from "./office.js";
import { kitInUse } from "./worlds.js";
import { details, type Details, type Told } from "./told-details.js";
import { ofFiles, ofLicenses, ofSaid } from "./told-licenses.js";

/** What is to be said exactly, in one case. @rule DG-02 */
export const told: fc.Arbitrary<readonly Told[]> = details.map((of) => [
  ...ofSettings(of),
  ...ofFiles(of),
  ...ofLicenses(of),
  ...ofPins(of),
  ...ofPorts(of),
  ...ofMore(of),
  ...ofSaid(of),
]);

function ofSettings({ else: also, off }: Details): readonly Told[] {
  const give = (setting: "infobase-gives-licenses" | "service-gives-licenses") =>
    ({ remedy: { action: "change-setting", setting, to: "on" } }) as const;
  const cause = "diagnosis/licenses-not-given";
  const setting = "hardware-licenses";
  return [
    {
      cause,
      observed: { settings: { infobaseGivesLicenses: false, serviceGivesLicenses: also } },
      says: give("infobase-gives-licenses"),
    },
    {
      cause,
      observed: { settings: { infobaseGivesLicenses: also, serviceGivesLicenses: false } },
      says: give("service-gives-licenses"),
    },
    {
      cause: "diagnosis/hardware-licenses-off",
      observed: { settings: { hardwareLicenses: false } },
      says: { remedy: { action: "change-setting", setting, to: "on" } },
    },
    {
      cause: "diagnosis/dongle-and-software",
      observed: {
        licenses: [{ verdict: valid(other) }],
        dongles: { seen: [{ dongle: { series: "ORGL8", id: "1" }, present: true }] },
        settings: { hardwareLicenses: off },
      },
      says: { remedy: { action: "change-setting", setting, to: off === false ? "on" : "off" } },
    },
  ];
}

/** Files that are passed over, some for this reason: these and no others are named. */
/** Licenses, some of them bad for this reason: each that is counts, whatever else is said of it. */
function ofPins({ since, wizard, used }: Details): readonly Told[] {
  const typedPin = wizard === "standard" ? "3815053764101229" : pinNumber(0);
  const edition = wizard === "standard" ? "basic" : "standard";
  // Of the kit for 5 workstations all licenses are in use, or the second is the next.
  const first = { set: "single-user", place: used + 1 } as const;
  const more = (what: "client-license" | "server-license") =>
    used === 5 || what === "server-license"
      ? ({ action: "purchase", what } as const)
      : ({ action: "acquire-license", first } as const);
  const kits = [kitInUse(used)];
  const lacking = denied("allocation/not-found", "no-server-license-of-its-level");
  return [
    {
      cause: "diagnosis/pin-superseded",
      observed: { refusal: { code: "pins/superseded", since } },
      says: { remedy: { action: "superseded", since } },
    },
    {
      cause: "diagnosis/pin-cancelled",
      observed: { refusal: { code: "pins/cancelled" } },
      says: { remedy: { action: "ask-center", about: "cancelled-pin", otherwise: "purchase" } },
    },
    {
      cause: "diagnosis/other-edition-pin",
      observed: { wizard, typedPin },
      says: { certainty: "certain", remedy: { action: "use-other-wizard", edition } },
    },
    {
      cause: "diagnosis/no-license",
      observed: { kits, visible: { usable: [], refused: [] } },
      says: { remedy: more("client-license") },
    },
    {
      cause: "diagnosis/wrong-kind",
      observed: { ...message("wrong-kind"), kits },
      says: { remedy: more("client-license") },
    },
    {
      cause: "diagnosis/server-license-missing",
      observed: { ...lacking, kits },
      says: { remedy: more("server-license") },
    },
    {
      cause: "diagnosis/places-taken",
      observed: { refusal: { code: "pins/no-place-left" } },
      says: { remedy: { action: "same-pin", otherwise: "purchase" } },
    },
  ];
}

function ofPorts({ bad, first }: Details): readonly Told[] {
  const ports = bad.map((is, at) => ({ port: first + at, protocol: "tcp", purpose: "other", reachable: !is }) as const);
  const open = ports.flatMap(({ port, reachable }) =>
    reachable ? [] : [{ from: port, to: port, protocols: ["tcp"] as const, purpose: "other" as const }],
  );
  const usual = { from: 475, to: 475, protocols: ["tcp", "udp"], purpose: "dongle-manager" } as const;
  const cause = "diagnosis/port-blocked";
  return [
    ...(open.length > 0
      ? [{ cause, observed: { ports }, says: { remedy: { action: "open-ports", ports: open } } } as const]
      : []),
    ...[message("dongle-manager"), { dongles: { manager: "unreachable" } } as const].map((observed) => ({
      cause: "diagnosis/port-blocked" as const,
      observed,
      says: { certainty: "partial", remedy: { action: "open-ports", ports: [usual] } } as const,
    })),
  ];
}

function ofMore({ words: [before = "", now = ""], fields, bad }: Details): readonly Told[] {
  const differences: readonly OwnerDifference[] = fields.map((field) => ({ field, hint: "different" }));
  const seen = bad.map((is, at) => ({ dongle: { series: `S${at}`, id: "1" }, present: !is }));
  const gone = seen.flatMap(({ dongle, present }) => (present ? [] : [dongle]));
  return [
    {
      cause: "diagnosis/edition-changed",
      observed: { edition: { before, now } },
      says: { remedy: { action: "return-to-edition", edition: before } },
    },
    {
      cause: "diagnosis/owner-mismatch",
      observed: { owner: { same: false, fields: differences } },
      says: { remedy: { action: "correct-owner", fields: differences } },
    },
    ...(gone.length === 0
      ? []
      : [
          {
            cause: "diagnosis/dongle-absent",
            observed: { dongles: { seen } },
            says: { remedy: { action: "attach-dongle", dongles: gone } },
          } as const,
        ]),
  ];
}

/** Steps of a search, and messages, some of which say so: each that does counts. */
