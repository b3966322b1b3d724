import * as licit from "../../fingerprint/index.js";
import { compare, digestOf, type KeyParameters } from "../../fingerprint/index.js";
import type { Saboteur } from "../saboteur.js";
import { withScalar } from "./edits.js";
import { broken, comparing, type Compare } from "./sabotage.js";

/** For each rule on verdicts as a whole, a mistake that somebody could make. */
export const verdictSaboteurs: readonly Saboteur[] = [
  {
    rule: "FP-10",
    mistake: "One violation is forgiven when something was improved as well: on the whole it is the same computer.",
    alsoBreaks: ["FP-13"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        const improved = compared.findings.some(({ effect, kind }) => effect === "tolerated" && kind === "increased");
        const violations = compared.findings.filter(({ effect }) => effect === "breaking").length;
        return improved && violations === 1 ? { ...compared, outcome: "same" } : compared;
      }),
    },
  },
  {
    rule: "FP-11",
    mistake: "A tolerated state becomes the new reference, so that changes do not add up.",
    alsoBreaks: ["FP-09", "FP-12", "FP-14", "FP-17", "FP-18", "FP-23", "FP-27"],
    subject: { fingerprint: comparing(remembering()) },
  },
  {
    rule: "FP-13",
    mistake: "Somewhat less RAM is what the graphics card took.",
    alsoBreaks: ["FP-05", "FP-10", "FP-11", "FP-14", "FP-18", "FP-23"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const [before, after] = [reference.memoryBytes, observed.memoryBytes];
        const close =
          typeof before === "number" && typeof after === "number" && after < before && after >= before * 0.5;
        return compare(reference, close ? withScalar(observed, "memoryBytes", before) : observed, policy);
      }),
    },
  },
  {
    rule: "FP-15",
    mistake: "What is not there has changed.",
    alsoBreaks: ["FP-14", "FP-23", "FP-27"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const compared = compare(reference, observed, policy);
        return compared.outcome === "undetermined" ? { ...compared, outcome: "changed" } : compared;
      }),
    },
  },
  {
    rule: "FP-16",
    mistake: "A virtual machine on another host is another computer.",
    alsoBreaks: ["FP-23"],
    subject: {
      fingerprint: comparing((reference, observed, policy) => {
        const host = (of: object) => JSON.stringify(Object.entries(of).find(([name]) => name === "hypervisor"));
        const compared = compare(reference, observed, policy);
        return host(reference) === host(observed) ? compared : broken(compared, "board.model", "FP-02");
      }),
    },
  },
  {
    rule: "FP-17",
    mistake: "All indexes of planned changes are those of the computer as it stands now.",
    alsoBreaks: ["FP-23"],
    subject: {
      fingerprint: {
        ...licit,
        whatIf(reference, changes, policy) {
          const removals = changes.filter(({ change }) => change === "remove");
          return licit.whatIf(reference, [...removals, ...changes.filter(({ change }) => change !== "remove")], policy);
        },
      },
    },
  },
  {
    rule: "FP-18",
    mistake: "A digest is the digest of the JSON that there is.",
    alsoBreaks: ["FP-01", "FP-16", "FP-23", "FP-26", "FP-27"],
    subject: {
      fingerprint: {
        ...licit,
        digestOf: (of) => digestOf({ ...of, networkName: JSON.stringify(of) }),
      },
    },
  },
];

/** Puts what was tolerated in the reference's place. */
function remembering(): Compare {
  const references = new WeakMap<KeyParameters, KeyParameters>();
  return (reference, observed, policy) => {
    const compared = compare(references.get(reference) ?? reference, observed, policy);
    if (compared.outcome === "same") references.set(reference, observed);
    return compared;
  };
}
