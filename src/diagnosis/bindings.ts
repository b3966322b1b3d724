import type { Finding } from "../fingerprint/index.js";
import type { Pin } from "../pins/index.js";
import { explainBindingReport } from "../platform/index.js";
import { oneMore } from "./acquire.js";
import type { BindingCause } from "./cause-code.js";
import type { LicenseFindings, LicenseRemedy } from "./cause.js";
import { found, nameInMessage, refused, said, verdicts } from "./evidence.js";
import { nameOf, type Facts } from "./facts.js";
import { remedyBeside } from "./remedy-for.js";
import type { Remedy } from "./remedy.js";
import type { CauseRows } from "./row.js";

/** Causes that lie in what a license is bound to, and until when. @rule DG-02 */
export const bindingCauses: CauseRows<BindingCause> = {
  "diagnosis/parameters-changed": {
    shows: "not-found",
    evidence: (facts) => [
      ...verdicts(facts, "license/binding-broken"),
      ...said(facts, "certain", "binding-broken"),
      ...refused(facts, "certain", "center/parameters-changed"),
      ...refused(facts, "partial", "center/binding-differs"),
    ],
    ruledOut: (facts) => facts.licenses.length > 0 && facts.licenses.every(({ verdict }) => isTold(verdict.comparison)),
    remedy: (facts) => withoutName(facts),
    more: (facts) => {
      const each = remediesOfBroken(facts);
      return { findings: brokenFindings(facts), ...(each.length > 0 && { each }) };
    },
    asks: ["licenses", "messages", "kits"],
  },
  "diagnosis/parameters-unread": {
    shows: "not-found",
    evidence: (facts) => [
      ...verdicts(facts, "license/undetermined", "license/observed-malformed"),
      ...refused(facts, "certain", "center/parameters-unread"),
    ],
    ruledOut: ({ licenses }) => licenses.length > 0,
    remedy: (facts) => {
      const unread = unreadFindings(facts).flatMap(({ findings }) => findings.map(({ parameter }) => parameter));
      return { action: "read-again", parameters: [...new Set(unread)] };
    },
    more: (facts) => ({ findings: unreadFindings(facts) }),
    asks: ["licenses"],
  },
  "diagnosis/weak-binding": {
    shows: "not-found",
    evidence: (facts) => [
      ...verdicts(facts, "license/weak-binding"),
      ...refused(facts, "certain", "fingerprint/weak-binding"),
    ],
    ruledOut: ({ licenses }) => licenses.length > 0,
    // What a license lacks, reading again does not bring back; where one is only asked for, it does.
    remedy: (facts) =>
      refused(facts, "certain", "fingerprint/weak-binding").length > 0
        ? { action: "read-again", parameters: [] }
        : { action: "ask-center", about: "weak-binding" },
    more: ({ licenses }) => {
      const reasons = licenses.flatMap(({ verdict }) => verdict.reasons);
      const missing = reasons.flatMap((one) => (one.code === "license/weak-binding" ? one.missing : []));
      return missing.length > 0 ? { missing: [...new Set(missing)] } : {};
    },
    asks: ["licenses"],
  },
  "diagnosis/clock-wrong": {
    shows: "not-found",
    evidence: (facts) =>
      verdicts(facts, "license/clock-moved-back", "license/not-yet-valid", "license/time-unreadable"),
    ruledOut: ({ licenses }) => licenses.length > 0,
    remedy: () => ({ action: "set-clock" }),
    asks: ["licenses"],
  },
  "diagnosis/license-expired": {
    shows: "not-found",
    evidence: (facts) => [
      ...verdicts(facts, "license/expired"),
      ...found(facts, "certain", "expired"),
      ...refused(facts, "certain", "center/expired"),
    ],
    ruledOut: ({ licenses }) => licenses.length > 0,
    remedy: () => ({ action: "ask-center", about: "renewal" }),
    asks: ["licenses", "denial"],
  },
  "diagnosis/other-vendor": {
    shows: "not-found",
    evidence: (facts) => verdicts(facts, "license/other-issuer", "license/other-product"),
    ruledOut: ({ licenses }) => licenses.length > 0,
    remedy: (facts) => oneMore(facts, "client-license"),
    asks: ["licenses"],
  },
};

type Compared = Facts["licenses"][number]["verdict"]["comparison"];

function isTold(comparison: Compared): boolean {
  return comparison?.outcome === "same" || comparison?.outcome === "changed";
}

/**
 * What each license needs over which the computer is said to have changed. One whose reference survives needs no spare PIN,
 * whatever else says that it broke: it is read again. Two licenses do not get the same spare PIN.
 */
function remediesOfBroken(facts: Facts): readonly LicenseRemedy[] {
  const surviving = new Set(survivors(facts));
  const taken = new Set<Pin>();
  return broken(facts).map((license) => ({
    license,
    remedy: surviving.has(license) ? readAgain : remedyOfChanged(facts, license, taken),
  }));
}

const readAgain: Remedy = { action: "read-again", parameters: [] };

function remedyOfChanged({ byName, kits }: Facts, license: string, taken: Set<Pin>): Remedy {
  const known = byName.get(license)?.verdict.license;
  if (known === undefined) return { action: "spare-pin" };
  // No hardware change breaks it (LC-16).
  if (known.binding.to === "dongle") return { action: "attach-dongle", dongles: [known.binding.dongle] };
  const kit = kits.get(known.kit);
  if (kit === undefined) return { action: "spare-pin", pin: known.pin };
  return remedyBeside({ outcome: "changed", filePresent: true, pin: known.pin, kit }, taken);
}

/** Where no license is named: a center's refusal, or a message that names no file. */
function withoutName(facts: Facts): Remedy {
  const { refusal, licenses } = facts;
  if (licenses.length > 0 && survivors(facts).length === licenses.length) return readAgain;
  return { action: "spare-pin", ...(refusal?.pin !== undefined && { pin: refusal.pin }) };
}

/** Licenses whose reference survives, by name and by file. */
function survivors({ licenses }: Facts): readonly string[] {
  return licenses.flatMap((one) => {
    const { verdict } = one;
    const survives = verdict.comparison?.outcome === "same" || verdict.outcome === "valid";
    return survives ? [nameOf(one) ?? ""] : [];
  });
}

/** The names of the licenses that are said to be broken, each once, in the order in which that was observed. */
function broken(facts: Facts): readonly string[] {
  const all = [...verdicts(facts, "license/binding-broken"), ...said(facts, "certain", "binding-broken")];
  return [...new Set(all.flatMap(({ license }) => license ?? []))];
}

function brokenFindings(facts: Facts): readonly LicenseFindings[] {
  return [
    ...findingsOf(facts, "breaking"),
    ...facts.messages.flatMap((message) => {
      if (message.code !== "binding-broken" || message.report === undefined) return [];
      const findings = explainBindingReport({ licenses: [message.report], unread: [] });
      return [{ license: nameInMessage(facts, message) ?? "", findings }];
    }),
  ];
}

function unreadFindings(facts: Facts): readonly LicenseFindings[] {
  return findingsOf(facts, "unread");
}

function findingsOf({ licenses }: Facts, effect: Finding["effect"]): readonly LicenseFindings[] {
  return licenses.flatMap((one) => {
    const findings = (one.verdict.comparison?.findings ?? []).filter((finding) => finding.effect === effect);
    return findings.length > 0 ? [{ license: nameOf(one) ?? "", findings }] : [];
  });
}
