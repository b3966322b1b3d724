import * as z from "zod/mini";
import {
  ok,
  parseWith,
  standardSchema,
  type InputError,
  type OtherNames,
  type Result,
  type StandardSchema,
} from "../core/index.js";
import { canonicalMac } from "./mac.js";
import {
  isRead,
  mapParameters,
  type Device,
  type DeviceList,
  type KeyParameters,
  type Unreadable,
} from "./parameters.js";
import { isPlaceholder } from "./placeholder.js";
import { attributeOf } from "./reading.js";

/** Bounds of an input, all included. Beyond them lies no computer, only an attack or a mistake. */
export const inputLimits = {
  /** Devices in a list. */
  devices: 10_000,
  /** Attributes of a device. */
  attributes: 100,
  /** UTF-16 units of a text. */
  text: 1_000,
  /** Milliseconds since 1970 UTC, either side. */
  time: 8_640_000_000_000_000,
} as const;

const text = z.string().check(z.maxLength(inputLimits.text));
const unreadable = z.object({ unreadable: text });
const integer = z.int();

const scalarText = z.union([text, unreadable], "text | { unreadable }");
const device = z.catchall(z.object({ model: text }), z.union([text, integer], "text | integer"));
const mac = text.check(z.refine(isMac, "mac"));
const adapter = z.catchall(z.object({ model: text, mac }), z.union([text, integer], "text | integer"));

function listOf<T extends z.ZodMiniType>(item: T): z.ZodMiniUnion<[z.ZodMiniArray<T>, typeof unreadable]> {
  return z.union([z.array(item), unreadable], "list | { unreadable }");
}

/** The form of key parameters, before the texts are tidied. @internal */
export const keyParametersShape: z.ZodMiniType<KeyParameters> = z.object({
  os: z.object({
    family: z.union([z.enum(["windows", "linux", "macos", "other"]), unreadable], "windows | linux | macos | other"),
    name: scalarText,
    version: scalarText,
    serialNumber: z.optional(scalarText),
    installedAt: z.optional(
      z.union(
        [integer.check(z.gte(-inputLimits.time), z.lte(inputLimits.time)), unreadable],
        "milliseconds | { unreadable }",
      ),
    ),
  }),
  networkName: scalarText,
  board: z.object({ model: scalarText }),
  memoryBytes: z.union([integer.check(z.gte(0)), unreadable], "bytes | { unreadable }"),
  bios: z.object({ type: scalarText, version: scalarText }),
  processors: listOf(device),
  networkAdapters: listOf(adapter),
  disks: listOf(device),
});

/** Everything else in an input may hold anything. @rule FP-01 */
const scalar = { unreadable: null };
const names = {
  os: { family: scalar, name: scalar, version: scalar, serialNumber: scalar, installedAt: scalar },
  networkName: scalar,
  board: { model: scalar },
  memoryBytes: scalar,
  bios: { type: scalar, version: scalar },
  processors: scalar,
  networkAdapters: scalar,
  disks: scalar,
};

const limits = { depth: 2, items: inputLimits.devices, members: inputLimits.attributes, names };

/**
 * Takes the key parameters out of an untrusted value: a file, a request, whatever a probe returned.
 *
 * Reports every fault with its path, never throws, and takes nothing where anything is wrong. Fields that are no key
 * parameters are ignored (FP-01); with `otherNames: "refused"`, as in what was signed, they are faults. Texts are trimmed,
 * MACs brought to `aa:bb:cc:dd:ee:ff`, placeholders made `{ unreadable }` (in a device they stay, and make the device
 * unread). A pseudonymized MAC, 64 hex digits, is taken too.
 *
 * Bounds (included): 10,000 devices a list, 100 attributes a device, 1,000 UTF-16 units a text; numbers are integers
 * within ±(2⁵³ − 1), RAM from 0.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule FP-01, FP-15, FP-26, FP-27
 * @example
 * ```ts
 * import { parseKeyParameters } from "licit/fingerprint";
 *
 * const parsed = parseKeyParameters({
 *   os: { family: "linux", name: " Debian GNU/Linux ", version: "12" },
 *   networkName: "BUH-31",
 *   board: { model: "To be filled by O.E.M." },
 *   memoryBytes: 2147483648,
 *   bios: { type: "American Megatrends Inc.", version: "2409" },
 *   processors: [{ model: "AMD Ryzen 5 3600" }],
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00-1A-2B-3C-4D-57" }],
 *   disks: [],
 *   loggedInUser: "olga",
 * });
 * parsed.ok && parsed.value.board.model; // → { unreadable: "placeholder: To be filled by O.E.M." }
 * parsed.ok && parsed.value.networkAdapters; // → [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }]
 *
 * const wrong = parseKeyParameters({ ...(parsed.ok && parsed.value), memoryBytes: -1, disks: [{ model: 5 }] });
 * wrong.ok || wrong.error.faults; // → [{ path: ["memoryBytes"], rule: "range", limit: 0 }, { path: ["disks", 0, "model"], rule: "type", expected: "string" }]
 * ```
 */
export function parseKeyParameters(
  input: unknown,
  otherNames: OtherNames = "ignored",
): Result<KeyParameters, InputError> {
  const parsed = parseWith(keyParametersShape, input, { ...limits, otherNames });
  return parsed.ok ? ok(tidy(parsed.value)) : parsed;
}

/** {@link parseKeyParameters} as a Standard Schema, for form and server libraries. */
export const keyParametersSchema: StandardSchema<KeyParameters> = standardSchema((input) => parseKeyParameters(input));

function isMac(value: string): boolean {
  return canonicalMac(value) !== undefined || PSEUDONYM.test(value);
}

const PSEUDONYM = /^[0-9a-f]{64}$/;

/** Brings a well-formed input to the form in which it is stored. The order of names is fixed, so that equal inputs print alike. */
function tidy(input: KeyParameters): KeyParameters {
  return mapParameters(
    input,
    (_, held) => (typeof held === "string" ? tidyText(held) : held),
    (list, devices) => (isRead(devices) ? devices.map((device) => tidyDevice(list, device)) : devices),
  );
}

function tidyText(value: string): string | Unreadable {
  const trimmed = value.trim();
  return isPlaceholder(trimmed)
    ? { unreadable: trimmed === "" ? "empty" : `placeholder: ${trimmed.slice(0, 100)}` }
    : trimmed;
}

function tidyDevice(list: DeviceList, device: Device): Device {
  const attributes = Object.keys(device).map((name) => [name, attributeOf(list, device, name)]);
  return Object.fromEntries(attributes) as Device; // the same names, `model` among them
}
