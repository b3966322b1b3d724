import * as fc from "fast-check";
import type { Remedy, Situation } from "../../diagnosis/index.js";
import { pinKit, type PinPlace } from "../../pins/index.js";
import { pinNumber } from "../pins/kits.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { kitInUse, use, type KitInUse, type Use } from "./kit-in-use.js";
import { costPlace, listed, remediesOf } from "./laws.js";
import {
  annasComputer,
  annasProfile,
  both,
  computer,
  everyones,
  judged,
  licenseWith,
  message,
  one,
  placeIn,
  valid,
} from "./office.js";
import { fates, holdsOfSurvivors } from "./survivors.js";
import { kitInUse as kitOf5, world } from "./worlds.js";

const rule = rulesFor("diagnosis");

/** The rules on what to do. */
export const remedyRules: readonly Rule[] = [
  rule(
    {
      id: "DG-06",
      statement:
        'Remedies cheapest first: nothing, attach, move a file, a setting, same PIN, spare PIN, letter, purchase. Never: copying a license file, a spare PIN where the reference survives, "firewall off" (the port is named), an emulator.',
      source: "S3 (against it), S2",
    },
    {
      cases: fc.record({
        observed: world,
        fates,
        broken: fc.uniqueArray(fc.nat(4), { minLength: 1 }),
        named: fc.boolean(),
        port: fc.integer({ min: 1, max: 65_535 }),
      }),
      async holds(subject, { observed, broken, named, port, fates: of }) {
        await holdsOfSurvivors(subject, of);
        const surviving = (observed.licenses ?? []).flatMap(({ verdict }) =>
          verdict.outcome === "valid" ? [verdict.license] : [],
        );
        for (const cause of await subject.diagnose(observed)) {
          for (const remedy of remediesOf(cause)) {
            ensure(costPlace(remedy) >= 0, `${cause.code}: ${remedy.action} is no action`);
            ensure(remedy.action !== "open-ports" || remedy.ports.length > 0, "the port is named");
            const survives = remedy.action === "spare-pin" && surviving.some(({ pin }) => pin === remedy.pin);
            ensure(!survives, `${cause.code}: a spare PIN where the reference survives`);
          }
        }

        const file = "20261122093005.lic";
        const works = { licenses: [{ place: placeIn(everyones, file), verdict: valid(one) }] };
        const said = both(
          works,
          message("binding-broken", named ? { file: `C:/ProgramData/1C/licenses/${file}` } : {}),
        );
        for (const cause of await subject.diagnose(said))
          for (const { action } of remediesOf(cause))
            ensure(
              action !== "spare-pin" || cause.evidence.length === 0,
              `${cause.code}: ${action}, though it survives`,
            );

        const moved = {
          system: annasComputer,
          elsewhere: [{ directory: annasProfile.replace("anna", "boris"), name: file }],
        };
        const elsewhere = listed(await subject.diagnose(moved), "diagnosis/file-elsewhere");
        ensureEqual(
          elsewhere.remedy,
          { action: "move-file", files: moved.elsewhere, to: everyones },
          "moved, to where all look",
        );

        const tried = { port, protocol: "tcp", purpose: "other", reachable: false } as const;
        const blocked = listed(await subject.diagnose({ ports: [tried] }), "diagnosis/port-blocked");
        const opened = { from: port, to: port, protocols: ["tcp"], purpose: "other" };
        ensureEqual(blocked.remedy, { action: "open-ports", ports: [opened] }, "the port that was tried");

        const kit = kitOf5(5);
        const licenses = broken.map((at) => judged(licenseWith(pinNumber(at)), { ...computer, memoryBytes: 1 }));
        const several = listed(await subject.diagnose({ licenses, kits: [kit] }), "diagnosis/parameters-changed");
        const names = licenses.map(({ verdict }) => verdict.license?.name ?? "");
        ensureEqual(several.licenses, names, "every license that is broken");
        ensureEqual(
          several.each,
          names.map((license, nth) => {
            // 5 of the 15 PINs are in use: the spare ones begin at the sixth place.
            const first = { set: "single-user", place: 6 + nth };
            return {
              license,
              remedy: { action: "spare-pin", pin: pinNumber(broken[nth] ?? 0), left: 10 - nth, first },
            };
          }),
          "to each its own spare PIN",
        );
        for (let spare = 5; spare < 15; spare++)
          ensure(!JSON.stringify(several).includes(pinNumber(spare)), "no digits of a PIN that nobody named");
      },
    },
  ),
  rule(
    {
      id: "PN-19",
      statement:
        "The remedy is a function of the outcome of the comparison, whether the license file is there, the PIN's state and the kit: nothing; put the file back; read again (undetermined); attach the dongle; same PIN; a spare PIN (how many are left); request an additional PIN; superseded. Cheapest that suffices.",
      source: "S2, S4",
    },
    {
      cases: fc.record({
        use,
        outcome: fc.constantFrom("same" as const, "changed" as const, "undetermined" as const),
        filePresent: fc.boolean(),
        backup: fc.constantFrom(undefined, true, false),
        dongle: fc.constantFrom("none" as const, "none" as const, "present" as const, "absent" as const),
      }),
      async holds(subject, { use: how, outcome, filePresent, backup, dongle }) {
        const kit = kitInUse(how);
        const situation = {
          outcome,
          filePresent,
          ...(backup !== undefined && { backup }),
          ...(outcome === "undetermined" && { parameters: ["disks"] as const }),
          ...(dongle !== "none" && { dongle: { dongle: key, present: dongle === "present" } }),
        };
        const remedyOf = (pin: string, state = kit.state): Promise<Remedy> =>
          Promise.resolve(subject.remedyFor({ ...situation, pin, kit: state }));
        ensureEqual(
          await remedyOf(kit.current, pinKit.initialState()),
          { action: "open-kit" },
          "nothing is known of it",
        );
        const stranger = { action: "check-pin", why: "not-in-kit" };
        ensureEqual(await remedyOf(pinNumber(900)), stranger, "of another kit");
        ensureEqual(
          await remedyOf(kit.void),
          { action: "use-chosen-set", set: "single-user", ...(!kit.full && firstUnused(kit)) },
          "of the set that was not chosen",
        );
        for (const [at, pin] of kit.pins.entries())
          ensureEqual(await remedyOf(pin), expected(kit, at, how, situation), `PIN ${at + 1}, ${kit.was[at] ?? ""}`);
      },
    },
  ),
];

