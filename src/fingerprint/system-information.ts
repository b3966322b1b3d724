import * as z from "zod/mini";
import { compareCodePoints, parseWith, type InputError, type Result } from "../core/index.js";
import { canonicalMac } from "./mac.js";
import type { Device, KeyParameters, NetworkAdapter, OsFamily, Unreadable } from "./parameters.js";
import { inputLimits, parseKeyParameters } from "./parse.js";
import { isPlaceholder } from "./placeholder.js";
import { isHardwareAdapter } from "./virtual-adapter.js";

const text = z.optional(z.nullable(z.string()));
const number = z.optional(z.nullable(z.number()));
const osInfo = z.optional(z.object({ platform: text, distro: text, release: text, serial: text, hostname: text }));
const adapters = z.optional(
  z.array(z.object({ iface: text, ifaceName: text, mac: text, internal: z.optional(z.boolean()) })),
);

const schema = z.object({
  os: osInfo,
  osInfo,
  system: z.optional(z.object({ virtual: z.optional(z.boolean()) })),
  bios: z.optional(z.object({ vendor: text, version: text })),
  baseboard: z.optional(z.object({ model: text })),
  cpu: z.optional(
    z.object({
      manufacturer: text,
      brand: text,
      family: text,
      model: text,
      stepping: text,
      physicalCores: number,
      processors: number,
    }),
  ),
  mem: z.optional(z.object({ total: number })),
  memLayout: z.optional(z.array(z.object({ size: number, type: text, formFactor: text }))),
  net: adapters,
  networkInterfaces: adapters,
  diskLayout: z.optional(
    z.array(z.object({ type: text, name: text, size: number, serialNum: text, interfaceType: text })),
  ),
});

type Data = z.output<typeof schema>;

/** The sections that are looked at, and everything in them. */
const names = Object.fromEntries(Object.keys(schema.shape).map((section) => [section, null]));

const limits = { depth: 2, items: inputLimits.devices, members: 1_000, names };

/**
 * Key parameters from what the `systeminformation` package returns: `getStaticData()` with `mem` added, `getAllData()`,
 * or `get()` with the functions' names. A pure mapping: it reads nothing by itself.
 *
 * Only what stays the same as long as the computer does is taken:
 * - OS name and version: `distro`, `release`; network name: `hostname`. The serial number on Windows only (the product
 *   ID). The installation date is not reported, so it is left out.
 * - Board: `baseboard.model`. BIOS: `vendor` and `version`.
 * - RAM: the sum of the installed modules, where they were read (on Linux: as root only); else the kernel's figure rounded up
 *   to 256 MiB, because it moves by some megabytes with the kernel. Read with the same rights each time.
 * - Processors: one device a socket, with brand, family, model, stepping and cores. No clock speed, which is of the
 *   moment, and no flags, microcode or thread count, which an update or a setting changes.
 * - Network adapters: the MAC, and on Windows the adapter's description (elsewhere there is only a name that may be
 *   given anew). Loopback, container, bridge and tunnel adapters are dropped, several names of one MAC count once;
 *   locally administered MACs are kept, for those of virtual machines are real. On Linux the package lists only adapters
 *   that are up.
 * - Disks: name, size and serial. USB disks, disk images and drives without a medium are dropped. A virtual disk may
 *   have no serial; where a physical one shows none, the list was not read.
 *
 * What is missing, empty or a placeholder is `{ unreadable }`; so is a list of which a key attribute was not read.
 *
 * Outcomes: `core/invalid-input` where the input is no object, or one of these fields is of another type.
 *
 * @rule FP-01, FP-15, FP-27
 * @source systeminformation 5.33, and recorded outputs of five computers in the tests
 * @example
 * ```ts
 * import { fromSystemInformation } from "licit/fingerprint";
 *
 * const read = fromSystemInformation({
 *   osInfo: { platform: "linux", distro: "Debian GNU/Linux", release: "12", hostname: "f3b1c6a09d27" },
 *   baseboard: { model: "" },
 *   bios: { vendor: "", version: "" },
 *   mem: { total: 8_200_806_400 },
 *   memLayout: [{ size: 8_200_806_400, type: "", formFactor: "" }],
 *   networkInterfaces: [
 *     { iface: "lo", ifaceName: "lo", mac: "00:00:00:00:00:00", internal: true },
 *     { iface: "eth0", ifaceName: "eth0", mac: "02:42:ac:11:00:02", internal: false },
 *   ],
 * });
 * read.ok && read.value.networkAdapters; // → [{ model: "network adapter", mac: "02:42:ac:11:00:02" }]
 * read.ok && read.value.memoryBytes; // → 8321499136
 * read.ok && read.value.board.model; // → { unreadable: "empty" }
 * read.ok && read.value.disks; // → { unreadable: "not reported" }
 * ```
 */
export function fromSystemInformation(data: unknown): Result<KeyParameters, InputError> {
  const parsed = parseWith(schema, data, limits);
  return parsed.ok ? parseKeyParameters(keyParametersOf(parsed.value)) : parsed;
}

