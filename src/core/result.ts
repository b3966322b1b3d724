/**
 * The outcome of anything that can fail: a value, or an error that says why. Both are plain JSON values.
 *
 * `error` is a discriminated union on `code` (`<module>/<reason>`); a failure can never be mistaken for a value.
 *
 * @example
 * ```ts
 * import { ok, err, type Result } from "licit";
 *
 * const half = (n: number): Result<number, { code: "odd" }> => (n % 2 === 0 ? ok(n / 2) : err({ code: "odd" }));
 *
 * half(8); // → { ok: true, value: 4 }
 * half(7); // → { ok: false, error: { code: "odd" } }
 * ```
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success that carries `value`. See {@link Result}. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A failure that carries `error`. See {@link Result}. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
