import type { CenterEvent, CenterState, LicenseRecord, RegisteredKit } from "licit/center";
import { pinReport, type PinRow, type PinState } from "licit/pins";

/** What may become of a PIN. @rule PN-20 */
const ways: { readonly [S in PinState]: readonly PinState[] } = {
  unused: ["unused", "current", "cancelled", "void"],
  current: ["current", "superseded", "cancelled"],
  superseded: ["superseded"],
  cancelled: ["cancelled"],
  void: ["void"],
};

/** What does not hold after an event. @rule PN-07, PN-08, PN-12, PN-20, CE-03, CE-08, CE-12, LC-01 */
export function checkAfter(before: CenterState, event: CenterEvent, after: CenterState): readonly string[] {
  if (after.status !== "registered" || before.status !== "registered") return [];
  const faults = before.licenses === after.licenses ? [] : licenseFaults(before, after);
  if (before.pins === after.pins) return isOfPins(event) ? [...faults, "PN-06: granted, and no PIN spent"] : faults;
  const [was, is] = [pinReport(before.pins), pinReport(after.pins)];
  return [...faults, ...pinFaults(was, is), ...placeFaults(is, after), ...eventFaults(event, is)];
}

function pinFaults(was: readonly PinRow[], is: readonly PinRow[]): readonly string[] {
  const faults = was.filter((row, at) => row.pin !== is[at]?.pin && !is.some(({ pin }) => pin === row.pin));
  const states = new Map(is.map(({ pin, state }) => [pin, state]));
  const jumps = was.filter(({ pin, state }) => !ways[state].includes(states.get(pin) ?? "void"));
  return [
    ...faults.map(({ pin }) => `PN-20: PIN ${pin} is gone`),
    ...jumps.map(({ pin, state }) => `PN-20: PIN ${pin} went from ${state} to ${states.get(pin) ?? "nothing"}`),
  ];
}

/** At most as many licenses as there are places, and none of the set that was not chosen. @rule PN-07, PN-08 */
function placeFaults(is: readonly PinRow[], { pins }: RegisteredKit): readonly string[] {
  const inUse = (set: PinRow["set"]): number => is.filter((row) => row.set === set && row.state === "current").length;
  const { workstations = 0 } = pins.definition.client ?? {};
  return [
    ...(inUse("single-user") > workstations || inUse("multi-user") > 1 || inUse("server") > 1
      ? ["PN-08: too many"]
      : []),
    ...(inUse("single-user") > 0 && inUse("multi-user") > 0 ? ["PN-07: both sets"] : []),
  ];
}

/** Channel, owner and contact are those of the first acquisition. @rule CE-03, CE-12, CE-16 */
function licenseFaults(before: RegisteredKit, after: RegisteredKit): readonly string[] {
  const now = new Map(after.licenses.flat().map((one) => [one.acquiredWith, one]));
  return before.licenses.flat().flatMap((one) => {
    const same = now.get(one.acquiredWith);
    return same !== undefined && isOfSame(one, same)
      ? []
      : [`CE-12: the license of ${one.acquiredWith} became another`];
  });
}

function isOfSame(a: LicenseRecord, b: LicenseRecord): boolean {
  return a === b || (a.channel === b.channel && a.owner === b.owner && a.contact === b.contact);
}

/** A grant leaves its PIN in use; a refusal touches none. @rule CE-08 */
function eventFaults(event: CenterEvent, is: readonly PinRow[]): readonly string[] {
  switch (event.type) {
    case "license-granted":
      return is.some(({ pin, state }) => pin === event.data.pin && state === "current")
        ? []
        : ["CE-01: granted, and not in use"];
    case "request-refused":
    case "request-repeated":
      return ["CE-08: a refusal spends something"];
    default:
      return [];
  }
}

/** Whether a PIN must be spent with it: the same license again takes none. */
function isOfPins(event: CenterEvent): boolean {
  return event.type === "license-granted" && event.data.operation !== "recovery";
}
