import { handle, replay } from "licit";
import { center, type CenterCommand, type CenterState } from "licit/center";
import type { KitNumber } from "licit/pins";
import type { EventStore } from "./event-store.js";

/** What `handle` made of a command. What it made of it is on record, where there is anything to be: somebody may be told. */
export type Served =
  | { readonly decided: true; readonly handled: ReturnType<typeof handleCommand> }
  /** Others were always faster. Nothing happened: ask again. */
  | { readonly decided: false };

/** Decides and stores what is asked of kits. */
export interface KitDesk {
  serve(kit: KitNumber, command: CenterCommand): Promise<Served>;
  /** What is known of a kit now. */
  look(kit: KitNumber): Promise<CenterState>;
}

/** A kit up to one of its events. */
interface Known {
  readonly events: number;
  readonly state: CenterState;
}

const ATTEMPTS = 50;
const KITS_IN_MEMORY = 1_000;

/**
 * A desk over a store of events. Several processes may work on one store: each decides on what it knows, and an event is
 * stored only as the next one of its kit; whoever comes late looks again. What is remembered here spares the reading, and
 * is never trusted further than that.
 */
export function kitDesk(store: EventStore): KitDesk {
  const memory = new Map<KitNumber, Known>();

  function remember(kit: KitNumber, known: Known): Known {
    // The one that was used least recently stands first.
    memory.delete(kit);
    memory.set(kit, known);
    const [oldest] = memory.keys();
    if (memory.size > KITS_IN_MEMORY && oldest !== undefined) memory.delete(oldest);
    return known;
  }

  async function readOn(kit: KitNumber, from: Known): Promise<Known> {
    const events = await store.read(kit, from.events);
    // Others may have read further meanwhile.
    const newest = memory.get(kit);
    if (newest !== undefined && newest.events > from.events + events.length) return newest;
    const state = events.length === 0 ? from.state : replay(center, events, from.state);
    const known = { events: from.events + events.length, state };
    // Kits that are not there are not remembered: whoever tries out numbers would push the others out.
    return known.events === 0 ? known : remember(kit, known);
  }

  const newestOf = (kit: KitNumber): Promise<Known> => readOn(kit, memory.get(kit) ?? unknown);

  return {
    look: async (kit) => (await newestOf(kit)).state,
    async serve(kit, command) {
      let known = memory.get(kit) ?? (await newestOf(kit));
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const handled = handleCommand(command, known.state);
        const events = handled.decision.ok ? handled.decision.events : [];
        if (events.length > 0 && (await store.append(kit, known.events, events))) {
          remember(kit, { events: known.events + events.length, state: handled.state });
          return { decided: true, handled };
        }
        const now = await newestOf(kit);
        // Nothing to store, and nothing came meanwhile: that is the answer.
        if (events.length === 0 && now.events === known.events) return { decided: true, handled };
        known = now;
      }
      return { decided: false };
    },
  };
}

const unknown: Known = { events: 0, state: center.initialState() };

function handleCommand(command: CenterCommand, state: CenterState) {
  return handle(center, command, state);
}
