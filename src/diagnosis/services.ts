import type { ServiceCause } from "./cause-code.js";
import { refused, said, seen, verdicts, when } from "./evidence.js";
import type { Facts } from "./facts.js";
import { usualPorts, type UsualPort } from "./ports.js";
import type { CauseRows } from "./row.js";

/** Causes that lie between the computer and others, and in what a person or an update did. @rule DG-02, DG-07 */
export const serviceCauses: CauseRows<ServiceCause> = {
  "diagnosis/port-blocked": {
    shows: "not-found",
    evidence: (facts) => [
      ...when(facts.manager === "unreachable", "partial", "dongles", "manager-unreachable"),
      ...facts.ports
        .filter(({ reachable }) => !reachable)
        .map(({ port, protocol }) => seen("certain", "ports", `${port}/${protocol}`)),
      ...said(facts, "partial", "dongle-manager"),
    ],
    ruledOut: ({ ports }) => ports.length > 0,
    remedy: (facts) => ({ action: "open-ports", ports: portsToOpen(facts) }),
    asks: ["ports"],
  },
  "diagnosis/center-unreachable": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "certain", "center-unreachable"),
      ...when(facts.center === "unreachable", "certain", "center", "unreachable"),
    ],
    ruledOut: ({ center }) => center === "reachable",
    remedy: () => ({ action: "use-another-channel" }),
    asks: ["center"],
  },
  "diagnosis/owner-mismatch": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "partial", "other-request"),
      ...when(facts.owner?.same === false, "certain", "owner", "differs"),
      ...refused(facts, "certain", "center/owner-differs"),
    ],
    ruledOut: ({ owner }) => owner?.same === true,
    remedy: ({ owner }) => ({ action: "correct-owner", fields: owner?.fields ?? [] }),
    asks: ["owner", "refusal"],
  },
  "diagnosis/other-response": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "certain", "other-request"),
      ...refused(facts, "certain", "license/other-request"),
    ],
    remedy: () => ({ action: "load-own-response" }),
    asks: ["messages", "refusal"],
  },
  "diagnosis/edition-changed": {
    shows: "otherwise",
    evidence: (facts) => [
      ...refused(facts, "partial", "pins/other-edition"),
      ...when(editionChanged(facts), "certain", "edition", "changed"),
    ],
    ruledOut: ({ edition }) => edition !== undefined,
    remedy: ({ edition }) => ({ action: "return-to-edition", ...(edition && { edition: edition.before }) }),
    asks: ["edition"],
  },
  "diagnosis/registration-failed": {
    shows: "otherwise",
    // Never certain: it takes no license away, and must not stand before what does.
    evidence: (facts) => said(facts, "partial", "registration-failed"),
    ruledOut: () => true,
    remedy: () => ({ action: "nothing" }),
    more: () => ({ everyMinutes: 15 }),
    asks: [],
  },
  "diagnosis/observation-unread": {
    shows: "otherwise",
    // A license that nobody could verify, for want of a verifier, was not read either.
    evidence: (facts) => [
      ...facts.unread,
      ...verdicts(facts, "license/cannot-verify").map((one) => ({ ...one, certainty: "partial" }) as const),
    ],
    ruledOut: () => true,
    remedy: () => ({ action: "read-again", parameters: [] }),
    asks: [],
  },
};

function editionChanged({ edition }: Facts): boolean {
  return edition !== undefined && edition.before !== edition.now;
}

/** Those that were tried in vain; where none was, those that are usual. @rule DG-06 */
function portsToOpen({ ports, manager, messages }: Facts): readonly UsualPort[] {
  const blocked = ports.filter(({ reachable }) => !reachable);
  if (blocked.length > 0)
    return blocked.map(({ port, protocol, purpose }) => ({ from: port, to: port, protocols: [protocol], purpose }));
  const isDongle = manager === "unreachable" || messages.some(({ code }) => code === "dongle-manager");
  return isDongle ? usualPorts.filter(({ purpose }) => purpose === "dongle-manager") : usualPorts;
}
