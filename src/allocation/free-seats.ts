import { values } from "./hash-map.js";
import { COMMUNITY_SESSIONS, inOrderOfFiles, seatsOf } from "./installed.js";
import { designerPool, infobasePool, overdraftPool, overdraftPools } from "./keys.js";
import type { PoolRow } from "./rows.js";
import { isOfClients, serves, type Installed } from "./site.js";
import { storeOf, type SeatState } from "./state.js";
import type { SeatView } from "./store.js";

/** Seats that add up, and how many of them are free. */
export interface FreeSeats {
  /** Where the license lies. */
  readonly computer: string;
  /** The license that gives them; `null`: they are beyond the licenses of their kind on that computer. @rule AL-19 */
  readonly license: string | null;
  /** For whom: everyone; Designer, where it has a pool of its own; the sessions of one infobase; an application server. */
  readonly for: "everyone" | "designer" | { readonly infobase: string } | "server";
  /** How many there are. 0: the license gives none, see `idle`. @rule AL-14 */
  readonly seats: number;
  readonly used: number;
  /** Kept for somebody, and not taken. @rule AL-19 */
  readonly kept: number;
  /** `seats` without those that are used or kept. */
  readonly free: number;
  /** Why the license gives no seats. Absent: it does. @rule AL-08, AL-17 */
  readonly idle?: "expired" | "hidden-by-its-series";
}

/**
 * How many seats are there, taken and free: of each installed license, by computer as the topology lists them, then in the
 * order in which licenses are taken; seats beyond the licenses behind those of their computer, where the policy has any.
 *
 * @rule AL-07, AL-08, AL-14, AL-19, AL-21, AL-24
 * @source S3 (the example of 10 licenses and two applications)
 */
export function freeSeats(state: SeatState): readonly FreeSeats[] {
  return freeSeatsIn(storeOf(state));
}

/** {@link freeSeats} of a state that is kept elsewhere. */
export function freeSeatsIn(view: Pick<SeatView, "site" | "pool">): readonly FreeSeats[] {
  const { topology, licenses } = view.site();
  const all = [...values(licenses)].sort((a, b) => inOrderOfFiles(a.license, b.license));
  const byComputer = new Map<string, Installed[]>();
  for (const installed of all) {
    const here = byComputer.get(installed.license.computer) ?? [];
    here.push(installed);
    byComputer.set(installed.license.computer, here);
  }
  const computers = new Set([...topology.computers.map(({ id }) => id), ...byComputer.keys()]);
  return [...computers].flatMap((id) => {
    const here = byComputer.get(id) ?? [];
    return [...here.flatMap((installed) => rowsOf(installed, view)), ...beyond(id, here, view)];
  });
}

type Counted = Pick<SeatView, "site" | "pool">;

function rowsOf(installed: Installed, view: Counted): readonly FreeSeats[] {
  const { license, pool, expired, hidden } = installed;
  const { license: name, computer } = license;
  const row = (whom: FreeSeats["for"], key: string, seats: number): FreeSeats => ({
    computer,
    license: name,
    for: whom,
    ...counted(seats, view.pool(key)),
  });
  if (expired || hidden) {
    const idle = expired ? "expired" : "hidden-by-its-series";
    return [{ computer, license: name, for: "everyone", ...counted(0, undefined), idle }];
  }
  const { topology, policies } = view.site();
  if (license.type === "community")
    return topology.infobases.map(({ id }) => row({ infobase: id }, infobasePool(name, id), COMMUNITY_SESSIONS));
  if (!isOfClients(installed)) return [row("server", pool, 1)];
  const seats = seatsOf(license);
  const designer = designerPool(name);
  const apart = policies.designer === "own-pool" || view.pool(designer) !== undefined;
  return apart ? [row("everyone", pool, seats), row("designer", designer, seats)] : [row("everyone", pool, seats)];
}

/** Seats beyond: where licenses of their kind give any, or where some are taken still. */
function beyond(computer: string, here: readonly Installed[], view: Counted): readonly FreeSeats[] {
  const seats = view.site().policies.overdraft;
  const pools = new Set(here.filter(givesBeyond).map(({ license }) => overdraftPool(license)));
  return overdraftPools(computer).flatMap((pool) => {
    const row = view.pool(pool);
    if (row === undefined && (seats === 0 || !pools.has(pool))) return [];
    return [{ computer, license: null, for: "everyone", ...counted(seats, row) } as const];
  });
}

function givesBeyond(installed: Installed): boolean {
  return serves(installed) && isOfClients(installed) && installed.license.type !== "community";
}

function counted(seats: number, row: PoolRow | undefined): Pick<FreeSeats, "seats" | "used" | "kept" | "free"> {
  const { used, kept } = row ?? { used: 0, kept: 0 };
  return { seats, used, kept, free: seats - used - kept };
}
