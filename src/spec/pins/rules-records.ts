import * as fc from "fast-check";
import { licenseTypes, placesOf, type KitDefinition, type PinKitCommand, type PinRow } from "../../pins/index.js";
import { ensure, ensureEqual, exhaustiveRule, rulesFor, type Rule } from "../rule.js";
import { explorePinKit } from "./explore.js";
import { kitOf, limited, unlimited } from "./kits.js";
import { changedRows } from "./rules-spending.js";
import { evolve, play, rowOf, stateIn, storiesOf, type Played } from "./story.js";

const rule = rulesFor("pins");
const stories = storiesOf(unlimited);
const at = 99;
const both = ["single-user", "multi-user"] as const;

/** Small kits of each shape and policy; larger ones are explored when the guide is made: see docs/pins.md. */
const explored: readonly { readonly definition: KitDefinition; readonly additional: number }[] = [
  { definition: { name: "client-1", client: { workstations: 1, sets: ["single-user"] } }, additional: 1 },
  { definition: { name: "client-2", client: { workstations: 2, sets: both }, pinsPerLicense: 2 }, additional: 0 },
  {
    definition: { name: "package-1", client: { workstations: 1, sets: both }, server: true, pinsPerLicense: 2 },
    additional: 0,
  },
  { definition: { name: "limited", server: true, recoveries: { perPin: 1, perKit: 2 } }, additional: 1 },
  {
    definition: {
      name: "strict",
      client: { workstations: 2, sets: ["single-user"] },
      pinsPerLicense: 2,
      cancelledPlaces: "kept",
      additionalPins: "that-license",
    },
    additional: 1,
  },
];

/** The rules on what a kit remembers. */
export const recordRules: readonly Rule[] = [
  rule(
    {
      id: "PN-16",
      statement:
        "The report lists every PIN of a kit, grouped by license type, with its state, license, note, and the computer's name where known.",
      source: "S4",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const played = await play(subject, story);
        ensureEqual(await subject.pinReport(await subject.pinKit.initialState()), [], "a kit that was not opened");
        ensureEqual(played.rows, expectedRows(played), "the report");
      },
    },
  ),
  exhaustiveRule(
    "pins",
    {
      id: "PN-20",
      statement:
        "The machine is closed: no command from any reachable state throws, leaves a PIN in two states, revives a superseded, cancelled or void PIN, or exceeds PN-08. A rejection changes nothing.",
      source: "—",
    },
    async (subject) => {
      let states = 0;
      for (const { definition, additional } of explored) {
        states += (await explorePinKit(subject, kitOf(definition), { additional, alike: true })).states;
      }
      return states;
    },
  ),
  rule(
    { id: "PN-21", statement: "Replaying the events gives the same state as having decided them.", source: "—" },
    {
      cases: storiesOf(fc.oneof(unlimited, limited)),
      async holds(subject, story) {
        const { events, state, rows } = await play(subject, story);
        const stored = JSON.parse(JSON.stringify(events)) as typeof events; // as they come from a store
        const replayed = await evolve(subject, await subject.pinKit.initialState(), stored);
        ensureEqual(replayed, state, "the state");
        ensureEqual(await subject.pinReport(replayed), rows, "the report");
        const [first] = events;
        ensure(first?.type === "kit-opened", "a history begins with the opening of the kit");
      },
    },
  ),
  rule(
    {
      id: "PN-22",
      statement:
        "An operator can cancel a PIN and revoke its license: final; the other set does not come back; the place under PN-08 is freed (policy: kept).",
      source: "S4",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { state, rows, kit } = await play(subject, story);
        for (const { pin, set, state: was } of rows) {
          const cancel = { type: "cancel", data: { pin, at } } as const;
          const decision = await subject.pinKit.decide(cancel, state);
          ensure(decision.ok === (was === "unused" || was === "current"), `a ${was} PIN is cancelled`);
          if (!decision.ok) continue;
          const now = await evolve(subject, state, decision.events);
          const after = await subject.pinReport(now);
          ensureEqual(
            changedRows(rows, after).map((row) => row.pin),
            [pin],
            "no other PIN is touched",
          );
          ensureEqual([stateIn(after, pin), rowOf(after, pin)?.since], ["cancelled", at], "it is cancelled");
          for (const other of [cancel, acquisition(pin), recovery(pin)]) {
            const refused = await subject.pinKit.decide(other, now);
            ensure(!refused.ok && refused.error.code === "pins/cancelled", `${other.type} with a cancelled PIN`);
            ensureEqual(refused.error.since, at, "since when");
          }
          const full =
            rows.filter((row) => row.set === set && row.state === "current").length === placesOf(kit.definition, set);
          const unused = after.find((row) => row.set === set && row.state === "unused" && !row.additional);
          if (was !== "current" || !full || unused === undefined) continue;
          const freed = (await subject.pinKit.decide(acquisition(unused.pin), now)).ok;
          ensure(freed === (kit.definition.cancelledPlaces !== "kept"), "whether the place is free again");
        }
      },
    },
  ),
  rule(
    {
      id: "PN-23",
      statement: "A PIN carries a note (say, the computer's name), set by command.",
      source: "S4, S2",
    },
    {
      cases: fc.tuple(
        stories,
        fc.oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.constant("Ж".repeat(998))),
        fc.nat(20),
      ),
      async holds(subject, [story, words, nth]) {
        const { state, rows } = await play(subject, story);
        const { pin } = rows[nth % rows.length] ?? { pin: "" };
        const { note: _before, ...bare } = rowOf(rows, pin) ?? {};
        for (const note of [words, `${words} 2`, ""]) {
          const decision = await subject.pinKit.decide({ type: "note", data: { pin, note, at } }, state);
          ensure(decision.ok, "a note is taken");
          const after = await subject.pinReport(await evolve(subject, state, decision.events));
          ensureEqual(rowOf(after, pin), note === "" ? bare : { ...bare, note }, "the note, and nothing else");
        }
      },
    },
  ),
];

