import * as fc from "fast-check";
import type { ObservedDongle, Occupant } from "../../diagnosis/index.js";
import { ensure, ensureEqual } from "../rule.js";
import { gradeOf, listed } from "./laws.js";
import { both, denied, one } from "./office.js";
import type { DiagnosisSubject } from "./subject.js";

/** Who sits where; and dongles that are plugged in somewhere, or were. */
export interface Counted {
  readonly holders: readonly Pick<Occupant, "user" | "computer">[];
  readonly seen: readonly ObservedDongle[];
}

export const counted: fc.Arbitrary<Counted> = fc.record({
  holders: fc.array(
    fc.record({
      user: fc.constantFrom("anna", "boris", "vera", null),
      computer: fc.constantFrom("TERMINAL", "BUH-31"),
    }),
    { maxLength: 8 },
  ),
  seen: fc.uniqueArray(
    fc.record({
      dongle: fc.record({ series: fc.constantFrom("ORGL8", "ORG8A"), id: fc.constantFrom("1", "2", "3") }),
      present: fc.boolean(),
      computer: fc.constantFrom(undefined, "SRV-1", "SRV-2"),
    }),
    { maxLength: 6, selector: ({ dongle }) => `${dongle.series} ${dongle.id}` },
  ),
});

/** Who holds how many seats, and which dongles count. @rule DG-02, AL-08 */
export async function holdsOfCounted(subject: DiagnosisSubject, of: Counted): Promise<void> {
  await holdsOfHolders(subject, of);
  await holdsOfSeries(subject, of);
}

async function holdsOfHolders(subject: DiagnosisSubject, { holders }: Counted): Promise<void> {
  const held = holders.map(({ user, computer }, at) => holderOf(user, computer, at));
  const full = both(denied("allocation/none-free", "all-seats-taken"), { holders: held });
  const { heldBy = [] } = listed(await subject.diagnose(full), "diagnosis/seats-taken");
  const who = ({ user, computer }: Counted["holders"][number]): string => JSON.stringify([user, computer]);
  const expected = [...new Set(holders.map(who))].map((key) => {
    return [key, holders.filter((holder) => who(holder) === key).length] as const;
  });
  const told = heldBy.map((occupant) => [who(occupant), occupant.seats] as const);
  ensureEqual(inAnyOrder(told), inAnyOrder(expected), "by whom seats are taken: each user on each computer, once");
  const seats = heldBy.map((occupant) => occupant.seats);
  const sorted = [...seats].sort((a, b) => b - a);
  ensureEqual(seats, sorted, "who holds most seats comes first");
}

/** Of the dongles of one series that are plugged into one computer, the one with the lowest id counts. */
async function holdsOfSeries(subject: DiagnosisSubject, { seen }: Counted): Promise<void> {
  const causes = await subject.diagnose({ dongles: { seen } });
  const hidden = seen.filter(({ dongle, present, computer }) => {
    const others = seen.filter((other) => other.present && other.computer === computer);
    return present && others.some((other) => other.dongle.series === dongle.series && other.dongle.id < dongle.id);
  });
  const cause = "diagnosis/dongles-of-one-series";
  if (hidden.length === 0) {
    ensure(gradeOf(causes, cause) >= 2, "no dongle is hidden by its series");
    return;
  }
  const { certainty, remedy } = listed(causes, cause);
  ensure(remedy.action === "move-dongle", "dongles that do not count are moved");
  ensureEqual(certainty, "certain", "dongles hidden by their series");
  ensureEqual(inAnyOrder(remedy.dongles), inAnyOrder(hidden.map(({ dongle }) => dongle)), "which dongles do not count");
}

function inAnyOrder(all: readonly unknown[]): readonly string[] {
  return all.map((each) => JSON.stringify(each)).sort();
}

function holderOf(user: string | null, computer: string, at: number) {
  return {
    license: one.name,
    kind: "session",
    unit: `session ${at}`,
    user,
    computer,
    terminalSession: null,
    since: at,
    state: "in-use",
    beyond: false,
    freeAt: null,
    sessions: [],
  } as const;
}