const notReported: Unreadable = { unreadable: "not reported" };

function keyParametersOf(data: Data): KeyParameters {
  const os = data.os ?? data.osInfo ?? {};
  const family = isSaid(os.platform) ? (families.get(os.platform.toLowerCase()) ?? "other") : undefined;
  return {
    os: {
      family: family ?? notReported,
      name: os.distro ?? notReported,
      version: os.release ?? notReported,
      ...(family === "windows" ? { serialNumber: os.serial ?? notReported } : {}),
    },
    networkName: os.hostname ?? notReported,
    board: { model: data.baseboard?.model ?? notReported },
    memoryBytes: memoryOf(data),
    bios: { type: data.bios?.vendor ?? notReported, version: data.bios?.version ?? notReported },
    processors: processorsOf(data.cpu),
    networkAdapters: adaptersOf(data.net ?? data.networkInterfaces, family),
    disks: disksOf(data),
  };
}

/** What the package calls the families that are told apart. */
const families: ReadonlyMap<string, OsFamily> = new Map([
  ["windows", "windows"],
  ["win32", "windows"],
  ["linux", "linux"],
  ["darwin", "macos"],
]);

const KERNEL_GRAIN = 256 * 2 ** 20;

function memoryOf({ mem, memLayout = [] }: Data): number | Unreadable {
  // Without the rights to read them, the package makes up one module of the kernel's size, and leaves its kind empty.
  const modules = memLayout.filter(({ type, formFactor }) => (type || formFactor) && type !== "Empty");
  const sizes = modules.map(({ size }) => size ?? 0);
  if (sizes.length > 0 && sizes.every((size) => size > 0)) return sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length > 0) return { unreadable: "a module of unknown size" };
  const total = mem?.total ?? 0;
  return total > 0 ? Math.ceil(total / KERNEL_GRAIN) * KERNEL_GRAIN : notReported;
}

function processorsOf(cpu: Data["cpu"]): readonly Device[] | Unreadable {
  const brand = [cpu?.manufacturer, cpu?.brand].filter(isSaid).join(" ");
  if (!cpu || !isSaid(cpu.brand)) return notReported;
  const sockets = cpu.processors && cpu.processors > 0 ? cpu.processors : 1;
  if (!cpu.physicalCores || !Number.isInteger(sockets) || cpu.physicalCores % sockets !== 0)
    return { unreadable: "cores per socket not reported" };
  const processor: Device = {
    model: brand,
    ...(isSaid(cpu.family) ? { family: cpu.family } : {}),
    ...(isSaid(cpu.model) ? { modelNumber: cpu.model } : {}),
    ...(isSaid(cpu.stepping) ? { stepping: cpu.stepping } : {}),
    cores: cpu.physicalCores / sockets,
  };
  return Array.from({ length: Math.min(sockets, inputLimits.devices) }, () => processor);
}

function adaptersOf(adapters: Data["net"], family: OsFamily | undefined): readonly NetworkAdapter[] | Unreadable {
  if (adapters === undefined) return notReported;
  const found = new Map<string, string>();
  for (const { iface, ifaceName, mac, internal } of adapters) {
    if (internal === true || !isHardwareAdapter(iface ?? "", ifaceName ?? "")) continue;
    const address = isSaid(mac) ? canonicalMac(mac) : undefined;
    if (address === undefined) return { unreadable: `no MAC reported for ${ifaceName ?? iface ?? "an adapter"}` };
    const description = family === "windows" ? (ifaceName ?? "").replace(/ #\d+$/, "") : "";
    const model = description || "network adapter";
    // Several names of one adapter: which is listed first is chance.
    const other = found.get(address);
    if (other === undefined || compareCodePoints(model, other) < 0) found.set(address, model);
  }
  if (found.size === 0) return { unreadable: "none seen" };
  return Array.from(found, ([mac, model]) => ({ model, mac }));
}

function disksOf({ diskLayout, system }: Data): readonly Device[] | Unreadable {
  if (diskLayout === undefined) return notReported;
  const disks: Device[] = [];
  for (const { type, name, size, serialNum, interfaceType } of diskLayout) {
    if (!(size && size > 0) || interfaceType === "USB" || type === "USB" || type === "Disk Image") continue;
    const model = isSaid(name) ? name : `${interfaceType || "unnamed"} disk`;
    const virtual = system?.virtual === true || interfaceType === "VIRTIO" || VIRTUAL_DISK.test(model);
    if (!isSaid(serialNum) && !virtual) return { unreadable: `no serial reported for ${model}` };
    disks.push({ model, sizeBytes: size, ...(isSaid(serialNum) ? { serial: serialNum } : {}) });
  }
  return disks.length > 0 ? disks : { unreadable: "none seen" };
}

const VIRTUAL_DISK = /virtual|virtio|qemu|vbox|vmware|xen/i;

/** Whether a field says anything. */
function isSaid(value: string | null | undefined): value is string {
  return typeof value === "string" && !isPlaceholder(value);
}
