import { handle } from "licit";
import { center, type CenterEvent } from "licit/center";
import { createRequest, type LicenseRequest, type RequestDetails } from "licit/license";
import { kits, pinCountOf, setsOf, type KitDefinition, type KitName, type LicenseType } from "licit/pins";
import { newComputer } from "../../simulation/src/computers.js";
import type { Dice } from "../../simulation/src/dice.js";
import { newOwner } from "../../simulation/src/owners.js";
import { openDatabase } from "../src/database.js";
import { openEventStore } from "../src/event-store.js";

export const issuer = "Example Vendor";
export const product = "ledger";

/** A kit as it lies on a customer's table: its number, its PINs. */
export interface SoldKit {
  readonly kit: string;
  readonly definition: KitDefinition;
  readonly pins: Readonly<Partial<Record<LicenseType, readonly string[]>>>;
  /** All of them, in the order of the document. */
  readonly all: readonly string[];
}

/** Where events lie: as the center's settings say it. */
export interface Where {
  readonly data: string;
  readonly databaseUrl: string | undefined;
}

const SOLD_AT = Date.UTC(2026, 0, 1);

export function newKit(dice: Dice, name: KitName): SoldKit {
  const definition = kits[name];
  const pins = Object.fromEntries(
    setsOf(definition).map((set) => [set, Array.from({ length: pinCountOf(definition, set) }, () => digits(dice, 15))]),
  );
  return { kit: digits(dice, 10), definition, pins, all: Object.values(pins).flat() };
}

/** The event that a center begins a kit with. */
export function soldAs({ kit, definition, pins }: SoldKit): readonly CenterEvent[] {
  const data = { issuer, product, kit, definition, pins, at: SOLD_AT };
  const { decision } = handle(center, { type: "register-kit", data }, center.initialState());
  if (!decision.ok) throw new Error(`a kit that cannot be sold: ${decision.error.code}`);
  return decision.events;
}

/** Writes kits into the table of events, as a center would. No embedded center may be running on it. */
export async function sellKits(where: Where, sold: readonly SoldKit[]): Promise<void> {
  const database = await openDatabase(where);
  try {
    const store = await openEventStore(database, center.version);
    await Promise.all(sold.map(async (one) => store.append(one.kit, 0, soldAs(one))));
  } finally {
    await database.close();
  }
}

/** A first-time request for a PIN, from a new computer and of a new owner unless others are given. */
export function newRequest(
  dice: Dice,
  { kit }: Pick<SoldKit, "kit">,
  pin: string,
  details: Partial<RequestDetails> = {},
): LicenseRequest {
  const base = {
    issuer,
    product,
    kit,
    operation: "first-time",
    pin,
    owner: newOwner(dice, dice.below(1_000_000)),
    parameters: newComputer(dice, `PC-${dice.digits(6)}`),
    at: SOLD_AT + dice.below(10 ** 9),
  } as const;
  const made = createRequest({ ...base, ...details }, bytesOf(dice));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

/** Bytes that repeat with the seed: for ids only, never for keys. */
export function bytesOf(dice: Dice) {
  return (length: number): Uint8Array => Uint8Array.from({ length }, () => dice.below(256));
}

/** Digits, the first of them not zero. */
function digits(dice: Dice, length: number): string {
  return String(1 + dice.below(9)) + dice.digits(length - 1);
}
