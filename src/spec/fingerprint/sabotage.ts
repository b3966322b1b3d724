import * as licit from "../../fingerprint/index.js";
import {
  applyChanges,
  compare,
  deviceLists,
  type Comparison,
  type Device,
  type DeviceList,
  type KeyParameters,
  type Parameter,
  type Policy,
} from "../../fingerprint/index.js";
import type { FingerprintSubject } from "../subject.js";
import { devicesIn, withDevices } from "./edits.js";

/** A way to compare. */
export type Compare = (reference: KeyParameters, observed: KeyParameters, policy?: Policy) => Comparison;

/** An implementation that compares in another way, and is consistent in it. */
export function comparing(how: Compare): FingerprintSubject {
  return {
    ...licit,
    compare: how,
    survives: (reference, observed, policy) => how(reference, observed, policy).outcome === "same",
    whatIf(reference, changes, policy) {
      const changed = applyChanges(reference, changes);
      return changed.ok ? { ok: true, value: how(reference, changed.value, policy) } : changed;
    },
    recoveriesNeeded(licenses, observed, policy) {
      const compared = licenses.map(({ name, reference }) => ({ name, comparison: how(reference, observed, policy) }));
      const needed = compared.filter(({ comparison }) => comparison.outcome === "changed");
      if (policy?.recoverAll === true && needed.length > 0) return { needed: compared, undetermined: [] };
      return { needed, undetermined: compared.filter(({ comparison }) => comparison.outcome === "undetermined") };
    },
  };
}

/** The comparison with a breaking finding more. */
export function broken({ findings }: Comparison, parameter: Parameter, rule: string): Comparison {
  return { outcome: "changed", findings: [...findings, { parameter, effect: "breaking", kind: "value", rule }] };
}

/** Both sides with another look at each list of devices. */
export function seeing(look: (devices: readonly Device[], list: DeviceList) => readonly Device[]): Compare {
  const looked = (of: KeyParameters): KeyParameters =>
    deviceLists.reduce(
      (all, list) => ("unreadable" in all[list] ? all : withDevices(all, list, look(devicesIn(all, list), list))),
      of,
    );
  return (reference, observed, policy) => compare(looked(reference), looked(observed), policy);
}
