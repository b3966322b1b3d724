import { compareCodePoints } from "../core/index.js";
import type { Dongle } from "../license/index.js";
import type { DongleCause } from "./cause-code.js";
import type { Evidence } from "./cause.js";
import { found, said, seen, verdicts, when } from "./evidence.js";
import type { Facts } from "./facts.js";
import type { ObservedDongle } from "./observations.js";
import type { CauseRows } from "./row.js";

/** Causes that lie in dongles, and in how they are reached. @rule DG-02 */
export const dongleCauses: CauseRows<DongleCause> = {
  "diagnosis/dongle-absent": {
    shows: "not-found",
    evidence: (facts) => [
      ...verdicts(facts, "license/dongle-absent"),
      ...facts.dongles
        .filter(({ present }) => !present)
        .map(({ dongle }) => seen("certain", "dongles", "absent", dongle.id)),
      ...said(facts, "certain", "key-not-on-server"),
      ...said(facts, "partial", "no-local-dongle", "no-network-dongle"),
    ],
    ruledOut: ({ dongles }) => dongles.length > 0,
    remedy: (facts) => ({ action: "attach-dongle", dongles: absent(facts) }),
    asks: ["dongles", "licenses"],
  },
  "diagnosis/dongles-of-one-series": {
    shows: "none-free",
    evidence: (facts) => [
      ...hidden(facts).map(({ id }) => seen("certain", "dongles", "hidden-by-its-series", id)),
      ...found(facts, "certain", "hidden-by-its-series"),
      ...facts.seats
        .filter(({ idle }) => idle === "hidden-by-its-series")
        .map(({ license, computer }) => seen("certain", "seats", "hidden-by-its-series", license ?? computer)),
    ],
    ruledOut: ({ dongles }) => dongles.length > 0,
    remedy: (facts) => ({ action: "move-dongle", dongles: hidden(facts) }),
    asks: ["dongles", "seats"],
  },
  "diagnosis/dongle-and-software": {
    shows: "not-found",
    evidence: (facts) => when(bothThere(facts), "partial", "dongles", "beside-software"),
    ruledOut: ({ given, dongles }) => given.has("dongles") && !dongles.some(({ present }) => present),
    // The source says: try both.
    remedy: ({ settings }) => ({
      action: "change-setting",
      setting: "hardware-licenses",
      to: settings.hardwareLicenses === false ? "on" : "off",
    }),
    asks: ["dongles", "visible", "settings"],
  },
  "diagnosis/hardware-licenses-off": {
    shows: "not-found",
    evidence: (facts) => [
      ...switchedOff(facts),
      ...found(facts, "certain", "hardware-switched-off"),
      ...when(
        facts.denial?.trail.some(({ skipped }) => skipped === "hardware-switched-off") === true,
        facts.dongles.some(({ present }) => present) ? "certain" : "partial",
        "denial",
        "hardware-switched-off",
      ),
    ],
    ruledOut: ({ settings }) => settings.hardwareLicenses === true,
    remedy: () => ({ action: "change-setting", setting: "hardware-licenses", to: "on" }),
    asks: ["settings", "dongles"],
  },
  "diagnosis/dongle-manager-unreachable": {
    shows: "not-found",
    evidence: (facts) => [
      ...when(facts.manager === "unreachable", "certain", "dongles", "manager-unreachable"),
      ...said(facts, "partial", "dongle-manager"),
    ],
    ruledOut: ({ manager, messages }) =>
      manager === "reachable" || messages.some(({ code }) => code === "key-not-on-server"),
    remedy: () => ({ action: "start-dongle-manager" }),
    asks: ["dongles", "ports"],
  },
  "diagnosis/nethasp-ini": {
    shows: "not-found",
    evidence: (facts) => [
      // Without a dongle, nobody misses the file.
      ...said(facts, facts.dongles.some(({ present }) => present) ? "certain" : "partial", "no-ini"),
      ...facts.nethasp
        .filter(({ severity }) => severity === "fault")
        .map(({ code }) => seen("certain", "nethasp", code)),
    ],
    ruledOut: ({ given }) => given.has("nethasp"),
    remedy: ({ nethasp }) => ({ action: "correct-nethasp-ini", findings: nethasp }),
    asks: ["nethasp", "dongles"],
  },
};

function absent({ dongles, licenses }: Facts): readonly Dongle[] {
  const gone = dongles.filter(({ present }) => !present).map(({ dongle }) => dongle);
  const missed = licenses.flatMap(({ verdict }) =>
    verdict.reasons.flatMap((reason) => (reason.code === "license/dongle-absent" ? [reason.dongle] : [])),
  );
  return [...new Map([...gone, ...missed].map((one) => [keyOf(one), one])).values()];
}

/** Those that do not count: of each series on one computer all but the one with the lowest id. @rule AL-08 */
function hidden({ dongles }: Facts): readonly Dongle[] {
  const together = new Map<string, Map<string, Dongle>>();
  for (const { dongle, present, computer } of dongles) {
    if (!present) continue;
    const key = JSON.stringify([dongle.series, computer ?? null]);
    const others = together.get(key) ?? new Map<string, Dongle>();
    together.set(key, others.set(dongle.id, dongle));
  }
  return [...together.values()].flatMap((others) =>
    [...others.values()].sort((a, b) => compareCodePoints(a.id, b.id)).slice(1),
  );
}

function bothThere({ dongles, usable = [], licenses }: Facts): boolean {
  const software = usable.length > 0 || licenses.some(({ verdict }) => verdict.license?.binding.to === "hardware");
  return software && dongles.some(isHere);
}

function isHere({ present }: ObservedDongle): boolean {
  return present;
}

/** Switched off on purpose where there is no dongle; where there is one, it is not found. */
function switchedOff({ settings, dongles }: Facts): readonly Evidence[] {
  const certainty = dongles.some(isHere) ? "certain" : "partial";
  return when(settings.hardwareLicenses === false, certainty, "settings", "hardware-licenses-off");
}

function keyOf({ series, id }: Dongle): string {
  return JSON.stringify([series, id]);
}
