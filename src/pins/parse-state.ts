import * as z from "zod/mini";
import { err, inputError, ok, parseWith, type Fault, type InputError, type Result } from "../core/index.js";
import { checkKit, MAX_PINS, type PinSets } from "./check-kit.js";
import { licenseTypes, placesOf, type ClientSet, type LicenseType } from "./kit.js";
import { definition, license, pin, text } from "./parse.js";
import { firstUnused, orderOf, paged } from "./pages.js";
import type { OpenKit, PinKitState, PinRecord, SetCounts } from "./state.js";

const known = {
  set: license,
  place: z.int().check(z.gte(1)),
  pin,
  note: text,
  issuedFor: z.nullable(pin),
};
const used = { license: pin, since: z.int(), computer: z.nullable(text) };

const record = z.discriminatedUnion("state", [
  z.object({ ...known, state: z.literal("unused") }),
  z.object({ ...known, ...used, state: z.literal("current"), reference: text, recoveries: z.int().check(z.gte(0)) }),
  z.object({ ...known, ...used, state: z.literal("superseded"), supersededBy: pin }),
  z.object({ ...known, ...used, state: z.literal("cancelled"), license: z.nullable(pin) }),
]);

const schema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("unopened") }),
  z.object({
    status: z.literal("open"),
    kit: text,
    definition,
    recoveries: z.int().check(z.gte(0)),
    pages: z.array(z.array(record)),
  }),
]);

/**
 * Takes a stored state of a kit out of an untrusted value. Reports what is not well formed; of what is, whatever no
 * history of the kit leads to: a definition or PINs that contradict each other, licenses of both client sets, more than
 * there are places for. What can be counted is counted anew, not believed.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule PN-07, PN-08, PN-20
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { kits, parsePinKitState, pinKit } from "licit/pins";
 *
 * const pins = { server: ["381505376410122", "996007681344799", "412000000000017"] };
 * const { state } = handle(pinKit, { type: "open", data: { kit: "8050525679", definition: kits.server, pins, at: 1 } }, pinKit.initialState());
 *
 * parsePinKitState(JSON.parse(JSON.stringify(state))); // → { ok: true, value: state }
 * parsePinKitState({ ...state, pages: [] }); // → { ok: false, error: { code: "core/invalid-input", faults: [{ path: ["pages"], rule: "format", expected: "no pins/wrong-pin-count" }] } }
 * ```
 */
export function parsePinKitState(input: unknown): Result<PinKitState, InputError> {
  const parsed = parseWith<Stored>(schema, input, { depth: 5, items: MAX_PINS, members: 20 });
  if (!parsed.ok) return parsed;
  const stored = parsed.value;
  if (stored.status === "unopened") return ok(stored);
  const faults = faultsOf(stored);
  return faults.length === 0 ? ok(counted(stored)) : err(inputError(faults));
}

type Stored = { readonly status: "unopened" } | StoredKit;
type StoredKit = Pick<OpenKit, "status" | "kit" | "definition" | "recoveries" | "pages">;

function faultsOf(stored: StoredKit): readonly Fault[] {
  const { kit, definition } = stored;
  const pins = stored.pages.flat();
  const original = Object.fromEntries(
    licenseTypes.map((set) => [
      set,
      pins.filter((one) => one.set === set && one.issuedFor === null).map((one) => one.pin),
    ]),
  );
  const known = new Set(pins.map((one) => one.pin));
  const contradicts = (what: string): Fault => ({ path: ["pages"], rule: "format", expected: `no ${what}` });
  return [
    ...checkKit({ kit, definition, pins: original satisfies PinSets }).map(({ code }) => contradicts(code)),
    ...(known.size === pins.length ? [] : [contradicts("PIN twice")]),
    ...(pins.every((one) => otherPins(one).every((other) => known.has(other)))
      ? []
      : [contradicts("PIN of elsewhere")]),
    ...(inPlace(pins) ? [] : [contradicts("PIN out of its place")]),
    ...(chosenSets(pins).length > 1 ? [contradicts("license of both client sets")] : []),
    ...licenseTypes
      .filter((set) => countsOf(stored, set).taken > placesOf(definition, set))
      .map(() => contradicts("license beyond the places of its set")),
  ];
}

/** Whether PINs stand as a kit lists them: each set counted from 1, and additional PINs behind all others. */
function inPlace(pins: readonly PinRecord[]): boolean {
  const last = { "single-user": 0, "multi-user": 0, server: 0 };
  const counted = pins.every(({ set, place }) => place === ++last[set]);
  const firstAdditional = pins.findIndex(({ issuedFor }) => issuedFor !== null);
  return counted && (firstAdditional < 0 || pins.slice(firstAdditional).every(({ issuedFor }) => issuedFor !== null));
}

/** The PINs that a record speaks of besides its own. */
function otherPins(record: PinRecord): readonly string[] {
  const license = record.state === "unused" ? null : record.license;
  const supersededBy = record.state === "superseded" ? record.supersededBy : null;
  return [record.issuedFor, license, supersededBy].filter((pin) => pin !== null);
}

/** The kit with everything that follows from its PINs. */
function counted(stored: StoredKit): OpenKit {
  const pins = stored.pages.flat();
  const [chosen] = chosenSets(pins);
  const order = orderOf(pins.filter(({ issuedFor }) => issuedFor === null));
  const sets = {
    "single-user": countsOf(stored, "single-user"),
    "multi-user": countsOf(stored, "multi-user"),
    server: countsOf(stored, "server"),
  };
  return { ...stored, pages: paged(pins), chosen: chosen ?? null, sets, order };
}

/** The client sets from which a license was acquired. */
function chosenSets(pins: readonly PinRecord[]): readonly ClientSet[] {
  const sets = ["single-user", "multi-user"] as const;
  return sets.filter((set) => pins.some((one) => one.set === set && one.state !== "unused" && one.license !== null));
}

function countsOf({ definition, pages }: StoredKit, set: LicenseType): SetCounts {
  const ofSet = pages.flat().filter((one) => one.set === set);
  const kept = definition.cancelledPlaces === "kept";
  const taken = ofSet.filter(
    (one) => one.state === "current" || (kept && one.state === "cancelled" && one.license !== null),
  );
  return { pins: ofSet.length, taken: taken.length, firstUnused: firstUnused(paged(pages.flat()), set, 0) };
}
