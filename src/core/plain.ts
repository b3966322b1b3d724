import type { Fault } from "./input.js";

/** The names that are looked at, and below each of them the names that are; `null`: whatever is there. */
export interface NameTree {
  readonly [name: string]: NameTree | null;
}

/** How far a plain copy follows its input. Everything beyond becomes a {@link foreign} value. */
export interface PlainLimits {
  /** Levels of objects and arrays below the root (included). */
  readonly depth: number;
  /** Items of an array (included). */
  readonly items: number;
  /** Names of an object (included). */
  readonly members: number;
  /** What of the input is looked at; all else may hold anything. Absent: everything is. */
  readonly names?: NameTree;
  /** What becomes of names that `names` does not have. Default: ignored, as people write more than is asked. */
  readonly otherNames?: OtherNames | undefined;
  /** Names of which the value is taken as it is: a parser of its own looks at it. */
  readonly later?: readonly string[];
}

/** Whether names that nobody asked for are ignored, or faults: of what is signed, nothing may be overlooked. */
export type OtherNames = "ignored" | "refused";

/** UTF-16 units of a name (included). */
const NAME_LENGTH = 1_000;

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
    return { copy: copyOf(input, limits.names ?? null, { path: [], limits, faults }), faults };
  } catch {
    return { copy: foreign, faults: [{ path: [], rule: "hostile" }] };
  }
}

interface Walk {
  readonly path: (string | number)[];
  readonly limits: PlainLimits;
  readonly faults: Fault[];
}

function copyOf(value: unknown, tree: NameTree | null, walk: Walk): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { path, limits, faults } = walk;
  if (path.length > limits.depth) return foreign;
  if (Array.isArray(value)) return copyArray(value, walk);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return foreign;
  if (Object.hasOwn(value, "__proto__")) faults.push({ path: [...path, "__proto__"], rule: "reserved-name" });
  if (tree !== null && limits.otherNames === "refused") {
    const other = Object.keys(value).filter((name) => name !== "__proto__" && !Object.hasOwn(tree, name));
    faults.push(...other.map((name) => ({ path: [...path, name], rule: "unknown-name" }) as const));
  }
  const names = tree === null ? Object.keys(value) : Object.keys(tree).filter((name) => Object.hasOwn(value, name));
  if (names.length > limits.members) return refused(walk, "count", limits.members);
  if (names.some((name) => name.length > NAME_LENGTH)) return refused(walk, "length", NAME_LENGTH);
  const copy = Object.create(null) as Record<string, unknown>; // no prototype to reach through a name
  for (const name of names) if (name !== "__proto__") copy[name] = copyMember(value, name, tree?.[name] ?? null, walk);
  return copy;
}

function copyArray(array: readonly unknown[], walk: Walk): unknown {
  if (array.length > walk.limits.items) return refused(walk, "count", walk.limits.items);
  const copy: unknown[] = [];
  for (let at = 0; at < array.length; at++) copy.push(copyMember(array, at, null, walk));
  return copy;
}

function refused({ path, faults }: Walk, rule: "count" | "length", limit: number): typeof foreign {
  faults.push({ path: [...path], rule, limit });
  return foreign;
}

function copyMember(holder: object, name: string | number, tree: NameTree | null, walk: Walk): unknown {
  const member = Object.getOwnPropertyDescriptor(holder, name);
  if (member === undefined) return undefined;
  if (!("value" in member)) return foreign;
  if (typeof name === "string" && walk.limits.later?.includes(name)) return member.value;
  walk.path.push(name);
  const copy = copyOf(member.value, tree, walk);
  walk.path.pop();
  return copy;
}
