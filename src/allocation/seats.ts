import type { Decider } from "../core/index.js";
import type { SeatCommand } from "./command.js";
import { decideOn } from "./decide.js";
import type { Denial } from "./denial.js";
import type { SeatEvent } from "./event.js";
import { foldSeats } from "./fold.js";
import { emptyState, storeOf, type SeatState } from "./state.js";

/**
 * The seats of a site as a machine: which licenses are where, who sits on which seat of them, and who must wait.
 *
 * `decide` never throws, and a refusal changes nothing; a denial of a seat carries its whole trail. Before a command is
 * obeyed, all that came due happens, each thing as of its own time. `evolve` throws `TypeError` on an event that it does
 * not know, or that cannot have happened. States never change: old ones stay valid. What a start or an end costs hardly
 * grows with the sessions that run; with the licenses of one computer it grows, and with those who
 * wait, as they are looked at one by one.
 *
 * Outcomes: the codes of {@link Denial}.
 *
 * @rule AL-01 … AL-23, AL-26 … AL-29
 * @source S1; S2 p. 22 ff.; S3
 * @example
 * ```ts
 * import { handle } from "licit";
 * import { freeSeats, seats, type SeatCommand } from "licit/allocation";
 *
 * let state = seats.initialState();
 * const ask = (command: SeatCommand) => {
 *   const answer = handle(seats, command, state);
 *   state = answer.state;
 *   return answer.decision;
 * };
 *
 * // Two terminal users, one license: the second one is denied, and told why.
 * const computers = [{ id: "TERM-1", roles: ["terminal-server" as const] }];
 * const infobases = [{ id: "accounts", mode: "file" as const }];
 * ask({ type: "configure", data: { topology: { computers, infobases }, at: 1 } });
 * ask({ type: "install", data: { license: { type: "single-user", license: "381505376410122-8050525679", computer: "TERM-1" }, at: 2 } });
 *
 * const client = { application: "thin-client", infobase: "accounts", computer: "TERM-1" } as const;
 * ask({ type: "start", data: { ...client, session: "1", user: "Olga", terminalSession: "RDP-1", at: 3 } }).ok; // → true
 * ask({ type: "start", data: { ...client, session: "2", user: "Olga", terminalSession: "RDP-1", at: 4 } }).ok; // → true
 * const third = ask({ type: "start", data: { ...client, session: "3", user: "Ivan", terminalSession: "RDP-2", at: 5 } });
 * third.ok || third.error.code; // → "allocation/none-free"
 *
 * freeSeats(state).map(({ license, seats, used, free }) => ({ license, seats, used, free })); // → [{ license: "381505376410122-8050525679", seats: 1, used: 1, free: 0 }]
 * ```
 */
export const seats: Decider<SeatState, SeatCommand, SeatEvent, Denial> = {
  version: 1,
  initialState: () => emptyState,
  decide(command, state) {
    const store = storeOf(state);
    return decideOn(command, store, () => store);
  },
  evolve(state, event) {
    const store = storeOf(state);
    foldSeats(store, event);
    return store.state();
  },
};
