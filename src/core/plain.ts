import type { Fault } from "./input.js";

/** How far a plain copy follows its input. Everything beyond becomes a {@link foreign} value. */
export interface PlainLimits {
  /** Levels of objects and arrays below the root. */
  readonly depth: number;
  /** Items of one array, or names of one object, that are copied (included). */
  readonly items: number;
  /** The names of the root that are looked at; the others may hold anything. Absent: all are. */
  readonly names?: readonly string[];
}

/** Stands in the copy for what is not plain data (accessors, class instances, what lies too deep): no schema accepts it. */
export const foreign: unique symbol = Symbol("not plain data");

/**
 * Copies the plain data out of an untrusted value, reading each property once and running none of its code: no getter,
 * no `toJSON`, no inherited property. The copy's objects have no prototype. What cannot be carried is left for the
 * schema to refuse at its place (`foreign`), or named here: names that would change an object instead of filling it,
 * lists that are too long, values that throw when they are looked at.
 */
export function plainCopy(input: unknown, limits: PlainLimits): { copy: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  try {
    return { copy: copyOf(input, [], limits, faults), faults };
  } catch {
    return { copy: foreign, faults: [{ path: [], rule: "hostile" }] };
  }
}

function copyOf(value: unknown, path: (string | number)[], limits: PlainLimits, faults: Fault[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (path.length > limits.depth) return foreign;
  if (Array.isArray(value)) return copyArray(value, path, limits, faults);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return foreign;
  const known = path.length === 0 ? limits.names : undefined;
  const names = known?.filter((name) => Object.hasOwn(value, name)) ?? Object.keys(value);
  if (Object.hasOwn(value, "__proto__")) faults.push({ path: [...path, "__proto__"], rule: "reserved-name" });
  if (names.length > limits.items) {
    faults.push({ path: [...path], rule: "count", limit: limits.items });
    return foreign;
  }
  const copy = Object.create(null) as Record<string, unknown>; // no prototype to reach through a name
  for (const name of names) {
    if (name === "__proto__") continue;
    copy[name] = copyMember(value, name, name, path, limits, faults);
  }
  return copy;
}

function copyArray(array: readonly unknown[], path: (string | number)[], limits: PlainLimits, faults: Fault[]) {
  if (array.length > limits.items) {
    faults.push({ path: [...path], rule: "count", limit: limits.items });
    return foreign;
  }
  const copy: unknown[] = [];
  for (let at = 0; at < array.length; at++) copy.push(copyMember(array, String(at), at, path, limits, faults));
  return copy;
}

function copyMember(
  holder: object,
  name: string,
  step: string | number,
  path: (string | number)[],
  limits: PlainLimits,
  faults: Fault[],
): unknown {
  const member = Object.getOwnPropertyDescriptor(holder, name);
  if (member === undefined) return undefined;
  if (!("value" in member)) return foreign;
  path.push(step);
  const copy = copyOf(member.value, path, limits, faults);
  path.pop();
  return copy;
}
