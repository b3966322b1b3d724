import type { KitNumber } from "./kit-number.js";
import { mustChoose, type ClientSet, type KitDefinition, type LicenseType } from "./kit.js";
import type { Pin } from "./pin.js";

/**
 * A kit of PINs, as a JSON value. What a PIN can become, and by which command:
 *
 * | from       | acquire | recover, as the current PIN                      | recover, as the spare one | cancel    |
 * | ---------- | ------- | ------------------------------------------------ | ------------------------- | --------- |
 * | unused     | current | –                                                | current                   | cancelled |
 * | current    | –       | current (unchanged), superseded (with a spare)   | –                         | cancelled |
 * | superseded | –       | –                                                | –                         | –         |
 * | cancelled  | –       | –                                                | –                         | –         |
 * | void       | –       | –                                                | –                         | –         |
 *
 * - A dash is a refusal, and changes nothing.
 * - `void` is not stored: it is what an unused PIN of one client set is once a license was acquired from the other.
 * - `acquire` needs a free place (PN-08), and a PIN that was not issued for one license only (PN-14).
 * - `issueAdditional` appends an unused PIN; `note` changes no state.
 *
 * @rule PN-07, PN-08, PN-12, PN-20, PN-22
 * @source S2 p. 21 ff., 29 ff.
 */
export type PinKitState = UnopenedKit | OpenKit;

/** Nothing yet: only `open` is possible. */
export interface UnopenedKit {
  readonly status: "unopened";
}

/** A kit that was opened. Stored ones come back through `parsePinKitState`. */
export interface OpenKit {
  readonly status: "open";
  readonly kit: KitNumber;
  readonly definition: KitDefinition;
  /** The client set from which the first license was acquired: the other is void for good. `null`: none yet. @rule PN-07 */
  readonly chosen: ClientSet | null;
  readonly sets: { readonly [S in LicenseType]: SetCounts };
  /** Recoveries so far; counted only where the definition limits them for the whole kit (PN-24). */
  readonly recoveries: number;
  /**
   * Every PIN, in pages of 64 (an event copies one page, not all of them): set by set as the kit's document lists them,
   * additional ones behind, as they were issued. A PIN's position counts from 0 through all pages.
   */
  readonly pages: readonly (readonly PinRecord[])[];
  /** Positions of the kit's own PINs, in their order: a command finds its PIN without looking at all of them. */
  readonly order: readonly number[];
}

/** What is counted of a set, so that no command has to count. Of a set that the kit does not have, there is nothing. */
export interface SetCounts {
  /** PINs, additional ones included. */
  readonly pins: number;
  /** Places that are taken (PN-08). */
  readonly taken: number;
  /** The position of its first unused PIN; -1 where none is left. */
  readonly firstUnused: number;
}

/** One PIN of a kit. */
export type PinRecord = UnusedPin | CurrentPin | SupersededPin | CancelledPin;

/** What is known of every PIN. */
export interface PinPlace {
  readonly set: LicenseType;
  /** Where the PIN stands in its set, counted from 1; additional ones follow. */
  readonly place: number;
}

interface AnyPin extends PinPlace {
  readonly pin: Pin;
  /** Words on it; empty where there are none (PN-23). */
  readonly note: string;
  /** The license that an additional PIN was issued for: the PIN it was first acquired with. `null`: it is of the kit. */
  readonly issuedFor: Pin | null;
}

export interface UnusedPin extends AnyPin {
  readonly state: "unused";
}

/** In use: a license is active under it. */
export interface CurrentPin extends AnyPin, LicenseFacts {
  readonly state: "current";
  /** Names the state of the computer that the license is bound to. */
  readonly reference: string;
  /** Recoveries with this PIN; counted only where the definition limits them (PN-24). */
  readonly recoveries: number;
}

/** Its license goes on under another PIN. Never accepted again. */
export interface SupersededPin extends AnyPin, LicenseFacts {
  readonly state: "superseded";
  readonly supersededBy: Pin;
}

/** Taken away by an operator; where it was in use, its license was revoked. */
export interface CancelledPin extends AnyPin {
  readonly state: "cancelled";
  readonly since: number;
  /** As of a current PIN; `null` where it never was in use. */
  readonly acquiredWith: Pin | null;
  readonly computer: string | null;
}

interface LicenseFacts {
  /** The PIN that the license was first acquired with. */
  readonly acquiredWith: Pin;
  /** When the PIN came into this state. Milliseconds since 1970 UTC. */
  readonly since: number;
  /** The computer's name. `null`: not known. */
  readonly computer: string | null;
}

/** What a PIN is: its stored state, or `void`. See {@link PinKitState}. */
export type PinState = PinRecord["state"] | "void";

/** How many PINs a kit has, additional ones included. */
export function pinCount({ sets }: OpenKit): number {
  return sets["single-user"].pins + sets["multi-user"].pins + sets.server.pins;
}

/** Whether a set can no longer be used, because the other one was chosen. @rule PN-07, PN-17 */
export function isVoid({ chosen, definition }: OpenKit, set: LicenseType): boolean {
  return chosen !== null && set !== "server" && set !== chosen && mustChoose(definition);
}

/** What a PIN is now, `void` included. */
export function stateOf(kit: OpenKit, record: PinRecord): PinState {
  return record.state === "unused" && isVoid(kit, record.set) ? "void" : record.state;
}