const key = { series: "ORGL8", id: "1" } as const;

function firstUnused({ was }: KitInUse): { readonly first?: PinPlace } {
  const at = was.indexOf("unused");
  return at < 0 ? {} : { first: { set: "single-user", place: at + 1 } };
}

/** The table once more. */
function expected(
  kit: KitInUse,
  at: number,
  { limit }: Use,
  { outcome, filePresent, backup, dongle }: Omit<Situation, "pin" | "kit">,
): unknown {
  const pin = kit.pins[at];
  const was = kit.was[at];
  if (was === "superseded") return { action: "superseded", since: 11 + at };
  if (was === "cancelled") return { action: "ask-center", about: "cancelled-pin", otherwise: "purchase" };
  if (was === "unused") return kit.full ? { action: "check-pin", why: "spare" } : { action: "acquire-license", pin };
  if (dongle?.present === false) return { action: "attach-dongle", dongles: [key] };
  if (dongle === undefined && outcome === "undetermined") return { action: "read-again", parameters: ["disks"] };
  const left = kit.was.filter((state) => state === "unused").length;
  if (dongle === undefined && outcome === "changed") {
    if (limit === "kit" && left > 0) return { action: "ask-center", about: "recovery-limit" };
    return left > 0
      ? { action: "spare-pin", pin, left, ...firstUnused(kit) }
      : { action: "request-additional-pin", pin };
  }
  if (filePresent) return { action: "nothing" };
  if (backup !== false)
    return { action: "put-file-back", files: [], ...(backup === undefined && { otherwise: "same-pin" }) };
  return limit === "none" ? { action: "same-pin", pin } : { action: "ask-center", about: "recovery-limit" };
}
