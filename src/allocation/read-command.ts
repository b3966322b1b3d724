import { loneSurrogateAt, type InputError, type Result } from "../core/index.js";
import type { SeatCommand, Start } from "./command.js";
import { ID_LENGTH, parseSeatCommand } from "./parse.js";
import { consumes, factsOf } from "./session.js";

/**
 * A command as it is obeyed: a copy, read once, so that nothing its sender does later matters. Those that come all the time
 * are seen at a glance; what is not plainly well formed goes through the parser, which says what is wrong.
 */
export function readCommand(command: SeatCommand): Result<SeatCommand, InputError> {
  const copy = glance(command);
  return copy === undefined ? parseSeatCommand(command) : { ok: true, value: copy };
}

function glance(command: SeatCommand): SeatCommand | undefined {
  try {
    const { type, data } = command;
    switch (type) {
      case "end": {
        const { session, at } = data;
        return isId(session) && isTime(at) ? { type, data: { session, at } } : undefined;
      }
      case "renew": {
        const { session, leaseUntil, at } = data;
        const isPlain = isId(session) && isTime(at) && (leaseUntil === undefined || isTime(leaseUntil));
        return isPlain ? { type, data: { session, leaseUntil, at } } : undefined;
      }
      case "start": {
        const { leaseUntil, at } = data;
        const start = { ...factsOf(data), leaseUntil, at };
        return isStart(start) ? { type, data: start } : undefined;
      }
      default:
        return undefined;
    }
  } catch {
    return undefined; // no object, or one that throws when it is looked at
  }
}

function isStart(start: Start): boolean {
  return (
    isId(start.session) &&
    Object.hasOwn(consumes, start.application) &&
    isId(start.infobase) &&
    isId(start.user) &&
    isId(start.computer) &&
    (start.terminalSession === undefined || isId(start.terminalSession)) &&
    isOptionalFlag(start.throughWebServer) &&
    isOptionalFlag(start.hardwareLicenses) &&
    (start.leaseUntil === undefined || isTime(start.leaseUntil)) &&
    isTime(start.at)
  );
}

function isId(text: unknown): boolean {
  return typeof text === "string" && text.length > 0 && text.length <= ID_LENGTH && loneSurrogateAt(text) < 0;
}

function isTime(time: unknown): boolean {
  return Number.isSafeInteger(time);
}

function isOptionalFlag(flag: unknown): boolean {
  return flag === undefined || typeof flag === "boolean";
}
