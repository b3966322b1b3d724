import * as fc from "fast-check";
import type { Cause, ObservedLicense, Remedy } from "../../diagnosis/index.js";
import type { KeyParameters } from "../../fingerprint/index.js";
import { pinNumber } from "../pins/kits.js";
import { ensure, ensureEqual } from "../rule.js";
import { kitInUse } from "./kit-in-use.js";
import { listed, remediesOf } from "./laws.js";
import { both, computer, everyones, invalid, judged, licenseWith, message, placeIn, valid } from "./office.js";
import type { DiagnosisSubject } from "./subject.js";
import { kitInUse as kitOf5 } from "./worlds.js";

/** What became of licenses: of some the reference survives, of others it does not. */
export interface Fates {
  readonly changed: KeyParameters;
  /** How a license shows that its reference survives, whatever the platform said. */
  readonly survivor: "valid" | "expired" | "superseded" | "not-yet-valid";
  /** Which of two comes first. */
  readonly turned: boolean;
  readonly id: string;
  /** Whether the kit has a spare PIN left. */
  readonly spares: boolean;
}

export const fates: fc.Arbitrary<Fates> = fc.record({
  changed: fc.constantFrom<KeyParameters>({ ...computer, memoryBytes: 1 }, { ...computer, networkName: "BUH-7" }),
  survivor: fc.constantFrom("valid" as const, "expired" as const, "superseded" as const, "not-yet-valid" as const),
  turned: fc.boolean(),
  id: fc.constantFrom("1", "2"),
  spares: fc.boolean(),
});

const file = (nth: number): string => `2026112209300${nth}.lic`;
const path = (nth: number): string => `C:/ProgramData/1C/licenses/${file(nth)}`;

/** A spare PIN is spent where the computer changed, and only there. @rule DG-06 */
export async function holdsOfSurvivors(subject: DiagnosisSubject, of: Fates): Promise<void> {
  await neverWhereItSurvives(subject, of);
  await neverForDongles(subject, of);
  await besideSurvivors(subject, of);
  await costliestFirst(subject, of);
}

function ensureNoSpare(causes: readonly Cause[], where: string): void {
  for (const cause of causes.filter(({ evidence }) => evidence.length > 0))
    for (const { action } of remediesOf(cause))
      ensure(action !== "spare-pin" && action !== "request-additional-pin", `${cause.code}: ${action}, ${where}`);
}

/** A license that is the same as ever, and may not be used for another reason, or may. */
function surviving(nth: number, { survivor }: Fates): ObservedLicense {
  const license = licenseWith(pinNumber(nth));
  const place = placeIn(everyones, file(nth));
  const reasons = {
    expired: { code: "license/expired", expiresAt: 5 },
    superseded: { code: "license/superseded" },
    "not-yet-valid": { code: "license/not-yet-valid", issuedAt: 5 },
  } as const;
  return { place, verdict: survivor === "valid" ? valid(license) : invalid(license, reasons[survivor]) };
}

async function neverWhereItSurvives(subject: DiagnosisSubject, of: Fates): Promise<void> {
  const here = { licenses: [surviving(0, of)], kits: [kitOf5(2)] };
  for (const said of [message("binding-broken", { file: path(0) }), message("binding-broken")])
    ensureNoSpare(await subject.diagnose(both(here, said)), `though it is ${of.survivor} here`);
  const activated = { refusal: { code: "pins/already-activated", pin: pinNumber(0) } };
  const again = await subject.diagnose(both(here, activated));
  ensureNoSpare(again, "though its PIN is that of a license that survives here");
  const { remedy } = listed(again, "diagnosis/pin-already-activated");
  ensureEqual(remedy, { action: "same-pin", pin: pinNumber(0) }, "the PIN in use recovers");
  const there = await subject.diagnose({ ...activated, kits: here.kits });
  ensureEqual(
    listed(there, "diagnosis/pin-already-activated").remedy,
    remedy,
    "the PIN in use, of a license elsewhere",
  );
}

/** No hardware change breaks a license that is bound to a dongle. @rule LC-16 */
async function neverForDongles(subject: DiagnosisSubject, { changed, id }: Fates): Promise<void> {
  const dongle = { series: "ORGL8", id };
  const license = licenseWith(pinNumber(0), { binding: { to: "dongle", dongle } });
  const licenses = [
    { place: placeIn(everyones, file(0)), verdict: invalid(license, { code: "license/binding-broken" }, changed) },
  ];
  for (const observed of [
    { licenses },
    { licenses, kits: [kitOf5(1)] },
    both({ licenses, kits: [kitOf5(1)] }, message("binding-broken", { file: path(0) })),
  ]) {
    const { remedy } = listed(await subject.diagnose(observed), "diagnosis/parameters-changed");
    ensureEqual(remedy, { action: "attach-dongle", dongles: [dongle] }, "a license that is bound to a dongle");
  }
}

/** A license that survives says nothing of another one that does not. */
async function besideSurvivors(subject: DiagnosisSubject, of: Fates): Promise<void> {
  const broken = judged(licenseWith(pinNumber(1)), of.changed);
  const both2 = [surviving(0, of), { ...broken, place: placeIn(everyones, file(1)) }];
  const licenses = of.turned ? [...both2].reverse() : both2;
  for (const said of [{}, message("binding-broken", { file: path(1) })]) {
    const cause = listed(
      await subject.diagnose(both({ licenses, kits: [kitOf5(2)] }, said)),
      "diagnosis/parameters-changed",
    );
    const first = { set: "single-user", place: 3 } as const;
    const remedy: Remedy = { action: "spare-pin", pin: pinNumber(1), left: 13, first };
    const name = licenseWith(pinNumber(1)).name;
    ensureEqual([cause.certainty, cause.remedy], ["certain", remedy], "the one that is broken");
    ensureEqual(cause.each, [{ license: name, remedy }], "what the one that is broken needs, and no other");
  }
}

/** Of two broken licenses the second gets no spare PIN where there is but one. */
async function costliestFirst(subject: DiagnosisSubject, { changed, turned, spares }: Fates): Promise<void> {
  // Of 4 PINs the first is superseded, two are in use, and the last is left or cancelled.
  const kit = kitInUse({ pinsPerLicense: 2, spent: 1, full: true, cancels: !spares, limit: "none" });
  const pins = turned ? [pinNumber(2), pinNumber(1)] : [pinNumber(1), pinNumber(2)];
  const licenses = pins.map((pin) => judged(licenseWith(pin), changed));
  const dongle = { series: "ORGL8", id: "1" };
  const bound = licenseWith(pinNumber(7), { binding: { to: "dongle", dongle } });
  const ofDongle = { verdict: invalid(bound, { code: "license/binding-broken" }, changed) };
  const cause = listed(
    await subject.diagnose({ licenses: [...licenses, ofDongle], kits: [kit.state] }),
    "diagnosis/parameters-changed",
  );
  const actions = [spares ? "spare-pin" : "request-additional-pin", "request-additional-pin", "attach-dongle"];
  ensureEqual(
    cause.each?.map(({ remedy }) => remedy.action),
    actions,
    "one spare PIN is spent once",
  );
  ensureEqual(
    cause.remedy,
    { action: "request-additional-pin", pin: pins[spares ? 1 : 0] },
    "what it takes until all work",
  );
}
