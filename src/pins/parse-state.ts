import * as z from "zod/mini";
import { err, inputError, ok, parseWith, type InputError, type Result } from "../core/index.js";
import { MAX_PINS } from "./check-kit.js";
import type { ClientSet, KitDefinition, LicenseType } from "./kit.js";
import { orderOf, paged } from "./pages.js";
import { definition, licenseType, pin, text } from "./parse.js";
import type { OpenKit, PinKitState, PinRecord, SetCounts, UnopenedKit } from "./state.js";
import { storedFaults, takenIn, type StoredKit } from "./stored-faults.js";

const known = {
  set: licenseType,
  place: z.int().check(z.gte(1)),
  pin,
  note: text,
  issuedFor: z.nullable(pin),
};
const used = { acquiredWith: pin, since: z.int(), computer: z.nullable(text) };

const record = z.discriminatedUnion("state", [
  z.object({ ...known, state: z.literal("unused") }),
  z.object({ ...known, ...used, state: z.literal("current"), reference: text, recoveries: z.int().check(z.gte(0)) }),
  z.object({ ...known, ...used, state: z.literal("superseded"), supersededBy: pin }),
  z.object({ ...known, ...used, state: z.literal("cancelled"), acquiredWith: z.nullable(pin) }),
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
  const parsed = parseWith<UnopenedKit | Paged>(schema, input, { depth: 5, items: MAX_PINS, members: 20 });
  if (!parsed.ok) return parsed;
  if (parsed.value.status === "unopened") return ok(parsed.value);
  const { pages, ...rest } = parsed.value;
  const stored = { ...rest, pins: pages.flat() };
  const faults = storedFaults(stored);
  return faults.length === 0 ? ok(counted(stored)) : err(inputError(faults));
}

type Paged = Omit<StoredKit, "pins"> & Pick<OpenKit, "pages">;

/** The kit with everything that follows from its PINs. */
function counted({ pins, ...rest }: StoredKit): OpenKit {
  return {
    ...rest,
    chosen: chosenIn(pins),
    pages: paged(pins),
    order: orderOf(pins.filter(({ issuedFor }) => issuedFor === null)),
    sets: {
      "single-user": countsOf(rest.definition, pins, "single-user"),
      "multi-user": countsOf(rest.definition, pins, "multi-user"),
      server: countsOf(rest.definition, pins, "server"),
    },
  };
}

/** The client set from which a license was acquired. */
function chosenIn(pins: readonly PinRecord[]): ClientSet | null {
  for (const record of pins) {
    if (record.set !== "server" && record.state !== "unused" && record.acquiredWith !== null) return record.set;
  }
  return null;
}

function countsOf(definition: KitDefinition, pins: readonly PinRecord[], set: LicenseType): SetCounts {
  return {
    pins: pins.filter((record) => record.set === set).length,
    taken: takenIn({ definition, pins }, set),
    firstUnused: pins.findIndex((record) => record.set === set && record.state === "unused"),
  };
}
