import {
  bindsEnough,
  compare,
  parseKeyParameters,
  type Comparison,
  type KeyParameters,
  type Policy,
} from "../fingerprint/index.js";
import { MS_A_DAY } from "../core/index.js";
import type { Dongle, HardwareBinding, License } from "./license.js";
import type { LicenseReason, LicenseVerdict } from "./reasons.js";

/** Choices of a vendor. */
export interface LicensePolicy {
  /** How computers are compared. Default: the standard policy. */
  readonly binding?: Policy | undefined;
  /**
   * Milliseconds for which a license goes on, from the last time it held, while its computer cannot be determined. Default
   * none: what cannot be read gives no permission.
   *
   * @rule LC-03
   */
  readonly undeterminedGrace?: number | undefined;
  /**
   * Milliseconds by which the clock here may be behind that of the licensing center. Default a day, for clocks set by local
   * time.
   *
   * @rule LC-15
   */
  readonly clockTolerance?: number | undefined;
}

/** Where and when a license is to be used. Times are milliseconds since 1970 UTC. */
export interface Circumstances {
  /** Whose licenses are taken, and of which product. */
  readonly issuer: string;
  readonly product: string;
  /** This computer, as it is. Absent where nothing of it could be read. */
  readonly observed?: KeyParameters | undefined;
  readonly now: number;
  readonly policy?: LicensePolicy | undefined;
  /** The dongles that are there, locally or in the network. Default none. */
  readonly dongles?: readonly Dongle[] | undefined;
  /** PINs that are known to be superseded: by the licensing center, or by other licenses here (`supersededPin`). */
  readonly superseded?: readonly string[] | undefined;
  /** When this license last held here. */
  readonly lastHeldAt?: number | undefined;
  /** The latest time that was ever seen here. Without it a clock can be set back: a license by phone does not say when it was made. */
  readonly latestSeen?: number | undefined;
}

/**
 * Judges a license that was opened: whether it may be used here and now, with every reason why not. For a program that opens
 * a license once and judges it again and again; `checkLicense` does both.
 *
 * The reasons come in this order: issuer, product, superseded, the binding (weak; broken or undetermined; the dongle), the
 * times. The license is valid from its making (a tolerance is given) to its expiry, excluded.
 *
 * Outcomes: the codes of {@link LicenseReason} but those of opening.
 *
 * @rule FP-25, LC-03, LC-15, LC-16
 * @source S2 p. 29, 33
 * @example
 * ```ts
 * import { judgeLicense, type License } from "licit/license";
 *
 * const dongle = { series: "H4 M1", id: "1000456" };
 * const license: License = {
 *   issuer: "Example Vendor",
 *   product: "ledger",
 *   name: "381505376410122-8050525679",
 *   kind: "multi-user",
 *   seats: 20,
 *   kit: "8050525679",
 *   pin: "381505376410122",
 *   owner: { kind: "company", organization: "ООО «Ромашка»" },
 *   binding: { to: "dongle", dongle },
 *   channel: "file",
 *   issuedAt: Date.UTC(2026, 10, 22),
 *   expiresAt: Date.UTC(2027, 10, 22),
 * };
 * const here = { issuer: "Example Vendor", product: "ledger", now: Date.UTC(2026, 10, 23) };
 *
 * judgeLicense(license, { ...here, dongles: [dongle] }).outcome; // → "valid"
 * judgeLicense(license, here).reasons; // → [{ code: "license/dongle-absent", dongle }]
 * ```
 */
