import * as licit from "../../allocation/index.js";
import {
  seats,
  type Configuration,
  type InstalledLicense,
  type SeatCommand,
  type SeatEvent,
  type SeatState,
  type Start,
} from "../../allocation/index.js";
import type { AllocationSubject, Subject } from "../subject.js";
import type { SeatDecision } from "./desk.js";

/** This library with some of its functions in another way. */
export function other(functions: Partial<AllocationSubject>): Subject {
  return { allocation: { ...licit, ...functions } };
}

/** A machine that decides in another way. */
export function deciding(how: (command: SeatCommand, state: SeatState) => SeatDecision): Subject {
  return other({ seats: { ...seats, decide: (command, state) => how(command, own(state)) } });
}

/** A machine that understands commands in another way. */
export function hearing(how: (command: SeatCommand, state: SeatState) => SeatCommand): Subject {
  return deciding((command, state) => seats.decide(how(command, state), state));
}

/** A machine that hears of sessions in another way. */
export function starting(how: (start: Start, state: SeatState) => Start): Subject {
  return hearing((command, state) =>
    command.type === "start" ? { type: "start", data: how(command.data, state) } : command,
  );
}

/** A machine that installs licenses in another way. */
export function installing(how: (license: InstalledLicense) => InstalledLicense): Subject {
  return hearing((command) =>
    command.type === "install"
      ? { type: "install", data: { ...command.data, license: how(command.data.license) } }
      : command,
  );
}

/** A machine that leaves some licenses in their envelope. */
export function leavingOut(which: (license: InstalledLicense, state: SeatState) => boolean): Subject {
  return deciding((command, state) =>
    command.type === "install" && which(command.data.license, state)
      ? { ok: true, events: [] }
      : seats.decide(command, state),
  );
}

/** A machine that is told of another site, or of other policies. */
export function configuring(how: (told: Configuration) => Configuration): Subject {
  return hearing((command) =>
    command.type === "configure" ? { type: "configure", data: how(command.data) } : command,
  );
}

/** A machine that tries in another way what it denies. */
export function insisting(again: (start: Start) => Start | undefined): Subject {
  return deciding((command, state) => {
    const decision = seats.decide(command, state);
    const start = decision.ok || command.type !== "start" ? undefined : again(command.data);
    if (start === undefined) return decision;
    const second = seats.decide({ type: "start", data: start }, state);
    return second.ok ? second : decision;
  });
}

/** A machine to which something else happens. */
export function happening(how: (event: SeatEvent) => SeatEvent): Subject {
  return deciding((command, state) => {
    const decision = seats.decide(command, state);
    return decision.ok ? { ok: true, events: decision.events.map(how) } : decision;
  });
}

/** A machine is handed the states that it made. */
export function own(state: unknown): SeatState {
  return state as SeatState; // nothing else makes them
}
