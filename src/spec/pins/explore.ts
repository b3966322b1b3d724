import { licenseTypes, placesOf, type Kit, type PinKitCommand, type PinRow, type PinState } from "../../pins/index.js";
import { ensure } from "../rule.js";
import type { PinsSubject } from "../subject.js";
import { KIT, pinNumber, pinsOf } from "./kits.js";
import { evolve } from "./story.js";

/** What an exploration to closure saw. */
export interface Exploration {
  readonly states: number;
  /** Commands that were accepted, and led somewhere or nowhere. */
  readonly accepted: number;
  readonly refused: number;
  /** What became of single PINs, each way once: from, by which command, to. */
  readonly ways: readonly (readonly [from: PinState, command: PinKitCommand["type"], to: PinState])[];
}

/** How an exploration goes about it. */
export interface ExploreOptions {
  /** PINs that may be issued on request. Default 0. */
  readonly additional?: number;
  /**
   * Takes states for one that differ only in which of equal PINs was used. Far fewer states; that the machine treats
   * PINs of a set alike, random stories check.
   */
  readonly alike?: boolean;
  /** States to give up at. Default 20,000. */
  readonly most?: number;
}

/**
 * Visits every state that a kit can reach under every command, and holds each against the invariants: no command throws,
 * no PIN is in two states, none comes back from superseded, cancelled or void, no set has more licenses than places, a
 * refusal changes nothing.
 *
 * @rule PN-20
 */
export async function explorePinKit(
  subject: PinsSubject,
  kit: Kit,
  options: ExploreOptions = {},
): Promise<Exploration> {
  const extra = Array.from({ length: options.additional ?? 0 }, (_, at) => pinNumber(2_000 + at));
  const commands: readonly PinKitCommand[] = [
    { type: "open", data: { ...kit, at: 1 } },
    ...commandsOn([...pinsOf(kit), ...extra, pinNumber(5_000)], extra),
  ];
  const begun = await subject.pinKit.decide(
    { type: "open", data: { ...kit, at: 1 } },
    await subject.pinKit.initialState(),
  );
  ensure(begun.ok, "the kit is opened");
  const keyOf = options.alike === true ? alikeKey : (rows: readonly PinRow[]) => JSON.stringify(rows);
  const opened = await evolve(subject, await subject.pinKit.initialState(), begun.events);
  const rows = await subject.pinReport(opened);
  const seen = new Set([keyOf(rows)]);
  const waiting = [{ state: opened, rows }];
  const ways = new Map<string, Exploration["ways"][number]>();
  let [accepted, refused] = [0, 0];
  const most = options.most ?? 20_000;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    checkState(kit, next.rows);
    const before = JSON.stringify(next.state);
    for (const command of commands) {
      const decision = await subject.pinKit.decide(command, next.state);
      if (!decision.ok) {
        refused++;
        ensure(/^pins\/[a-z-]+$/.test(decision.error.code), "a refusal says why");
        ensure(/^[a-z-]+$/.test(decision.error.instead), "a refusal says what to do instead");
        continue;
      }
      accepted++;
      const state = await evolve(subject, next.state, decision.events);
      const after = await subject.pinReport(state);
      for (const way of waysBetween(next.rows, command, after)) ways.set(way.join(), way);
      const key = keyOf(after);
      if (seen.has(key)) continue;
      seen.add(key);
      ensure(seen.size <= most, `the machine closes within ${most} states`);
      waiting.push({ state, rows: after });
    }
    ensure(JSON.stringify(next.state) === before, "what was decided left the state as it was");
  }
  return { states: seen.size, accepted, refused, ways: [...ways.values()] };
}

/** Every command on every PIN, and with every spare PIN, at one moment. */
function commandsOn(pins: readonly string[], extra: readonly string[]): readonly PinKitCommand[] {
  const at = 1;
  const request = { kit: KIT, company: "c", reason: "r", requestFile: "not-asked", violations: [] } as const;
  return pins.flatMap((pin, index): PinKitCommand[] => [
    { type: "acquire", data: { pin, reference: "r", at } },
    { type: "recover", data: { pin, parameters: "unchanged", at } },
    ...pins.map((sparePin): PinKitCommand => ({
      type: "recover",
      data: { pin, sparePin, parameters: "changed", reference: "r", at },
    })),
    ...extra.map((newPin): PinKitCommand => ({ type: "issueAdditional", data: { pin, ...request, newPin, at } })),
    { type: "cancel", data: { pin, at } },
    ...(index === 0 ? [{ type: "note", data: { pin, note: "n", at } } as const] : []),
  ]);
}

function checkState({ definition }: Kit, rows: readonly PinRow[]): void {
  ensure(new Set(rows.map(({ pin }) => pin)).size === rows.length, "every PIN is in one state");
  for (const set of licenseTypes) {
    const licenses = rows.filter((row) => row.set === set && row.state === "current");
    ensure(licenses.length <= placesOf(definition, set), `no more licenses than places in ${set}`);
  }
}

const final: readonly PinState[] = ["superseded", "cancelled", "void"];

/** What became of each PIN; one that was spent must stay what it was. */
function waysBetween(
  before: readonly PinRow[],
  { type }: PinKitCommand,
  after: readonly PinRow[],
): Exploration["ways"] {
  ensure(
    before.every(({ pin }) => after.some((row) => row.pin === pin)),
    "no PIN is lost",
  );
  return after.flatMap(({ pin, state: to }) => {
    const from = before.find((row) => row.pin === pin)?.state;
    if (from === undefined || (from === to && !(type === "recover" && to === "current"))) return [];
    ensure(from === to || !final.includes(from), `a ${from} PIN does not become ${to}`);
    return [[from, type, to] as const];
  });
}

/** What a state is, whichever of equal PINs it befell: how many of each set are in which state, and how long each license's chain is. */
function alikeKey(rows: readonly PinRow[]): string {
  const lengthOf = (pin: string): number => {
    const before = rows.filter(({ supersededBy }) => supersededBy === pin);
    return 1 + before.reduce((sum, row) => sum + lengthOf(row.pin), 0);
  };
  const shapes = rows.map(
    ({ set, pin, state, license, supersededBy, additional, note }) =>
      `${set} ${state} ${license === undefined ? "" : "license"} ${supersededBy === undefined ? lengthOf(pin) : ""} ${String(additional)} ${note ?? ""}`,
  );
  return shapes.sort().join();
}
