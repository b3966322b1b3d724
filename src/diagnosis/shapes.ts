/** Whether a value has a shape. Never throws. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === "string";
export const flag: Shape = (value) => typeof value === "boolean";
export const whole: Shape = (value) => Number.isSafeInteger(value);
export const scalar: Shape = (value) => typeof value === "string" || Number.isFinite(value);

/** One of these. */
export function oneOf(...values: readonly unknown[]): Shape {
  return (value) => values.includes(value);
}

/** It, or nothing. */
export function maybe(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

/** A list of such. */
export function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every((item) => shape(item));
}

/** An object with these members; others may hold anything. */
export function shapeOf(members: { readonly [name: string]: Shape }): Shape {
  return (value) =>
    isObject(value) && Object.entries(members).every(([name, shape]) => shape((value as Members)[name])); // read as unknown
}

/** An object of whatever names, each with such a value. */
export function valuesOf(shape: Shape): Shape {
  return (value) => isObject(value) && Object.values(value).every((one) => shape(one));
}

interface Members {
  readonly [name: string]: unknown;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
