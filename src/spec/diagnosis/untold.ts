import type { CauseCode, Observations } from "../../diagnosis/index.js";
import { pinNumber } from "../pins/kits.js";
import {
  annasComputer,
  annasProfile,
  both,
  computer,
  denied,
  everyones,
  judged,
  licenseWith,
  message,
  one,
  placeIn,
  valid,
} from "./office.js";
import { dongles } from "./plants.js";
import { kitInUse } from "./worlds.js";

/** Observations that say less of a cause than somebody could think: it is not surer than that. */
export interface Untold {
  readonly cause: CauseCode;
  readonly observed: Observations;
  readonly atMost: "partial" | "none";
}

const basicPin = "3815 0537 6410 1229";

/** What is as it should be, or is another cause. @rule DG-02 */
export const untold: readonly Untold[] = [
  // A note in nethasp.ini is no fault; nor does a file that nobody needs lie behind anything for certain.
  silent("diagnosis/nethasp-ini", { nethasp: [{ code: "nethasp/no-address", severity: "note" }] }, { nethasp: [] }),
  pointing("diagnosis/nethasp-ini", both(message("no-ini"), dongles({ id: "1", present: false }))),
  // What is seen is not absent, and what is not used is not missed.
  silent("diagnosis/dongle-absent", dongles({ id: "1" })),
  silent("diagnosis/dongle-and-software", dongles({ id: "1" }), {
    licenses: [{ verdict: valid(one) }],
    ...dongles({ id: "1", present: false }),
  }),
  pointing("diagnosis/hardware-licenses-off", {
    ...dongles({ id: "1", present: false }),
    settings: { hardwareLicenses: false },
  }),
  silent("diagnosis/hardware-licenses-off", { settings: { hardwareLicenses: true } }, dongles({ id: "1" })),
  silent("diagnosis/dongle-manager-unreachable", { dongles: { manager: "reachable" } }, message("key-not-on-server")),
  // A license that gives no seats has none that are taken.
  silent("diagnosis/seats-taken", pool(0, 0), pool(2, 1), denied("allocation/not-found", "all-seats-taken")),
  silent("diagnosis/dongles-of-one-series", pool(0, 0), pool(2, 0)),
  // A place that is looked at, or of which nobody knows, does not explain that a file is not found.
  ...(["diagnosis/file-elsewhere", "diagnosis/other-version-directory"] as const).flatMap((cause) => [
    pointing(cause, { elsewhere: [{ directory: annasProfile.replace("anna", "boris"), name: "1.lic" }] }),
    ...[annasProfile, everyones].map((directory) =>
      pointing(cause, { system: annasComputer, elsewhere: [{ directory, name: "1.lic" }] }),
    ),
  ]),
  pointing("diagnosis/other-version-directory", {
    system: annasComputer,
    elsewhere: [{ directory: annasProfile.replace("anna", "boris"), name: "1.lic" }],
  }),
  pointing("diagnosis/file-elsewhere", {
    system: annasComputer,
    elsewhere: [{ directory: "C:\\Program Files\\1cv8\\8.3.20.1\\bin\\conf", name: "1.lic" }],
  }),
  silent(
    "diagnosis/no-license",
    denied("allocation/not-found", "expired"),
    { visible: { usable: [], refused: [{ ...placeIn(everyones, "1.lic"), error: { code: "license/damaged" } }] } },
    { licenses: [{ verdict: valid(one) }] },
  ),
  silent("diagnosis/file-missing", { visible: { usable: [], refused: [] } }, { kits: [kitInUse(1)] }),
  silent("diagnosis/wrong-kind", { system: annasComputer, licenses: [{ verdict: valid(one) }] }),
  silent("diagnosis/server-license-missing", denied("allocation/not-found", "expired"), message("not-found")),
  // A PIN of the other edition is typed well; one of this edition is not of the other.
  silent("diagnosis/pin-mistyped", { wizard: "standard", typedPin: basicPin }, { typedPin: pinNumber(0) }),
  silent(
    "diagnosis/other-edition-pin",
    { wizard: "basic", typedPin: basicPin },
    { wizard: "standard", typedPin: pinNumber(0) },
    { typedPin: basicPin },
    { wizard: "standard", typedPin: "381 505" },
  ),
  ...(["diagnosis/pin-superseded", "diagnosis/pin-cancelled"] as const).map((cause) =>
    silentOf(cause, { licenses: [{ verdict: valid(licenseWith(pinNumber(0))) }], kits: [kitInUse(1)] }),
  ),
  // Too little was read, or enough to tell: never both.
  silent("diagnosis/parameters-changed", {
    licenses: [judged(one, { ...computer, disks: { unreadable: "no rights" } })],
  }),
  silent("diagnosis/parameters-unread", { licenses: [judged(one, { ...computer, disks: [] })] }),
  silent("diagnosis/edition-changed", { edition: { before: "basic", now: "basic" } }),
  silent("diagnosis/owner-mismatch", { owner: { same: true, fields: [] } }),
  silent("diagnosis/center-unreachable", { center: "reachable" }),
  silent("diagnosis/port-blocked", {
    ports: [{ port: 475, protocol: "udp", purpose: "dongle-manager", reachable: true }],
    dongles: { manager: "reachable" },
  }),
  silent("diagnosis/licenses-not-given", { settings: { infobaseGivesLicenses: true, serviceGivesLicenses: true } }),
].flat();

function silentOf(cause: CauseCode, observed: Observations): Untold {
  return { cause, observed, atMost: "none" };
}

function silent(cause: CauseCode, ...all: readonly Observations[]): readonly Untold[] {
  return all.map((observed) => silentOf(cause, observed));
}

function pointing(cause: CauseCode, observed: Observations): Untold {
  return { cause, observed, atMost: "partial" };
}

function pool(seats: number, free: number): Observations {
  const used = seats - free;
  return { seats: [{ computer: "SRV", license: one.name, for: "everyone", seats, used, kept: 0, free }] };
}
