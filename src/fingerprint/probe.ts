import { err, type InputError, type Result } from "../core/index.js";
import type { KeyParameters } from "./parameters.js";
import { parseKeyParameters } from "./parse.js";

/** Whatever can look at the computer: the host implements it, licit reads no hardware by itself. */
export interface HardwareProbe {
  /** Key parameters, as `parseKeyParameters` takes them. */
  read(): unknown;
}

/** A probe that failed, or that had not answered by the deadline. */
export type ProbeError =
  | { readonly code: "fingerprint/probe-failed"; readonly reason: string }
  | { readonly code: "fingerprint/probe-timed-out" };

/**
 * Asks a probe for the key parameters, and checks what it says.
 *
 * `deadline` is any promise: when it settles first, the probe counts as timed out. The clock stays with the host. Never
 * rejects: a probe that throws, rejects or never answers is an outcome.
 *
 * Outcomes: `core/invalid-input`, `fingerprint/probe-failed`, `fingerprint/probe-timed-out`.
 *
 * @rule FP-15
 * @example
 * ```ts
 * import { readKeyParameters } from "licit/fingerprint";
 *
 * const broken = { read: () => Promise.reject(new Error("WMI is not running")) };
 * await readKeyParameters(broken); // → { ok: false, error: { code: "fingerprint/probe-failed", reason: "WMI is not running" } }
 *
 * const silent = { read: () => new Promise(() => undefined) };
 * await readKeyParameters(silent, Promise.resolve("time is up")); // → { ok: false, error: { code: "fingerprint/probe-timed-out" } }
 * ```
 */
export async function readKeyParameters(
  probe: HardwareProbe,
  deadline?: PromiseLike<unknown>,
): Promise<Result<KeyParameters, InputError | ProbeError>> {
  const reading = ask(probe);
  return deadline === undefined ? reading : Promise.race([reading, timeUp(deadline)]);
}

async function ask(probe: HardwareProbe): Promise<Result<KeyParameters, InputError | ProbeError>> {
  try {
    return parseKeyParameters(await probe.read());
  } catch (reason) {
    return err({ code: "fingerprint/probe-failed", reason: textOf(reason) });
  }
}

async function timeUp(deadline: PromiseLike<unknown>): Promise<Result<never, ProbeError>> {
  try {
    await deadline;
  } catch {
    // A deadline that breaks is a deadline that has come.
  }
  return err({ code: "fingerprint/probe-timed-out" });
}

/** What was thrown, in words; anything can be thrown, even what throws when it is looked at. */
function textOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return "unknown";
  }
}
