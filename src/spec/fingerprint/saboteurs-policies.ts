import * as licit from "../../fingerprint/index.js";
import { compare, pseudonymize, standardPolicy } from "../../fingerprint/index.js";
import type { Saboteur } from "../saboteur.js";
import { withScalar } from "./edits.js";
import { comparing } from "./sabotage.js";

/** For each rule on policies and what is built upon a comparison, a mistake that somebody could make. */
export const policySaboteurs: readonly Saboteur[] = [
  {
    rule: "FP-19",
    mistake: "The licenses of one computer have one reference: the first one's.",
    alsoBreaks: [],
    subject: {
      fingerprint: {
        ...licit,
        recoveriesNeeded(licenses, observed, policy) {
          const reference = licenses[0]?.reference ?? observed;
          return licit.recoveriesNeeded(
            licenses.map(({ name }) => ({ name, reference })),
            observed,
            policy,
          );
        },
      },
    },
  },
  {
    rule: "FP-21",
    mistake: "Time goes forward only.",
    alsoBreaks: [],
    subject: {
      fingerprint: {
        ...licit,
        isCheckDue: (last, now, { checkInterval }) =>
          last === undefined || checkInterval === undefined || now - last >= checkInterval,
      },
    },
  },
  {
    rule: "FP-23",
    mistake: "A vote is won by more than the threshold.",
    alsoBreaks: [],
    subject: {
      fingerprint: comparing((reference, observed, policy = standardPolicy) =>
        compare(
          reference,
          observed,
          policy.kind === "weighted" ? { ...policy, threshold: policy.threshold + 1 } : policy,
        ),
      ),
    },
  },
  {
    rule: "FP-24",
    mistake: "Every text is digested as it stands: what is the same stays the same.",
    alsoBreaks: [],
    subject: {
      fingerprint: {
        ...licit,
        pseudonymize(of, salt) {
          const { version } = of.os;
          const whole = typeof version === "string" ? `whole ${version}` : version;
          return pseudonymize(withScalar(of, "os.version", whole), salt);
        },
      },
    },
  },
  {
    rule: "FP-25",
    mistake: "A computer without a MAC or serial can still be told by its name.",
    alsoBreaks: [],
    subject: {
      fingerprint: {
        ...licit,
        bindsEnough: (reference, policy = standardPolicy) =>
          licit.bindsEnough(reference, {
            ...policy,
            required: policy.required ?? ["os.name", "os.version", "networkName", "memoryBytes"],
          }),
      },
    },
  },
];
