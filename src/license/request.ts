import * as z from "zod/mini";
import {
  bytesToHex,
  err,
  inputError,
  ok,
  parseWith,
  type Fault,
  type InputError,
  type OtherNames,
  type RandomBytes,
  type Result,
} from "../core/index.js";
import { bindsEnough, type KeyParameters, type Policy, type WeakBinding } from "../fingerprint/index.js";
import type { Owner } from "../owner/index.js";
import type { PhoneOperation } from "../phone/index.js";
import type { KitNumber, LicenseType, Pin } from "../pins/index.js";
import { kind, kit, limits, part, pin, readOwner, readParameters, requestId, text, time } from "./claims.js";

/** What a customer asks the licensing center for. It is kept until the answer comes, whatever the channel. @rule LC-08 */
export interface LicenseRequest extends RequestDetails {
  /** 32 hex digits, drawn at random: by it the answer is known, and a copy of the request. */
  readonly id: string;
}

/** What a request says. @rule LC-08 @source S1, S2 (what the wizard asks for) */
export interface RequestDetails {
  readonly issuer: string;
  readonly product: string;
  readonly kit: KitNumber;
  /** The kind of license, where it is known. */
  readonly kind?: LicenseType | undefined;
  readonly operation: PhoneOperation;
  /** The PIN; of `recovery-spare` the spare one. */
  readonly pin: Pin;
  /** Of `recovery-spare`, and only of it: the current PIN, to be superseded. */
  readonly supersededPin?: Pin | undefined;
  readonly owner: Owner;
  readonly parameters: KeyParameters;
  /** When it was made: milliseconds since 1970 UTC. */
  readonly at: number;
}

/** Why there is no request: something is not well formed, or the computer cannot be told from others. */
export type RequestDetailsError = InputError | WeakBinding;

const details = {
  issuer: text,
  product: text,
  kit,
  kind: z.optional(kind),
  operation: z.enum(["first-time", "recovery", "recovery-spare"]),
  pin,
  supersededPin: z.optional(pin),
  owner: part,
  parameters: part,
  at: time,
};

/** The parts have parsers of their own. @internal */
export const requestShape: z.ZodMiniType<
  Omit<LicenseRequest, "owner" | "parameters"> & { readonly owner: unknown; readonly parameters: unknown }
> = z.strictObject({ ...details, id: requestId });

/**
 * A request for a license, with an id of its own. The same request goes by file (`sealRequest`), by phone (`phoneRequest`)
 * or over the network; keep it until the answer is there.
 *
 * Refuses, with every fault, what is not well formed, and key parameters that bind to no one computer. Throws `RangeError`
 * where the port does not give 16 bytes.
 *
 * Outcomes: `core/invalid-input`, `fingerprint/weak-binding`.
 *
 * @rule FP-25, LC-08
 * @source S1; S2 p. 15 f.
 * @example
 * ```ts
 * import { createRequest } from "licit/license";
 *
 * const unread = { unreadable: "no rights" };
 * const details = {
 *   issuer: "Example Vendor",
 *   product: "ledger",
 *   kit: "8050525679",
 *   operation: "first-time",
 *   pin: "381505376410122",
 *   owner: { kind: "company", organization: "ООО «Ромашка»" },
 *   parameters: {
 *     os: { family: "linux", name: "Debian GNU/Linux", version: "12" },
 *     networkName: "BUH-31",
 *     board: { model: "PRIME B450M-A" },
 *     memoryBytes: 2147483648,
 *     bios: { type: "American Megatrends Inc.", version: "2409" },
 *     processors: [{ model: "AMD Ryzen 5 3600" }],
 *     networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *     disks: [],
 *   },
 *   at: Date.UTC(2026, 10, 22),
 * } as const;
 * const randomBytes = (length: number) => new Uint8Array(length); // a real host draws them at random
 *
 * createRequest(details, randomBytes).ok; // → true
 * createRequest({ ...details, pin: "381" }, randomBytes); // → { ok: false, error: { code: "core/invalid-input", faults: [{ path: ["pin"], rule: "format", expected: "15 or 16 digits" }] } }
 *
 * const weak = { ...details.parameters, networkAdapters: [] };
 * createRequest({ ...details, parameters: weak }, randomBytes); // → { ok: false, error: { code: "fingerprint/weak-binding", missing: ["identifiedDevice"] } }
 * ```
 */
export function createRequest(
  details: RequestDetails,
  randomBytes: RandomBytes,
  policy?: Policy,
): Result<LicenseRequest, RequestDetailsError> {
  const bytes = randomBytes(ID_BYTES);
  if (bytes.length !== ID_BYTES) throw new RangeError(`createRequest: ${ID_BYTES} random bytes, not ${bytes.length}`);
  const parsed = read({ ...details, id: bytesToHex(bytes) }, "ignored");
  if (!parsed.ok) return parsed;
  const bound = bindsEnough(parsed.value.parameters, policy);
  return bound.ok ? parsed : bound;
}

const ID_BYTES = 16;

/**
 * Takes a request out of an untrusted value, say a wizard's stored state. Reports every fault; unknown names are faults.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule LC-08
 */
export function parseRequest(input: unknown): Result<LicenseRequest, InputError> {
  return read(input, "refused");
}

/** `otherNames`: of an owner and of key parameters, which a probe may have filled with more than counts. */
function read(input: unknown, otherNames: OtherNames): Result<LicenseRequest, InputError> {
  const parsed = parseWith(requestShape, input, limits);
  if (!parsed.ok) return parsed;
  const { owner, parameters, ...plain } = parsed.value;
  const owned = readOwner(owner, otherNames);
  const computer = readParameters(parameters, ["parameters"], otherNames);
  const faults = [...(owned.ok ? [] : owned.error), ...(computer.ok ? [] : computer.error), ...superseding(plain)];
  if (!owned.ok || !computer.ok || faults.length > 0) return err(inputError(faults));
  return ok({ ...plain, owner: owned.value, parameters: computer.value });
}

function superseding({
  operation,
  pin: own,
  supersededPin,
}: Pick<RequestDetails, "operation" | "pin" | "supersededPin">): readonly Fault[] {
  const path = ["supersededPin"];
  if (operation !== "recovery-spare") return supersededPin === undefined ? [] : [{ path, rule: "unknown-name" }];
  if (supersededPin === undefined) return [{ path, rule: "missing" }];
  return supersededPin === own ? [{ path, rule: "format", expected: "another PIN than the spare one" }] : [];
}
