import { loneSurrogateAt, type InputError } from "../core/index.js";
import type { SeatCommand } from "./command.js";
import { ID_LENGTH, parseSeatCommand } from "./parse.js";
import { consumes, type SessionFacts } from "./session.js";

/** What is wrong with the form of a command; `undefined`: nothing. @rule SP-02 */
export function faultOf(command: SeatCommand): InputError | undefined {
  if (isPlain(command)) return undefined;
  const parsed = parseSeatCommand(command);
  return parsed.ok ? undefined : parsed.error;
}

/** Whether one of the commands that come all the time is well formed: seen at a glance, without the parser. */
function isPlain(command: SeatCommand): boolean {
  try {
    const { type, data } = command;
    if (!Number.isSafeInteger(data.at)) return false;
    if (type === "end") return isId(data.session);
    if (type === "renew") return isId(data.session) && isOptionalTime(data.leaseUntil);
    return type === "start" ? areFacts(data) && isOptionalTime(data.leaseUntil) : type === "tick";
  } catch {
    return false; // no object, or one that throws when it is looked at
  }
}

function areFacts(data: SessionFacts): boolean {
  return (
    isId(data.session) &&
    Object.hasOwn(consumes, data.application) &&
    isId(data.infobase) &&
    isId(data.user) &&
    isId(data.computer) &&
    (data.terminalSession === undefined || isId(data.terminalSession)) &&
    isOptionalFlag(data.throughWebServer) &&
    isOptionalFlag(data.hardwareLicenses)
  );
}

function isId(text: unknown): boolean {
  return typeof text === "string" && text.length > 0 && text.length <= ID_LENGTH && loneSurrogateAt(text) < 0;
}

function isOptionalTime(time: unknown): boolean {
  return time === undefined || Number.isSafeInteger(time);
}

function isOptionalFlag(flag: unknown): boolean {
  return flag === undefined || typeof flag === "boolean";
}
