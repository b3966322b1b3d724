import { wizardSteps } from "../../acquisition/index.js";
import { ensure, ensureEqual, exhaustiveRule, type Rule } from "../rule.js";
import { explore, type Screen } from "./explore.js";

/** The rule on all ways together. */
export const graphRules: readonly Rule[] = [
  exhaustiveRule(
    "acquisition",
    {
      id: "AQ-04",
      statement:
        "Steps are skipped or branched by what was entered; every path ends in finish or cancel; no dead end, no unreachable step.",
      source: "S1",
    },
    async (subject) => {
      const { screens, moves } = await explore(subject);
      const steps = new Set([...screens.values()].map(({ step }) => step));
      ensureEqual(
        [...wizardSteps].filter((step) => !steps.has(step)),
        [],
        "steps that nobody comes to",
      );
      ensureEqual(
        [...steps].filter((step) => !wizardSteps.includes(step)),
        [],
        "steps that there are not",
      );
      const finishing = leadingTo(screens, ({ step }) => step === "finish");
      for (const [key, { step, back, ways }] of screens) {
        const isEnd = step === "finish" || step === "closed";
        ensure(isEnd || finishing.has(key), `from ${step} nobody comes to the end: ${key}`);
        ensure(
          isEnd || step === "installing" || step === firstStep(screens, key) || back.length > 0,
          `back from ${step}`,
        );
        for (const target of isEnd ? ways.keys() : []) {
          const next = screens.get(target)?.step;
          ensure(next === step || next === "closed", `${step} is an end`);
        }
      }
      return moves;
    },
  ),
];

/** The screens from which one can come to such a screen. */
function leadingTo(screens: ReadonlyMap<string, Screen>, isGoal: (screen: Screen) => boolean): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const [key, { ways }] of screens) {
    for (const target of ways.keys()) {
      const known = before.get(target);
      if (known === undefined) before.set(target, [key]);
      else known.push(key);
    }
  }
  const found = new Set([...screens].filter(([, screen]) => isGoal(screen)).map(([key]) => key));
  const waiting = [...found];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const earlier of before.get(key) ?? []) {
      if (found.has(earlier)) continue;
      found.add(earlier);
      waiting.push(earlier);
    }
  }
  return found;
}

/** The step on which the wizard of a screen began: there is nothing before it. */
function firstStep(screens: ReadonlyMap<string, Screen>, key: string): string | undefined {
  const screen = screens.get(key);
  return screen?.step === "visibility" || screen?.step === "action" ? screen.step : undefined;
}
