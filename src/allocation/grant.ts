import type { SeatPlace } from "./rows.js";
import type { SearchPlace } from "./search-order.js";
import type { UnitKind } from "./unit.js";

/** A seat that a session can have. */
export interface Grant extends SeatPlace {
  readonly kind: UnitKind;
  /** Where it counts. */
  readonly pool: string;
  /** Whether the unit holds it already: then it costs nothing. @rule AL-15 */
  readonly held: boolean;
  /** The number of the reservation that it fills. */
  readonly reservation: number | null;
  readonly searcher: Searcher;
}

/** Who searched, and remembers where it found: a computer, for the clients on it, as a server of theirs, or for itself. @rule AL-11, AL-27 */
export interface Searcher {
  readonly computer: string;
  readonly as: SearchPlace | "server-license";
}

/** Seats to take: of a client license, and of a server license. `null`: none is needed. */
export interface Grants {
  readonly client: Grant | null;
  readonly server: Grant | null;
}
