import { get } from "./hash-map.js";
import type { LeftSeat, SeatEvent, SessionStarted } from "./event.js";
import { licensePool } from "./keys.js";
import type { Seat, SeatPlace, Session, UnitRow } from "./rows.js";
import type { Grant } from "./grant.js";
import { reservationOf, withReservation } from "./reservations.js";
import { arranged, withExpired, withLastSource, withLicense, withoutLicense, type Installed } from "./site.js";
import type { SeatStore } from "./store.js";
import { waitingOf, withWaiting } from "./waiting.js";

/**
 * Writes what happened into a state: the one place that says what an event means. Throws `TypeError` on an event that it
 * does not know, or that cannot have happened here.
 */
export function foldSeats(store: SeatStore, event: SeatEvent): void {
  happen(store, event);
  store.putAt(Math.max(store.at(), event.data.at));
}

function happen(store: SeatStore, event: SeatEvent): void {
  const site = store.site();
  switch (event.type) {
    case "configured":
      store.putSite(arranged(site, event.data.topology, event.data.policies));
      break;
    case "license-installed":
      if (get(site.licenses, event.data.license.license) !== undefined)
        impossible(`license ${event.data.license.license} is installed`);
      store.putSite(withLicense(site, event.data.license, event.data.until));
      break;
    case "license-removed":
      store.putSite(withoutLicense(site, installed(store, event.data.license)));
      break;
    case "license-expired":
      store.putSite(withExpired(site, installed(store, event.data.license)));
      break;
    case "session-started":
      if (store.session(event.data.facts.session) !== undefined) impossible(`session ${event.data.facts.session} runs`);
      started(store, event.data);
      break;
    case "session-renewed": {
      const { session, leaseUntil } = event.data;
      const waits = waitingOf(site, session);
      if (waits === undefined) store.putSession(session, { ...running(store, session), leaseUntil });
      else store.putSite(withWaiting(site, session, { ...waits, leaseUntil }));
      break;
    }
    case "session-ended": {
      const { session: id, client, server, at } = event.data;
      const { seat, server: serverSeat } = running(store, id);
      if (seat !== null) leave(store, seat, client, at);
      if (serverSeat !== null) leave(store, serverSeat, server, at);
      store.putSession(id, null);
      break;
    }
    case "session-moved": {
      const { session: id, client, server, at } = event.data;
      const session = running(store, id);
      // It enters its seats before it leaves others: one of them may be the same.
      run(store, session, client, server, at);
      for (const place of [session.seat, session.server]) if (place !== null) leave(store, place, null, at);
      break;
    }
    case "session-queued": {
      const { facts, leaseUntil, at } = event.data;
      if (waitingOf(site, facts.session) !== undefined) impossible(`session ${facts.session} waits`);
      store.putSite(withWaiting(site, facts.session, { facts, since: at, leaseUntil }));
      break;
    }
    case "session-withdrawn":
      withdraw(store, event.data.session);
      break;
    case "seat-borrowed":
      change(store, event.data, (seat) => ({ ...seat, borrowedUntil: event.data.until }));
      break;
    case "seat-returned":
      change(store, event.data, (seat) => ({ ...seat, borrowedUntil: null, freeAt: event.data.freeAt }));
      break;
    case "seat-freed":
      free(store, event.data);
      break;
    case "seats-reserved": {
      const { reservation, license, seats, for: whom, until } = event.data;
      if (reservationOf(site, reservation) !== undefined) impossible(`there is a reservation ${reservation}`);
      const number = site.reservationsMade + 1;
      const kept = { reservation, number, license, seats, for: whom, until, filled: 0 };
      store.putSite({ ...withReservation(site, reservation, license, kept), reservationsMade: number });
      countIn(store, licensePool(license), 0, seats);
      break;
    }
    case "reservation-ended": {
      const { license, seats, filled } =
        reservationOf(site, event.data.reservation) ?? impossible("there is no such reservation");
      store.putSite(withReservation(site, event.data.reservation, license, null));
      countIn(store, licensePool(license), 0, filled - seats);
      break;
    }
    case "time-passed":
      break;
    default:
      impossible(`no event is called ${(event as SeatEvent).type}`); // a stored one of another version
  }
}

function impossible(why: string): never {
  throw new TypeError(`seats.evolve: this cannot have happened here: ${why}`);
}

function noSeat({ unit, license }: SeatPlace): never {
  return impossible(`${unit} holds no seat of ${license}`);
}

function installed(store: SeatStore, license: string): Installed {
  return get(store.site().licenses, license) ?? impossible(`license ${license} is not installed`);
}

function running(store: SeatStore, session: string): Session {
  return store.session(session) ?? impossible(`session ${session} does not run`);
}

