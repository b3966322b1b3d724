import type { Device, DeviceList, KeyParameters, ScalarParameter } from "../../fingerprint/index.js";

/** The devices of a list; none where it was not read. */
export function devicesIn(of: KeyParameters, list: DeviceList): readonly Device[] {
  const devices = of[list];
  return "unreadable" in devices ? [] : devices;
}

/** The computer with other devices in a list. */
export function withDevices(of: KeyParameters, list: DeviceList, devices: readonly Device[]): KeyParameters {
  return { ...of, [list]: devices };
}

/** The computer with one more device, at the end of the list. */
export function addDevice(of: KeyParameters, list: DeviceList, one: Device): KeyParameters {
  return withDevices(of, list, [...devicesIn(of, list), one]);
}

/** The computer without the device at an index. */
export function removeDevice(of: KeyParameters, list: DeviceList, index: number): KeyParameters {
  return withDevices(
    of,
    list,
    devicesIn(of, list).filter((_, at) => at !== index),
  );
}

/** The computer with another device at an index. */
export function replaceDevice(of: KeyParameters, list: DeviceList, index: number, one: Device): KeyParameters {
  return withDevices(
    of,
    list,
    devicesIn(of, list).map((other, at) => (at === index ? one : other)),
  );
}

/** The computer with another value in a parameter of one value. */
export function withScalar(of: KeyParameters, parameter: ScalarParameter, value: unknown): KeyParameters {
  const [group = "", name] = parameter.split(".", 2);
  if (name === undefined) return { ...of, [group]: value };
  const before = group === "os" ? of.os : group === "bios" ? of.bios : of.board;
  return { ...of, [group]: { ...before, [name]: value } };
}

/** The device without one of its attributes. */
export function without(one: Device, name: string): Device {
  return Object.fromEntries(Object.entries(one).filter(([other]) => other !== name)) as Device; // `model` is never left out
}
