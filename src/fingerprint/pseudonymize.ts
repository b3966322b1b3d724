import { hmacSha256Hex, utf8Encode } from "../core/index.js";
import type { Device, DeviceList, KeyParameters, Parameter, ScalarParameter } from "./parameters.js";
import { isRead, mapParameters } from "./parameters.js";
import { isPlaceholder } from "./placeholder.js";
import { standardPolicy } from "./policy.js";
import { attributeOf, reduceScalar } from "./reading.js";

/**
 * Replaces texts, the installation date and every attribute of a device by keyed digests, so that a center can compare
 * computers without keeping what they are.
 *
 * With one salt on both sides every verdict of the standard policy stays the same. OS family, RAM, attribute names, the
 * number of devices and what is unread stay as they are. Pseudonymous, not anonymous: whoever has the salt can try all
 * MACs of a maker. Options that look into a text (`windowsInstallation: "before-windows-10"`, `networkNameCase`) have
 * nothing left to look into.
 *
 * `salt` is any text without lone surrogates, kept secret: throws `RangeError` otherwise.
 *
 * @rule FP-24
 * @example
 * ```ts
 * import { pseudonymize, survives, type KeyParameters } from "licit/fingerprint";
 *
 * const computer: KeyParameters = {
 *   os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631" },
 *   networkName: "BUH-31",
 *   board: { model: "PRIME B450M-A" },
 *   memoryBytes: 17179869184,
 *   bios: { type: "American Megatrends Inc.", version: "2409" },
 *   processors: [{ model: "AMD Ryzen 5 3600" }],
 *   networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
 *   disks: [],
 * };
 * const kept = pseudonymize(computer, "salt of this center");
 *
 * JSON.stringify(kept).includes("BUH-31"); // → false
 * survives(kept, pseudonymize({ ...computer, disks: [{ model: "Samsung SSD 980" }] }, "salt of this center")); // → true
 * survives(kept, pseudonymize({ ...computer, networkName: "BUH-32" }, "salt of this center")); // → false
 * ```
 */
export function pseudonymize(parameters: KeyParameters, salt: string): KeyParameters {
  const key = utf8Encode(salt);
  const digest = (parameter: Parameter, value: string | number, name = ""): string =>
    hmacSha256Hex(key, JSON.stringify([parameter, name, value]));
  const hideAttribute = (list: DeviceList, device: Device, name: string): string => {
    const value = attributeOf(list, device, name) ?? "";
    return typeof value === "string" && isPlaceholder(value) ? value : digest(list, value, name);
  };
  return mapParameters(
    parameters,
    (parameter, held) => {
      if (held === undefined || typeof held === "object" || isOpen(parameter)) return held;
      const value = reduceScalar(parameters, parameter, parameters, standardPolicy);
      if (value === undefined) return { unreadable: "not kept" }; // a placeholder, or of no account on this system
      return parameter === "os.installedAt" ? dateOf(digest(parameter, value)) : digest(parameter, value);
    },
    (list, devices) =>
      isRead(devices)
        ? devices.map((device) => {
            const hidden = Object.keys(device).map((name) => [name, hideAttribute(list, device, name)]);
            return Object.fromEntries(hidden) as Device; // the same names, `model` among them
          })
        : devices,
  );
}

/** What stays as it is, because verdicts need more of it than whether it is equal. */
function isOpen(parameter: ScalarParameter): boolean {
  return parameter === "os.family" || parameter === "memoryBytes";
}

/** 52 bits of a digest: an integer that a date field holds exactly. */
function dateOf(digest: string): number {
  return Number.parseInt(digest.slice(0, 13), 16);
}