function started(store: SeatStore, { facts, client, server, leaseUntil, waitedSince, at }: SessionStarted): void {
  if (waitedSince !== null) withdraw(store, facts.session);
  run(store, { facts, since: at, leaseUntil, seat: client, server }, client, server, at);
}

function withdraw(store: SeatStore, session: string): void {
  if (waitingOf(store.site(), session) === undefined) impossible(`session ${session} does not wait`);
  store.putSite(withWaiting(store.site(), session, null));
}

/** A session runs from now on in these seats. */
function run(store: SeatStore, session: Session, client: Grant | null, server: Grant | null, at: number): void {
  if (client !== null) take(store, client, session, at);
  if (server !== null) take(store, server, session, at);
  store.putSession(session.facts.session, { ...session, seat: placeOf(client), server: placeOf(server) });
}

function placeOf(grant: Grant | null): SeatPlace | null {
  return grant === null ? null : { unit: grant.unit, license: grant.license };
}

/** A session enters a seat: one that its unit holds, or a new one. @rule AL-14, AL-15 */
function take(store: SeatStore, grant: Grant, { facts }: Session, at: number): void {
  const { unit, kind, license, pool, held, reservation, searcher } = grant;
  if (held) {
    change(store, grant, (seat) => ({ ...seat, sessions: seat.sessions + 1, idleSince: null, freeAt: null }));
  } else {
    const { user, computer, terminalSession = null } = facts;
    const taker =
      kind === "server"
        ? { user: "", computer: searcher.computer, terminalSession: null }
        : { user, computer, terminalSession };
    const seat: Seat = {
      license,
      pool,
      sessions: 1,
      since: at,
      ...taker,
      reservation,
      borrowedUntil: null,
      idleSince: null,
      freeAt: null,
    };
    store.putUnit(unit, { unit, kind, seats: [...(store.unit(unit)?.seats ?? []), seat] });
    countIn(store, pool, 1, reservation === null ? 0 : -1);
    if (reservation !== null) fill(store, license, reservation, 1);
  }
  const site = store.site();
  const remembering = withLastSource(site, searcher, license);
  if (remembering !== site) store.putSite(remembering);
}

/** A session leaves its seat. @rule AL-16 */
function leave(store: SeatStore, place: SeatPlace, left: LeftSeat | null, at: number): void {
  const seat = seatAt(store, place) ?? noSeat(place);
  if (seat.sessions > 1) {
    change(store, place, () => ({ ...seat, sessions: seat.sessions - 1 }));
    return;
  }
  if (left?.then !== "idle") {
    free(store, place);
    return;
  }
  change(store, place, () => ({ ...seat, sessions: 0, idleSince: at, freeAt: left.freeAt }));
}

/** Nobody has a seat any more; what was reserved is kept again. */
function free(store: SeatStore, place: SeatPlace): void {
  const row = store.unit(place.unit) ?? noSeat(place);
  const seat = seatIn(row, place.license) ?? noSeat(place);
  const seats = row.seats.filter(({ license }) => license !== place.license);
  store.putUnit(place.unit, seats.length === 0 ? null : { ...row, seats });
  const keptAgain = seat.reservation !== null && fill(store, seat.license, seat.reservation, -1) ? 1 : 0;
  countIn(store, seat.pool, -1, keptAgain);
}

/** A reservation has more or fewer seats taken. `false`: it has ended meanwhile. */
function fill(store: SeatStore, license: string, number: number, by: number): boolean {
  const site = store.site();
  const reservation = get(site.reservations, license)?.find((one) => one.number === number);
  if (reservation === undefined) return false;
  const filled = { ...reservation, filled: reservation.filled + by };
  store.putSite(withReservation(site, reservation.reservation, license, filled));
  return true;
}

/** A pool has more or fewer seats that are taken, or kept. */
export function countIn(store: SeatStore, pool: string, used: number, kept: number): void {
  const row = store.pool(pool);
  const next = { used: (row?.used ?? 0) + used, kept: (row?.kept ?? 0) + kept };
  store.putPool(pool, next.used === 0 && next.kept === 0 ? null : next);
}

/** A seat by its place. */
export function seatAt(store: Pick<SeatStore, "unit">, { unit, license }: SeatPlace): Seat | undefined {
  const row = store.unit(unit);
  return row && seatIn(row, license);
}

function seatIn({ seats }: UnitRow, license: string): Seat | undefined {
  return seats.find((seat) => seat.license === license);
}

function change(store: SeatStore, place: SeatPlace, how: (seat: Seat) => Seat): void {
  const row: UnitRow = store.unit(place.unit) ?? noSeat(place);
  if (seatIn(row, place.license) === undefined) noSeat(place);
  const seats = row.seats.map((seat) => (seat.license === place.license ? how(seat) : seat));
  store.putUnit(place.unit, { ...row, seats });
}
