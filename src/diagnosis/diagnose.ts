import { compareCodePoints } from "../core/index.js";
import { directoryTable, type DirectoryRow } from "../platform/index.js";
import { bindingCauses } from "./bindings.js";
import type { CauseCode } from "./cause-code.js";
import type { Cause, Certainty, Evidence } from "./cause.js";
import { costliest, rankOf } from "./costs.js";
import { dongleCauses } from "./dongles.js";
import { factsOf, type Facts } from "./facts.js";
import { fileCauses } from "./files.js";
import { names } from "./known-shapes.js";
import type { Observations } from "./observations.js";
import { pinCauses } from "./pins.js";
import type { CauseRow, CauseRows } from "./row.js";
import { seatCauses } from "./seats.js";
import { serviceCauses } from "./services.js";

/** Every cause that is known. */
const causes: CauseRows<CauseCode> = {
  ...fileCauses,
  ...bindingCauses,
  ...dongleCauses,
  ...seatCauses,
  ...pinCauses,
  ...serviceCauses,
};

/** The codes of all causes, by code point. @rule DG-02 */
export const causeCodes: readonly CauseCode[] = (Object.keys(causes) as CauseCode[]).sort(compareCodePoints); // its names

/**
 * Why no license is found, or obtained: every cause that fits what was observed, each with what speaks for it and what to do.
 *
 * A cause for which nothing speaks is there too, as a question, unless something rules it out; `ask` says what would tell.
 * More observations never make a cause less certain: where two contradict each other, both causes stay.
 *
 * Order: `certain`, `partial`, `none`; then by what the remedy takes ({@link remedyCosts}); then by code, by code points.
 *
 * `table` is the vendor's own, where licenses lie elsewhere than the platform's: as `licenseDirectories` takes it.
 *
 * Never throws. What is not of its shape is left out, item by item, and `diagnosis/observation-unread` says so. Takes a time
 * linear in the observations, but that the spare PINs of a kit are counted for each of its broken licenses.
 *
 * @rule DG-01, DG-02, DG-05, DG-06, DG-07
 * @source S0; S3; S4
 * @example
 * ```ts
 * import { diagnose } from "licit/diagnosis";
 *
 * // user1's license, and user2 does not see it.
 * const system = {
 *   family: "windows",
 *   version: "8.3.24",
 *   mode: "file",
 *   user: "user2",
 *   environment: { LOCALAPPDATA: "C:\\Users\\user2\\AppData\\Local", ProgramData: "C:\\ProgramData" },
 * } as const;
 * const file = { directory: "C:\\Users\\user1\\AppData\\Local\\1C\\1cv8\\conf", name: "20261122093005.lic" };
 *
 * const [first] = diagnose({ system, elsewhere: [file] });
 * first?.code; // → "diagnosis/file-elsewhere"
 * first?.places; // → [{ ...file, is: "other-user", of: "user1" }]
 * first?.remedy; // → { action: "move-file", files: [file], to: "C:\\ProgramData\\1C\\licenses" }
 * ```
 */
export function diagnose(
  observations: Observations,
  table: readonly DirectoryRow[] = directoryTable,
): readonly Cause[] {
  const facts = factsOf(observations, table);
  const told = toldBy(facts);
  return causeCodes
    .flatMap((code) => {
      const row = causes[code];
      const evidence = inOrder(row.evidence(facts));
      if (evidence.length === 0 && (isExcluded(row, told) || row.ruledOut?.(facts) === true)) return [];
      return [causeOf(code, row, evidence, facts)];
    })
    .sort(
      (a, b) =>
        certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
        rankOf(a.remedy) - rankOf(b.remedy) ||
        compareCodePoints(a.code, b.code),
    );
}

const certainties: readonly Certainty[] = ["certain", "partial", "none"];

function causeOf(code: CauseCode, row: CauseRow, evidence: readonly Evidence[], facts: Facts): Cause {
  const more = row.more?.(facts) ?? {};
  const remedy = row.remedy(facts);
  return {
    code,
    certainty:
      certainties.find((one) => one === "none" || evidence.some(({ certainty }) => certainty === one)) ?? "none",
    evidence,
    remedy:
      more.each === undefined
        ? remedy
        : costliest(
            more.each.map((one) => one.remedy),
            remedy,
          ),
    licenses: [...new Set(evidence.flatMap(({ license }) => license ?? []))],
    ...more,
    ask: row.asks.filter((name) => !facts.given.has(name)),
  };
}

function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidence].sort((a, b) => names.indexOf(a.from) - names.indexOf(b.from));
}

type Told = "not-found" | "none-free" | undefined;

/** What a search said, where all that speak of it agree. @rule AL-13, DG-05 */
function toldBy({ denial, messages }: Facts): Told {
  const all = new Set<Told>();
  if (denial !== undefined) all.add(denial.code === "allocation/none-free" ? "none-free" : "not-found");
  for (const { code } of messages) {
    if (code === "not-found") all.add("not-found");
    if (code === "none-free" || code === "seats-taken") all.add("none-free");
  }
  const [first, ...others] = all;
  return others.length > 0 ? undefined : first;
}

function isExcluded({ shows }: CauseRow, told: Told): boolean {
  return told !== undefined && (shows === "not-found" || shows === "none-free") && shows !== told;
}
