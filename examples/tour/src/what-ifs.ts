import {
  isRead,
  whatIf,
  type Comparison,
  type Device,
  type HardwareChange,
  type KeyParameters,
} from "licit/fingerprint";

/** A planned change, in the words of the person who plans it. */
export interface Plan {
  readonly title: string;
  readonly changes: readonly HardwareChange[];
  /** What the rules say of it on this computer. */
  readonly expected: Comparison["outcome"];
}

/** What came of a plan. */
export interface PlayedPlan extends Plan {
  readonly comparison: Comparison;
}

/** One plan for every kind of change that this computer shows enough for. */
export function plansFor(computer: KeyParameters): readonly Plan[] {
  const { memoryBytes, os } = computer;
  const plans: Plan[] = [];
  if (typeof memoryBytes === "number") {
    plans.push(
      { title: "RAM doubled", changes: [set("memoryBytes", memoryBytes * 2)], expected: "same" },
      { title: "RAM halved", changes: [set("memoryBytes", Math.floor(memoryBytes / 2))], expected: "changed" },
    );
  }
  if (isRead(computer.networkAdapters)) {
    plans.push({ title: "network adapter added", changes: [addAdapter], expected: "same" });
  }
  const [adapter] = devicesOf(computer.networkAdapters);
  if (adapter !== undefined) {
    const other = { ...adapter, mac: "00:1b:2b:3c:4d:57" };
    const replaced: HardwareChange = { change: "replace", list: "networkAdapters", index: 0, device: other };
    const hidden: HardwareChange = { change: "set", path: "networkAdapters", value: { unreadable: "access denied" } };
    plans.push(
      { title: "network adapter replaced", changes: [replaced], expected: "changed" },
      { title: "adapters not to be read", changes: [hidden], expected: "undetermined" },
    );
  }
  if (devicesOf(computer.disks).length > 0) {
    plans.push({
      title: "disk removed",
      changes: [{ change: "remove", list: "disks", index: 0 }],
      expected: "changed",
    });
  }
  if (typeof os.version === "string") {
    const [first = "0", second = "0"] = os.version.split(".");
    const within = os.family === "windows" ? `${first}.${second}.99999` : os.version;
    const beyond = os.family === "windows" ? `${first}.${second}1` : `${os.version}.1`;
    const sameNumbers = os.family === "windows" ? "OS update after the second number" : "OS patched, same version";
    plans.push(
      { title: sameNumbers, changes: [set("os.version", within)], expected: "same" },
      { title: "OS update beyond", changes: [set("os.version", beyond)], expected: "changed" },
    );
  }
  const [processor] = devicesOf(computer.processors);
  if (processor !== undefined) {
    const host = { ...processor, model: "QEMU Virtual CPU" };
    const retyped: HardwareChange = { change: "replace", list: "processors", index: 0, device: host };
    plans.push({ title: "processor type changed", changes: [retyped], expected: "changed" });
  }
  if (typeof computer.networkName === "string") {
    const renamed = set("networkName", `${computer.networkName}-NEW`);
    plans.push({ title: "computer renamed", changes: [renamed], expected: "changed" });
  }
  return plans;
}

/** Plays a plan on a computer. */
export function play(computer: KeyParameters, plan: Plan): PlayedPlan {
  const played = whatIf(computer, plan.changes);
  if (!played.ok) throw new Error(`${plan.title}: ${JSON.stringify(played.error)}`);
  return { ...plan, comparison: played.value };
}

const addAdapter: HardwareChange = {
  change: "add",
  list: "networkAdapters",
  device: { model: "USB Ethernet", mac: "00:e0:4c:68:00:01" },
};

function set(path: Extract<HardwareChange, { change: "set" }>["path"], value: string | number): HardwareChange {
  return { change: "set", path, value };
}

function devicesOf(list: KeyParameters["disks"]): readonly Device[] {
  return isRead(list) ? list : [];
}
