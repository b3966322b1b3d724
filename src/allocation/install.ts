import type { Refused } from "./denial.js";
import type { LicenseGone } from "./event.js";
import { get } from "./hash-map.js";
import { expiryOf, seatsOf, type InstalledLicense } from "./installed.js";
import { clientPools, infobasePool } from "./keys.js";
import { leaveBehind } from "./move.js";
import { inOrderOfArrival } from "./rows.js";
import type { Run } from "./run.js";
import type { SeatView } from "./store.js";

/** Decides where a license is. @rule AL-07, AL-08, AL-21 */
export function install(license: InstalledLicense, run: Run, at: number): Refused {
  const view = run.now();
  const site = view.site();
  const { license: name, computer } = license;
  const other = get(site.licenses, name);
  if (other !== undefined)
    return { code: "allocation/already-installed", license: name, computer: other.license.computer };
  if (!site.computers.has(computer)) return { code: "allocation/unknown-computer", computer };
  const until = expiryOf(license, at);
  if (until !== undefined && until <= at) return { code: "allocation/in-the-past", until, at };
  // It was here before, and serves sessions that run on: they come back under it, if it is still the same.
  const [units, others] = takenOf(license, view);
  const seats = seatsOf(license);
  if (units > seats || others > 0)
    return { code: "allocation/still-serving", license: name, units: units + others, seats };
  run.happen({ type: "license-installed", data: { license, until: until ?? null, at } });
  return undefined;
}

/** Seats of a name that are taken: as this license would give them, and as another kind of license did. */
function takenOf({ license, type }: InstalledLicense, view: SeatView): readonly [number, number] {
  const most = (pools: readonly string[]): number => Math.max(0, ...pools.map((pool) => view.pool(pool)?.used ?? 0));
  const shared = most(clientPools(license));
  const byInfobase = most(view.site().topology.infobases.map(({ id }) => infobasePool(license, id)));
  return type === "community" ? [byInfobase, shared] : [shared, byInfobase];
}

/** Decides what becomes of a site that has a license less. @rule AL-17 */
export function removeLicense(license: string, run: Run, at: number): Refused {
  if (get(run.now().site().licenses, license) === undefined) return { code: "allocation/unknown-license", license };
  licenseGone("license-removed", license, run, at);
  return undefined;
}

/** A license no longer serves: its reservations end, and its sessions run on, end or move. @rule AL-17 */
export function licenseGone(type: "license-removed" | "license-expired", license: string, run: Run, at: number): void {
  const view = run.now();
  const sessions = mayServe(license, view) ? [...view.sessionsOf(license)] : [];
  sessions.sort(inOrderOfArrival);
  const data: LicenseGone = { license, sessions: sessions.map(({ facts }) => facts.session), at };
  run.happen({ type, data });
  for (const { reservation } of get(view.site().reservations, license) ?? [])
    run.happen({ type: "reservation-ended", data: { reservation, reason: type, at } });
  if (view.site().policies.onRemoval !== "run-on")
    for (const { facts } of sessions) leaveBehind(facts.session, type, run, at);
}

/** Whether it is worth asking for the sessions of a license: that may mean looking at every session there is. */
function mayServe(license: string, view: SeatView): boolean {
  const { licenses, policies } = view.site();
  const counted = get(licenses, license)?.license.type !== "community" && policies.overdraft === 0;
  return !counted || clientPools(license).some((pool) => view.pool(pool) !== undefined);
}
