import type { Open, Seal, Sign, Stretch, Verify } from "../core/index.js";

/** A port's answer, now or later. */
type Later<T> = T | PromiseLike<T>;

/** {@link Sign} with a key that may be far away, in a KMS or an HSM. */
export interface SignAsync extends Omit<Sign, "sign"> {
  sign(bytes: Uint8Array): Later<ReturnType<Sign["sign"]>>;
}

/** {@link Verify} with, say, WebCrypto. */
export interface VerifyAsync extends Omit<Verify, "verify"> {
  verify(...given: Parameters<Verify["verify"]>): Later<boolean>;
}

/** {@link Seal} with, say, WebCrypto. */
export interface SealAsync extends Omit<Seal, "seal"> {
  seal(...given: Parameters<Seal["seal"]>): Later<ReturnType<Seal["seal"]>>;
}

/** {@link Open} with a key that may be far away, in a KMS or an HSM. */
export interface OpenAsync extends Omit<Open, "open"> {
  open(...given: Parameters<Open["open"]>): Later<ReturnType<Open["open"]>>;
}

/** {@link Stretch} with, say, a host's own scrypt. */
export type StretchAsync = (...given: Parameters<Stretch>) => Later<Uint8Array>;