export function judgeLicense(license: License, circumstances: Circumstances): LicenseVerdict {
  const { issuer, product, superseded = [] } = circumstances;
  const bound = judgeBinding(license, circumstances);
  const reasons: LicenseReason[] = [
    ...(license.issuer === issuer ? [] : [{ code: "license/other-issuer", issuer: license.issuer } as const]),
    ...(license.product === product ? [] : [{ code: "license/other-product", product: license.product } as const]),
    ...(superseded.includes(license.pin) ? [{ code: "license/superseded" } as const] : []),
    ...bound.reasons,
    ...timeReasons(license, circumstances),
  ];
  const comparison = bound.comparison && { comparison: bound.comparison };
  const grace = bound.graceUntil === undefined ? {} : { graceUntil: bound.graceUntil };
  const [first, ...others] = reasons;
  if (first === undefined) return { outcome: "valid", license, reasons: [], ...comparison, ...grace };
  const open = reasons.every(({ code }) => code === "license/undetermined");
  return { outcome: open ? "undetermined" : "invalid", license, reasons: [first, ...others], ...comparison };
}

interface BindingJudgment {
  readonly reasons: readonly LicenseReason[];
  readonly comparison?: Comparison;
  readonly graceUntil?: number;
}

function judgeBinding({ binding }: License, circumstances: Circumstances): BindingJudgment {
  if (binding.to === "hardware") return judgeHardware(binding, circumstances);
  const { dongle } = binding;
  const there = (circumstances.dongles ?? []).some(({ series, id }) => series === dongle.series && id === dongle.id);
  return { reasons: there ? [] : [{ code: "license/dongle-absent", dongle }] };
}

function judgeHardware({ reference }: HardwareBinding, circumstances: Circumstances): BindingJudgment {
  const { observed, policy } = circumstances;
  const enough = bindsEnough(reference, policy?.binding);
  const weak: readonly LicenseReason[] = enough.ok
    ? []
    : [{ code: "license/weak-binding", missing: enough.error.missing }];
  if (observed === undefined) {
    const { reasons, ...grace } = undetermined(circumstances);
    return { reasons: [...weak, ...reasons], ...grace };
  }
  const read = parseKeyParameters(observed);
  if (!read.ok) return { reasons: [...weak, { code: "license/observed-malformed", faults: read.error.faults }] };
  const comparison = compare(reference, read.value, policy?.binding);
  switch (comparison.outcome) {
    case "same":
      return { reasons: weak, comparison };
    case "changed":
      return { reasons: [...weak, { code: "license/binding-broken" }], comparison };
    case "undetermined": {
      const { reasons, ...grace } = undetermined(circumstances);
      return { reasons: [...weak, ...reasons], comparison, ...grace };
    }
  }
}

/** What cannot be read gives no permission but that of a grace, from the last time the license held. @rule LC-03 */
function undetermined({ now, lastHeldAt, policy }: Circumstances): BindingJudgment {
  const none: BindingJudgment = { reasons: [{ code: "license/undetermined" }] };
  const grace = policy?.undeterminedGrace;
  // What is no number grants nothing.
  if (lastHeldAt === undefined || !isTime(lastHeldAt) || !isTime(grace)) return none;
  const until = lastHeldAt + (grace ?? 0);
  return lastHeldAt <= now && now < until ? { reasons: [], graceUntil: until } : none;
}

function timeReasons({ issuedAt, expiresAt }: License, circumstances: Circumstances): readonly LicenseReason[] {
  const { now, latestSeen, policy } = circumstances;
  const unreadable = (["now", "latestSeen", "lastHeldAt"] as const).filter(
    (which) => !(isTime(circumstances[which]) || (which !== "now" && circumstances[which] === undefined)),
  );
  if (unreadable.length > 0) return unreadable.map((which) => ({ code: "license/time-unreadable", which }));
  const reasons: LicenseReason[] = [];
  // Said so that a tolerance that is no number tolerates nothing.
  const early = issuedAt !== undefined && !(issuedAt - now <= (policy?.clockTolerance ?? MS_A_DAY));
  if (early) reasons.push({ code: "license/not-yet-valid", issuedAt });
  if (expiresAt !== undefined && now >= expiresAt) reasons.push({ code: "license/expired", expiresAt });
  if (latestSeen !== undefined && now < latestSeen) reasons.push({ code: "license/clock-moved-back", latestSeen });
  return reasons;
}

function isTime(time: unknown): boolean {
  return Number.isSafeInteger(time);
}
