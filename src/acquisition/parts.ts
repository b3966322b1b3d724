import * as z from "zod/mini";
import type { Fault, InputError, Result } from "../core/index.js";
import type { Place } from "./place.js";

// What a stored state is made of, each in one way.

/** @internal */
export const placeSchema: z.ZodMiniType<Place> = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("this-computer") }),
  z.strictObject({ on: z.literal("server"), host: z.string(), port: z.int() }),
]);

/** Reads a part with its own parser; `undefined` where it has faults. */
export function readPart<T>(
  value: unknown,
  path: Fault["path"],
  parse: (input: unknown) => Result<T, InputError>,
  faults: Fault[],
): T | undefined {
  const read = parse(value);
  if (read.ok) return read.value;
  faults.push(...below(path, read.error));
  return undefined;
}

/** Faults of a part, where the whole has it. */
export function below(path: Fault["path"], { faults }: InputError): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}
