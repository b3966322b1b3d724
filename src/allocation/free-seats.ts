import { get, values } from "./hash-map.js";
import { COMMUNITY_SESSIONS, inOrderOfFiles, seatsOf, type InstalledLicense } from "./installed.js";
import { clientPools, infobasePool, overdraftPools } from "./keys.js";
import type { PoolRow } from "./rows.js";
import type { Installed } from "./site.js";
import type { SeatState } from "./state.js";

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
  const all = [...values(state.site.licenses)].sort((a, b) => inOrderOfFiles(a.license, b.license));
  const byComputer = new Map<string, Installed[]>();
  for (const installed of all) {
    const here = byComputer.get(installed.license.computer) ?? [];
    here.push(installed);
    byComputer.set(installed.license.computer, here);
  }
  return state.site.topology.computers.flatMap(({ id }) => [
    ...(byComputer.get(id) ?? []).flatMap((installed) => rowsOf(installed, state)),
    ...beyond(id, state),
  ]);
}

function rowsOf({ license, expired, hidden }: Installed, state: SeatState): readonly FreeSeats[] {
  const { license: name, computer, type } = license;
  const row = (whom: FreeSeats["for"], pool: string, seats: number): FreeSeats => ({
    computer,
    license: name,
    for: whom,
    ...counted(seats, expired || hidden ? undefined : get(state.pools, pool)),
  });
  if (expired || hidden) return [{ ...row("everyone", "", 0), idle: expired ? "expired" : "hidden-by-its-series" }];
  const [own = "", designer = ""] = clientPools(name);
  if (type === "community")
    return state.site.topology.infobases.map(({ id }) =>
      row({ infobase: id }, infobasePool(name, id), COMMUNITY_SESSIONS),
    );
  if (isServer(license)) return [row("server", own, 1)];
  const seats = seatsOf(license);
  const apart = state.site.policies.designer === "own-pool" || get(state.pools, designer) !== undefined;
  return apart ? [row("everyone", own, seats), row("designer", designer, seats)] : [row("everyone", own, seats)];
}

function beyond(computer: string, { site, pools }: SeatState): readonly FreeSeats[] {
  const seats = site.policies.overdraft;
  if (seats === 0) return [];
  return overdraftPools(computer).flatMap((pool) => {
    const row = get(pools, pool);
    return row === undefined ? [] : [{ computer, license: null, for: "everyone", ...counted(seats, row) } as const];
  });
}

function counted(seats: number, row: PoolRow | undefined): Pick<FreeSeats, "seats" | "used" | "kept" | "free"> {
  const { used, kept } = row ?? { used: 0, kept: 0 };
  return { seats, used, kept, free: seats - used - kept };
}

function isServer({ type }: InstalledLicense): boolean {
  return type === "server" || type === "server-dongle";
}
