import type { Cause, Observations, Remedy, Situation } from "../../diagnosis/index.js";
import type { Eventually } from "../eventually.js";

/** What is checked of `licit/diagnosis`. */
export interface DiagnosisSubject {
  diagnose(observations: Observations): Eventually<readonly Cause[]>;
  remedyFor(situation: Situation): Eventually<Remedy>;
}
