import { get } from "./hash-map.js";
import { seatsOf, type ClientLicense } from "./installed.js";
import { overdraftPool, poolKey } from "./keys.js";
import { isRemote, type SessionFacts } from "./session.js";
import type { Installed, Reservation, Site } from "./site.js";
import type { SeatView } from "./store.js";
import type { NoUse } from "./trail.js";

/** A seat that is free for a session: in which pool, and which reservation it fills. */
export interface SeatOffer {
  readonly pool: string;
  readonly reservation: number | null;
}

/** How a license is asked for a seat. */
export type Seek = (
  installed: Installed<ClientLicense>,
  facts: SessionFacts,
  view: SeatView,
  site: Site,
) => SeatOffer | NoUse;

/** A seat of the license: one that is kept for this session, or one that is kept for nobody. @rule AL-14, AL-19 */
export const freeSeat: Seek = (installed, facts, view, site) => {
  const { license } = installed;
  const pool = poolKey(installed, facts, site.policies);
  const { used, kept } = view.pool(pool) ?? { used: 0, kept: 0 };
  if (kept > 0 && pool === installed.pool) {
    const own = get(site.reservations, license.license)?.find((one) => one.filled < one.seats && isFor(one, facts));
    if (own !== undefined) return { pool, reservation: own.number };
  }
  const seats = seatsOf(license);
  if (used + kept < seats) return { pool, reservation: null };
  return used < seats ? "reserved" : "all-seats-taken";
};

/** A seat beyond those of the licenses of its kind on its computer. A community license has none. @rule AL-19, AL-21 */
export const seatBeyond: Seek = ({ license }, _, view, { policies }) => {
  const pool = overdraftPool(license);
  const used = view.pool(pool)?.used ?? 0;
  return used < policies.overdraft && license.type !== "community" ? { pool, reservation: null } : "all-seats-taken";
};

/** Whether a seat is kept for a session. The computer of a web or mobile client is only said, not known. */
function isFor({ for: whom }: Reservation, { user, computer, application }: SessionFacts): boolean {
  return "user" in whom ? whom.user === user : whom.computer === computer && !isRemote(application);
}
