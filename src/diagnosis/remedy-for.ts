import type { Outcome, Parameter } from "../fingerprint/index.js";
import type { Dongle } from "../license/index.js";
import { findPin, pinReport, type OpenKit, type Pin, type PinKitState, type UnusedPin } from "../pins/index.js";
import type { Remedy } from "./remedy.js";
import { canAcquire, firstToAcquire, sparesOf, takesSamePin } from "./spares.js";

/** What is known of one license that does not work, or should. */
export interface Situation {
  /** What the comparison of the computer with the license's reference says. */
  readonly outcome: Outcome;
  /** Whether the license file is in a directory where it is found. */
  readonly filePresent: boolean;
  /** The license's PIN. */
  readonly pin: Pin;
  /** Its kit. A stored one comes back through `parsePinKitState`. */
  readonly kit: PinKitState;
  /** Whether the file is kept somewhere else. Absent: not known. */
  readonly backup?: boolean | undefined;
  /** What could not be read, where the outcome is `undetermined`. */
  readonly parameters?: readonly Parameter[] | undefined;
  /** Of a license that is bound to a dongle, this one, and whether it is there. What changed in the computer does not matter then. */
  readonly dongle?: { readonly dongle: Dongle; readonly present: boolean } | undefined;
}

/**
 * What to do about one license: the cheapest that suffices. Where the kit's current PIN would do, a spare one is never named;
 * nor are the digits of any PIN but the one that was handed in.
 *
 * First what the PIN is. `superseded`: nothing suffices here. Cancelled: `ask-center`. Of the set that was not chosen:
 * `use-chosen-set`. Unused: `acquire-license` with it, or `check-pin` where the kit has no place left. Not of the kit:
 * `check-pin`; of a kit that was not opened: `open-kit`. Then, of a PIN in use: `attach-dongle`; `read-again`;
 * `nothing`; `put-file-back`; `same-pin`; `spare-pin`; `request-additional-pin`; and `ask-center` where the kit's
 * definition allows no recovery any more.
 *
 * @rule PN-19
 * @source S2 p. 29 ff., 33; S4
 * @example
 * ```ts
 * import { replay } from "licit";
 * import { remedyFor } from "licit/diagnosis";
 * import { kits, pinKit } from "licit/pins";
 *
 * const pin = "381505376410122";
 * const pins = { "single-user": [pin, "996007681344799", "412000000000017"] };
 * const kit = replay(pinKit, [
 *   { type: "kit-opened", data: { kit: "8050525679", definition: kits["client-1"], pins, at: 1 } },
 *   { type: "license-acquired", data: { pin, set: "single-user", voids: null, reference: "r1", computer: null, at: 2 } },
 * ]);
 *
 * remedyFor({ outcome: "same", filePresent: false, pin, kit }); // → { action: "put-file-back", files: [], otherwise: "same-pin" }
 * remedyFor({ outcome: "same", filePresent: false, backup: false, pin, kit }); // → { action: "same-pin", pin }
 * remedyFor({ outcome: "changed", filePresent: true, pin, kit }); // → { action: "spare-pin", pin, left: 2, first: { set: "single-user", place: 2 } }
 * ```
 */
export function remedyFor(situation: Situation): Remedy {
  return remedyBeside(situation, new Set());
}

/** {@link remedyFor}, where other licenses take spare PINs at the same time: those of `taken`, to which it adds its own. */
export function remedyBeside(situation: Situation, taken: Set<Pin>): Remedy {
  const { pin, kit } = situation;
  if (kit.status !== "open") return { action: "open-kit" };
  const record = findPin(kit, pin);
  switch (record?.state) {
    case undefined:
      return { action: "check-pin", why: "not-in-kit" };
    case "superseded":
      return { action: "superseded", since: record.since };
    case "cancelled":
      return { action: "ask-center", about: "cancelled-pin", otherwise: "purchase" };
    case "unused":
      return ofUnused(kit, record);
    case "current":
      return ofCurrent(situation, kit, () => spend(kit, pin, taken));
  }
}

function ofUnused(kit: OpenKit, { pin }: UnusedPin): Remedy {
  const { chosen } = kit;
  const isVoid = pinReport(kit).some((row) => row.pin === pin && row.state === "void");
  if (!isVoid || chosen === null)
    return canAcquire(kit, pin) ? { action: "acquire-license", pin } : { action: "check-pin", why: "spare" };
  const first = firstToAcquire(kit, [chosen]);
  return { action: "use-chosen-set", set: chosen, ...(first && { first }) };
}

function ofCurrent(
  { outcome, filePresent, pin, backup, parameters = [], dongle }: Situation,
  kit: OpenKit,
  withSpare: () => Remedy,
): Remedy {
  if (dongle?.present === false) return { action: "attach-dongle", dongles: [dongle.dongle] };
  switch (dongle === undefined ? outcome : "same") {
    case "undetermined":
      return { action: "read-again", parameters };
    case "changed":
      return withSpare();
    case "same":
      if (filePresent) return { action: "nothing" };
      if (backup === true) return { action: "put-file-back", files: [] };
      if (backup === undefined) return { action: "put-file-back", files: [], otherwise: "same-pin" };
      return takesSamePin(kit, pin) ? { action: "same-pin", pin } : { action: "ask-center", about: "recovery-limit" };
  }
}

function spend(kit: OpenKit, pin: Pin, taken: Set<Pin>): Remedy {
  const set = findPin(kit, pin)?.set;
  const spares = set === undefined ? [] : sparesOf(kit, pin, set);
  if (spares === false) return { action: "ask-center", about: "recovery-limit" };
  const left = spares.filter((spare) => !taken.has(spare.pin));
  const [first] = left;
  if (first === undefined) return { action: "request-additional-pin", pin };
  taken.add(first.pin);
  return { action: "spare-pin", pin, left: left.length, first: first.place };
}