const acquisition = (pin: string): PinKitCommand => ({ type: "acquire", data: { pin, reference: "r", at } });
const recovery = (pin: string): PinKitCommand => ({ type: "recover", data: { pin, parameters: "unchanged", at } });

/** What a report must say, from what was accepted. Obvious and slow: one line after the other. */
function expectedRows({ kit, steps }: Played): readonly PinRow[] {
  let rows: PinRow[] = licenseTypes.flatMap((set) =>
    (kit.pins[set] ?? []).map((pin, index) => ({
      set,
      place: index + 1,
      pin,
      state: "unused" as const,
      additional: false,
    })),
  );
  const put = (pin: string, change: (row: PinRow) => PinRow) => {
    rows = rows.map((row) => (row.pin === pin ? change(row) : row));
  };
  const setOf = (pin: string) => rowOf(rows, pin)?.set ?? "server";
  for (const { command, decision } of steps) {
    if (!decision.ok || command.type === "open") continue;
    const { pin, at: since } = command.data;
    const license = `${pin}-${kit.kit}`;
    if (command.type === "acquire") {
      const { reference, computer } = command.data;
      put(pin, (row) => inUse(row, { license, acquiredWith: pin, since, reference, computer }));
    } else if (command.type === "recover" && command.data.parameters === "changed") {
      const { sparePin, reference, computer } = command.data;
      const acquiredWith = rowOf(rows, pin)?.acquiredWith ?? "";
      put(pin, ({ reference: _reference, ...row }) => ({ ...row, state: "superseded", since, supersededBy: sparePin }));
      put(sparePin, (row) =>
        inUse(row, { license: `${sparePin}-${kit.kit}`, acquiredWith, since, reference, computer }),
      );
    } else if (command.type === "cancel") {
      put(pin, ({ reference: _reference, ...row }) => ({ ...row, state: "cancelled", since }));
    } else if (command.type === "note") {
      const { note } = command.data;
      put(pin, ({ note: _before, ...row }) => (note === "" ? row : { ...row, note }));
    } else if (command.type === "issueAdditional") {
      const set = setOf(pin);
      const place = rows.filter((row) => row.set === set).length + 1;
      rows.push({ set, place, pin: command.data.newPin, state: "unused", additional: true });
    }
    const chosen = rows.find(({ set, license: acquired }) => set !== "server" && acquired !== undefined)?.set;
    rows = rows.map((row) => {
      const lost = chosen !== undefined && row.set !== "server" && row.set !== chosen;
      return lost && row.state === "unused" ? { ...row, state: "void" } : row;
    });
  }
  return licenseTypes.flatMap((set) => rows.filter((row) => row.set === set));
}

function inUse(
  row: PinRow,
  use: Pick<PinRow, "license" | "acquiredWith" | "since" | "reference"> & { computer: string | undefined },
): PinRow {
  const { computer, ...rest } = use;
  return { ...row, ...rest, ...(computer === undefined ? {} : { computer }), state: "current" };
}
