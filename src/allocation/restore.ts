import * as z from "zod/mini";
import { err, inputError, ok, parseWith, type InputError, type Result } from "../core/index.js";
import { countIn } from "./fold.js";
import { get, set } from "./hash-map.js";
import { licensePool } from "./keys.js";
import { count, facts, id, key, license, policies, time, topology, unitKind, whom } from "./parse.js";
import { withReservation } from "./reservations.js";
import { arranged, emptySite, withExpired, withLicense, type Site } from "./site.js";
import type { SeatSnapshot, StoredSite } from "./snapshot.js";
import { placeKey, sessionsIn, siteFaults, snapshotFaults } from "./snapshot-faults.js";
import { withWaiting } from "./waiting.js";
import { emptyState, storeOf, type SeatState } from "./state.js";

const place = z.object({ unit: key, license: id });
const optionalTime = z.nullable(time);
const found = z.optional(id);

const site = {
  topology,
  policies,
  licenses: z.array(z.object({ license, until: optionalTime, expired: z.boolean() })),
  reservations: z.array(
    z.object({
      reservation: id,
      number: count,
      license: id,
      seats: count,
      for: whom,
      until: optionalTime,
      filled: count,
    }),
  ),
  reservationsMade: count,
  waiting: z.array(z.object({ facts, since: time, leaseUntil: optionalTime })),
  lastSources: z.array(
    z.object({
      computer: id,
      found: z.object({ client: found, server: found, "licensing-service": found, "server-license": found }),
    }),
  ),
};

const schema = z.object({
  version: z.literal(1),
  at: time,
  ...site,
  sessions: z.array(
    z.object({
      facts,
      since: time,
      leaseUntil: optionalTime,
      seat: z.nullable(place),
      server: z.nullable(place),
    }),
  ),
  seats: z.array(
    z.object({
      unit: key,
      kind: unitKind,
      license: id,
      pool: key,
      since: time,
      user: z.string(),
      computer: id,
      terminalSession: z.nullable(id),
      reservation: z.nullable(count),
      borrowedUntil: optionalTime,
      idleSince: optionalTime,
      freeAt: optionalTime,
    }),
  ),
});

/**
 * Takes a state out of a stored {@link SeatSnapshot}. Reports every fault: also what contradicts itself, say a session in a
 * seat that is not there, or more seats in use than a license has. Up to 1,000,000 sessions (included).
 *
 * Outcomes: `core/invalid-input`.
 *
 * @rule AL-14, AL-15
 */
export function restore(input: unknown): Result<SeatState, InputError> {
  const parsed = parseWith<SeatSnapshot>(schema, input, limits);
  if (!parsed.ok) return parsed;
  const faults = snapshotFaults(parsed.value);
  return faults.length > 0 ? err(inputError(faults)) : ok(rebuilt(parsed.value));
}

const limits = { depth: 6, items: 2_000_000, members: 20 };

/**
 * Takes what {@link storedSite} gave out of an untrusted value. Reports every fault.
 *
 * Outcomes: `core/invalid-input`.
 */
export function parseSite(input: unknown): Result<Site, InputError> {
  const parsed = parseWith<StoredSite>(z.object(site), input, limits);
  if (!parsed.ok) return parsed;
  const faults = siteFaults(parsed.value);
  return faults.length > 0 ? err(inputError(faults)) : ok(siteOf(parsed.value));
}

function rebuilt(stored: SeatSnapshot): SeatState {
  const store = storeOf({ ...emptyState, at: stored.at, site: siteOf(stored) });
  for (const session of stored.sessions) store.putSession(session.facts.session, session);
  const held = sessionsIn(stored.sessions);
  for (const { unit, kind, ...seat } of stored.seats) {
    const others = store.unit(unit)?.seats ?? [];
    const sessions = held.get(placeKey({ unit, license: seat.license })) ?? 0;
    store.putUnit(unit, { unit, kind, seats: [...others, { ...seat, sessions }] });
    countIn(store, seat.pool, 1, 0);
  }
  for (const { license, seats, filled } of stored.reservations) countIn(store, licensePool(license), 0, seats - filled);
  return store.state();
}

function siteOf({ topology: told, policies: decided, reservationsMade, waiting, ...stored }: StoredSite): Site {
  let all = arranged({ ...emptySite, reservationsMade }, told, decided);
  for (const one of waiting) all = withWaiting(all, one.facts.session, one);
  for (const { license: installed, until, expired } of stored.licenses) {
    all = withLicense(all, installed, until);
    const known = get(all.licenses, installed.license);
    if (expired && known !== undefined) all = withExpired(all, known);
  }
  for (const one of stored.reservations) all = withReservation(all, one.reservation, one.license, one);
  let { lastSources } = all;
  for (const { computer, found: last } of stored.lastSources) lastSources = set(lastSources, computer, last);
  return { ...all, lastSources };
}
