import { placesOf, setsOf, type KitDefinition, type LicenseType, type PinRow } from "../../pins/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { unlimited } from "./kits.js";
import { play, rowOf, stateIn, storiesOf, type Step } from "./story.js";

const rule = rulesFor("pins");
const stories = storiesOf(unlimited);

const clientSets: readonly LicenseType[] = ["single-user", "multi-user"];

/** Rows of a set in a state. */
export function countIn(rows: readonly PinRow[], set: LicenseType, state: PinRow["state"]): number {
  return rows.filter((row) => row.set === set && row.state === state).length;
}

/** Places of a set that are taken: licenses in use, and where cancelled ones keep theirs, those. */
function takenIn(rows: readonly PinRow[], set: LicenseType, { cancelledPlaces }: KitDefinition): number {
  const cancelled = rows.filter((row) => row.set === set && row.state === "cancelled" && row.license !== undefined);
  return countIn(rows, set, "current") + (cancelledPlaces === "kept" ? cancelled.length : 0);
}

/** Rows that differ between two reports. */
export function changedRows(before: readonly PinRow[], after: readonly PinRow[]): readonly PinRow[] {
  const text = new Map(before.map((row) => [row.pin, JSON.stringify(row)]));
  return after.filter((row) => text.get(row.pin) !== JSON.stringify(row));
}

/** The client set that a license was acquired from, ever. */
function chosenIn(rows: readonly PinRow[]): LicenseType | undefined {
  return clientSets.find((set) => rows.some((row) => row.set === set && row.license !== undefined));
}

/** Acquisitions among steps. */
function acquisitions(steps: readonly Step[]) {
  return steps.flatMap(({ command, ...step }) => (command.type === "acquire" ? [{ data: command.data, ...step }] : []));
}

