import type { PinKitCommand, PinRow } from "../../pins/index.js";
import { KIT } from "./kits.js";

/** When whatever a rule tries after a story happens. */
export const at = 99;

/** The same license again. */
export const sameAgain = (pin: string): PinKitCommand => ({
  type: "recover",
  data: { pin, parameters: "unchanged", at },
});
/** The license under a spare PIN, on a changed computer. */
export const withSpare = (pin: string, sparePin: string): PinKitCommand => ({
  type: "recover",
  data: { pin, sparePin, parameters: "changed", reference: "another state", computer: "BUH-7", at },
});

export const current = (rows: readonly PinRow[]): readonly PinRow[] => rows.filter(({ state }) => state === "current");

/** PINs that were issued for one license may serve no other, where the definition says so: the rules on spare PINs pass them by. */
export const ofTheKit = ({ state, additional }: PinRow): boolean => state === "unused" && !additional;

/** A request for an additional PIN that lacks nothing. */
export const completeRequest: {
  readonly kit: string;
  readonly company: string;
  readonly reason: string;
  readonly requestFile: "not-asked";
} = { kit: KIT, company: "Romashka", reason: "a new disk", requestFile: "not-asked" };
