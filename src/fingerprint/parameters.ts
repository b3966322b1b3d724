/** A value that could not be read, and why. It is never "changed", and never a permission either. */
export interface Unreadable {
  readonly unreadable: string;
}

/**
 * A processor, network adapter or disk: its model, and any further attributes a probe reports. Numbers are integers;
 * sizes are bytes.
 */
export interface Device {
  readonly model: string;
  readonly [attribute: string]: string | number;
}

/** A network adapter: a device with a MAC address, 12 hex digits in any case and with any separator. */
export interface NetworkAdapter extends Device {
  readonly mac: string;
}

/** The families of operating systems that the rules tell apart: Windows, and the rest. */
export type OsFamily = "windows" | "linux" | "macos" | "other";

/**
 * The key parameters of a computer: what a license is bound to.
 *
 * Any value and any list may be `{ unreadable: "why" }` instead. An absent optional was not known. `memoryBytes` is the
 * installed RAM in bytes; `installedAt` is milliseconds since 1970 UTC.
 *
 * @rule FP-01, FP-15
 * @source S2 p.33
 */
export interface KeyParameters {
  readonly os: {
    readonly family: OsFamily | Unreadable;
    readonly name: string | Unreadable;
    readonly version: string | Unreadable;
    readonly serialNumber?: string | Unreadable | undefined;
    readonly installedAt?: number | Unreadable | undefined;
  };
  readonly networkName: string | Unreadable;
  readonly board: { readonly model: string | Unreadable };
  readonly memoryBytes: number | Unreadable;
  readonly bios: { readonly type: string | Unreadable; readonly version: string | Unreadable };
  readonly processors: readonly Device[] | Unreadable;
  readonly networkAdapters: readonly NetworkAdapter[] | Unreadable;
  readonly disks: readonly Device[] | Unreadable;
}

/** The name of a parameter that holds one value, as findings and policies write it. */
export type ScalarParameter =
  | "os.family"
  | "os.name"
  | "os.version"
  | "os.serialNumber"
  | "os.installedAt"
  | "networkName"
  | "board.model"
  | "memoryBytes"
  | "bios.type"
  | "bios.version";

/** The name of a parameter that holds a list of devices. */
export type DeviceList = "processors" | "networkAdapters" | "disks";

/** The name of a key parameter. */
export type Parameter = ScalarParameter | DeviceList;

/** Where each parameter of one value stands, in the order in which findings are given. */
const scalars: {
  readonly [parameter in ScalarParameter]: (of: KeyParameters) => string | number | Unreadable | undefined;
} = {
  "os.family": ({ os }) => os.family,
  "os.name": ({ os }) => os.name,
  "os.version": ({ os }) => os.version,
  "os.serialNumber": ({ os }) => os.serialNumber,
  "os.installedAt": ({ os }) => os.installedAt,
  networkName: ({ networkName }) => networkName,
  "board.model": ({ board }) => board.model,
  memoryBytes: ({ memoryBytes }) => memoryBytes,
  "bios.type": ({ bios }) => bios.type,
  "bios.version": ({ bios }) => bios.version,
};

/** The parameters of one value, in the order in which findings are given. */
export const scalarParameters: readonly ScalarParameter[] = Object.keys(scalars) as ScalarParameter[]; // all of them

/** The lists of devices, in the order in which findings are given. */
export const deviceLists: readonly DeviceList[] = ["processors", "networkAdapters", "disks"];

/** Every key parameter, in the order in which findings are given. */
export const parameters: readonly Parameter[] = [...scalarParameters, ...deviceLists];

/** What a parameter of one value holds, read or not. */
export function scalarOf(of: KeyParameters, parameter: ScalarParameter): string | number | Unreadable | undefined {
  return scalars[parameter](of);
}

/** Whether a parameter is a list of devices. */
export function isDeviceList(parameter: Parameter): parameter is DeviceList {
  return deviceLists.some((list) => list === parameter);
}

/** What any parameter holds, read or not. */
export function valueOf(of: KeyParameters, parameter: Parameter): ReturnType<typeof scalarOf> | readonly Device[] {
  return isDeviceList(parameter) ? of[parameter] : scalarOf(of, parameter);
}

/**
 * The parameters with each value and each list put through a function. An absent optional stays absent where the
 * function answers `undefined`.
 */
export function mapParameters(
  of: KeyParameters,
  value: (parameter: ScalarParameter, held: string | number | Unreadable | undefined) => typeof held,
  list: (name: DeviceList, devices: readonly Device[] | Unreadable) => typeof devices,
): KeyParameters {
  const at = (parameter: ScalarParameter): unknown => value(parameter, scalarOf(of, parameter));
  const [serialNumber, installedAt] = [at("os.serialNumber"), at("os.installedAt")];
  return {
    os: {
      family: at("os.family"),
      name: at("os.name"),
      version: at("os.version"),
      ...(serialNumber === undefined ? {} : { serialNumber }),
      ...(installedAt === undefined ? {} : { installedAt }),
    },
    networkName: at("networkName"),
    board: { model: at("board.model") },
    memoryBytes: at("memoryBytes"),
    bios: { type: at("bios.type"), version: at("bios.version") },
    processors: list("processors", of.processors),
    networkAdapters: list("networkAdapters", of.networkAdapters),
    disks: list("disks", of.disks),
  } as KeyParameters; // the functions keep the type of what they are given
}

/** Whether a list was read. */
export function isRead(list: readonly Device[] | Unreadable): list is readonly Device[] {
  return Array.isArray(list);
}