/** The rules on acquiring licenses. */
export const spendingRules: readonly Rule[] = [
  rule(
    { id: "PN-06", statement: "One PIN acquires one license.", source: "S2" },
    {
      cases: stories,
      async holds(subject, story) {
        const { steps } = await play(subject, story);
        const acquired = new Set<string>();
        for (const { data, before, decision, after } of acquisitions(steps)) {
          if (!decision.ok) continue;
          ensure(!acquired.has(data.pin), `${data.pin} acquires once`);
          acquired.add(data.pin);
          ensure(stateIn(before, data.pin) === "unused", "only an unused PIN acquires");
          const changed = changedRows(before, after).filter(({ state }) => state !== "void");
          ensureEqual(
            changed.map(({ pin, state }) => [pin, state]),
            [[data.pin, "current"]],
            "one PIN, one license",
          );
          ensureEqual(changed[0]?.reference, data.reference, "the license is bound to the reference given");
        }
      },
    },
  ),
  rule(
    {
      id: "PN-07",
      statement:
        "In a kit with both sets, the first license acquired decides: the other set becomes invalid at once and for good, whatever happens later.",
      source: "S2, S0",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { steps, opened, kit } = await play(subject, story);
        const fresh = await subject.pinReport(opened);
        ensure(
          fresh.every(({ state }) => state === "unused"),
          "nothing is void in a fresh kit",
        );
        const hasBoth = clientSets.every((set) => setsOf(kit.definition).includes(set));
        for (const { command, before, decision, after } of steps) {
          const chosen = chosenIn(after);
          for (const { set, pin, state } of after) {
            const lost = hasBoth && chosen !== undefined && set !== "server" && set !== chosen;
            ensure(
              (state === "void") === (lost && state !== "cancelled"),
              `${pin} of ${set}, ${chosen ?? "none"} chosen`,
            );
          }
          for (const event of decision.ok ? decision.events : []) {
            if (event.type !== "license-acquired") continue;
            const lost = hasBoth && chosenIn(before) === undefined && event.data.set !== "server";
            const voids = event.data.set === "single-user" ? "multi-user" : "single-user";
            ensureEqual(event.data.voids, lost ? voids : null, "the event says which set is lost");
          }
          const pin = command.type === "acquire" ? command.data.pin : undefined;
          if (pin !== undefined && stateIn(before, pin) === "void") {
            ensure(!decision.ok && decision.error.code === "pins/void", "a PIN of the other set is refused by name");
          }
        }
      },
    },
  ),
  rule(
    {
      id: "PN-08",
      statement:
        "From a single-user set at most as many licenses are active at a time as the kit has workstations; from a multi-user or server set, one. The remaining PINs serve recovery only.",
      source: "S2",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { steps, kit } = await play(subject, story);
        const { definition } = kit;
        for (const { data, before, decision } of acquisitions(steps)) {
          const row = rowOf(before, data.pin);
          if (row?.state !== "unused") continue;
          const full = takenIn(before, row.set, definition) >= placesOf(definition, row.set);
          if (full) ensure(!decision.ok, "no license beyond the places of its set");
          const refusedForRoom = !decision.ok && decision.error.code === "pins/no-place-left";
          if (!row.additional || definition.additionalPins !== "that-license")
            ensure(refusedForRoom === full, `refused for want of room: ${JSON.stringify(decision)}`);
        }
        for (const { after } of steps) {
          for (const set of setsOf(definition)) {
            ensure(countIn(after, set, "current") <= placesOf(definition, set), `licenses of ${set}`);
          }
        }
      },
    },
  ),
  rule(
    {
      id: "PN-11",
      statement: "A PIN in use cannot be used for a first-time registration or on another computer: already activated.",
      source: "field reports",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { steps, state, rows } = await play(subject, story);
        for (const { data, before, decision } of acquisitions(steps)) {
          if (stateIn(before, data.pin) !== "current") continue;
          ensure(
            !decision.ok && decision.error.code === "pins/already-activated",
            "an activated PIN is refused by name",
          );
          ensureEqual(decision.error.since, rowOf(before, data.pin)?.since, "since when");
          ensureEqual(decision.error.instead, "recover-with-this-pin", "what to do instead");
        }
        for (const { pin, reference = "r", computer } of rows.filter((row) => row.state === "current")) {
          const again = { type: "acquire", data: { pin, reference, computer, at: 99 } } as const;
          const decision = await subject.pinKit.decide(again, state);
          ensure(!decision.ok && decision.error.code === "pins/already-activated", "not even on the same computer");
        }
        for (const { pin, set } of rows.filter(({ state }) => state === "current")) {
          const other = rows.find((row) => row.set === set && row.state === "current" && row.pin !== pin);
          if (other === undefined) continue;
          const decision = await subject.pinKit.decide(
            { type: "recover", data: { parameters: "changed", pin, sparePin: other.pin, reference: "r", at: 99 } },
            state,
          );
          ensure(
            !decision.ok && decision.error.code === "pins/already-activated",
            "another license's PIN is no spare one",
          );
        }
      },
    },
  ),
  rule(
    {
      id: "PN-17",
      statement:
        "In a package kit, client and server licenses have sets of their own; PN-07 binds only the two client sets.",
      source: "S2",
    },
    {
      cases: storiesOf(
        unlimited.map((definition) => ({
          ...definition,
          client: { workstations: 2, sets: ["single-user", "multi-user"] as const },
          server: true,
        })),
      ),
      async holds(subject, story) {
        const { steps } = await play(subject, story);
        for (const { command, before, stateBefore, decision, after, stateAfter } of steps) {
          ensure(countIn(after, "server", "void") === 0, "a server PIN is never void");
          if (command.type !== "acquire" || !decision.ok || rowOf(before, command.data.pin)?.set !== "server") continue;
          const others = (rows: readonly PinRow[]) => rows.filter(({ set }) => set !== "server");
          ensureEqual(others(after), others(before), "a server license decides nothing about client sets");
          for (const { pin } of others(after)) {
            const acquire = { type: "acquire", data: { pin, reference: "r", at: 99 } } as const;
            const [then, now] = [
              await subject.pinKit.decide(acquire, stateBefore),
              await subject.pinKit.decide(acquire, stateAfter),
            ];
            ensureEqual(now, then, "a client PIN acquires as it did before the server license");
          }
        }
      },
    },
  ),
];
