import { unitFor, unitsFor, type AskedPlace, type Asking } from "./asking.js";
import { freeSeat, seatBeyond, type Seek } from "./free-seat.js";
import { get } from "./hash-map.js";
import { levelOf, type ClientLicense } from "./installed.js";
import { isOverdraft, poolKey, unitKey } from "./keys.js";
import type { Grants, Searcher } from "./grant.js";
import { clientSearchOrder, searchPlaces, type ClientLook, type SearchPlace, type SearchStep } from "./search-order.js";
import { serverSearch, serverTrail, type ServerSearch } from "./search-server.js";
import { consumes } from "./session.js";
import { emptyShelf, isOfClients, serves, type Installed, type Site } from "./site.js";
import type { SeatView } from "./store.js";
import type { Finding, NoSeat, NoUse, SkipReason, TrailStep } from "./trail.js";
import { unsuitable } from "./unsuitable.js";

/**
 * Looks for the seats of a session, in the order of `clientSearchOrder`. A seat that its unit holds already comes before
 * all others, for a second session of a unit takes none; a seat beyond the licenses comes after all others.
 *
 * @rule AL-06, AL-09, AL-11, AL-12, AL-15, AL-19, AL-26, AL-29
 */
export function search(view: SeatView, asking: Asking): Grants | null {
  const walk: Walk = { view, site: view.site(), asking, servers: serverSearch(view, asking) };
  if (!consumes[asking.facts.application]) {
    const server = walk.servers(undefined);
    return server.ok ? { client: null, server: server.grant } : null;
  }
  const found = heldSeat(walk) ?? walked(walk, freeSeat);
  return found ?? (walk.site.policies.overdraft > 0 ? walked(walk, seatBeyond) : null);
}

/** Why a search found nothing. @rule AL-13 */
export function whyNoSeat(view: SeatView, asking: Asking): NoSeat {
  const site = view.site();
  const consumer = consumes[asking.facts.application];
  const trail: TrailStep[] = [];
  if (consumer) walked({ view, site, asking, servers: serverSearch(view, asking) }, freeSeat, trail);
  const found = trail.flatMap((step) => step.found);
  const lacking =
    found.find(({ why }) => why === "server-license-taken") ??
    found.find(({ why }) => why === "no-server-license-of-its-level");
  const client = lacking === undefined ? undefined : get(site.licenses, lacking.license)?.license;
  const ofServer = !consumer || client !== undefined ? serverTrail(view, asking, client && levelOf(client)) : [];
  const taken = (consumer ? found : ofServer.flatMap((step) => step.found)).some(({ why }) => isTaken(why));
  return { code: taken ? "allocation/none-free" : "allocation/not-found", trail: [...trail, ...ofServer] };
}

function isTaken(why: NoUse): boolean {
  return why === "all-seats-taken" || why === "reserved" || why === "server-license-taken";
}

interface Walk {
  readonly view: SeatView;
  readonly site: Site;
  readonly asking: Asking;
  readonly servers: ServerSearch;
}

/** A seat that the session's unit holds, and that can serve this session, too. @rule AL-15 */
function heldSeat(walk: Walk): Grants | null {
  const { asking, site } = walk;
  for (const where of searchPlaces) {
    const place = asking.places[where];
    if (place === null) continue;
    for (const kind of unitsFor(asking, place)) {
      const held = heldIn(unitKey(kind, asking.facts, site.policies), where, place, walk);
      if (held !== null) return held;
    }
  }
  return null;
}

function heldIn(
  key: string,
  where: SearchPlace,
  place: AskedPlace,
  { view, site, asking, servers }: Walk,
): Grants | null {
  const row = view.unit(key);
  for (const seat of row?.seats ?? []) {
    const { license, pool } = seat;
    const installed = get(site.licenses, license);
    if (row === undefined || installed === undefined || !isOfClients(installed) || !isNear(installed, where, place))
      continue;
    const kind = unitFor(asking, place, installed.license.type);
    if (kind !== row.kind || unsuitable(installed, place, asking) !== undefined) continue;
    // A session's id may come back with somebody else.
    const isAnother = seat.user !== asking.facts.user || seat.computer !== asking.facts.computer;
    if (kind === "session" && (isAnother || !isOwnPool(pool, installed, asking, site))) continue;
    const server = servers(levelOf(installed.license));
    if (!server.ok) continue;
    const searcher = searcherOf(where, place);
    return {
      client: { unit: row.unit, kind, license, pool, held: true, reservation: null, searcher },
      server: server.grant,
    };
  }
  return null;
}

/** Whether a seat counts where a session would take one now. */
function isOwnPool(pool: string, installed: Installed<ClientLicense>, { facts }: Asking, { policies }: Site): boolean {
  return isOverdraft(pool) || pool === poolKey(installed, facts, policies);
}

/** Goes through the steps until one has a seat. */
function walked(walk: Walk, seek: Seek, trail?: TrailStep[]): Grants | null {
  for (const step of clientSearchOrder) {
    const place = walk.asking.places[step.place];
    const skip = skipReason(step, walk.asking);
    const found: Finding[] = [];
    if (place !== null && skip === undefined) {
      for (const installed of candidates(step, place, walk)) {
        const answer = tried(installed, step.place, place, walk, seek);
        if (typeof answer !== "string") return answer;
        if (trail !== undefined) found.push({ license: installed.license.license, why: answer });
      }
    }
    const computer = place === null ? null : place.computer.id;
    trail?.push({ for: "client", ...step, computer, ...(skip === undefined ? {} : { skipped: skip }), found });
  }
  return null;
}

function tried(
  installed: Installed<ClientLicense>,
  where: SearchPlace,
  place: AskedPlace,
  { view, site, asking, servers }: Walk,
  seek: Seek,
): Grants | NoUse {
  const { license, type } = installed.license;
  const no = unsuitable(installed, place, asking);
  if (no !== undefined) return no;
  const server = servers(levelOf(installed.license));
  if (!server.ok) return server.taken ? "server-license-taken" : "no-server-license-of-its-level";
  const offer = seek(installed, asking.facts, view, site);
  if (typeof offer === "string") return offer;
  const kind = unitFor(asking, place, type);
  const unit = unitKey(kind, asking.facts, site.policies);
  // A seat that its unit holds and could not use is not given to it once more.
  if (view.unit(unit)?.seats.some((seat) => seat.license === license) === true) return "all-seats-taken";
  const { pool, reservation } = offer;
  const searcher = searcherOf(where, place);
  return { client: { unit, kind, license, pool, held: false, reservation, searcher }, server: server.grant };
}

/** Why a step is passed by; `undefined`: it is not. @rule AL-11, AL-12 */
function skipReason({ place, look }: SearchStep<ClientLook>, asking: Asking): SkipReason | undefined {
  if (asking.places[place] === null) return place === "client" ? "remote-client" : "no-such-server";
  if (look === "basic" && asking.infobase.configuration !== "basic") return "not-a-basic-configuration";
  const isDongle = look === "local-dongle" || look === "network-dongle";
  return isDongle && place === "client" && asking.facts.hardwareLicenses === false
    ? "hardware-switched-off"
    : undefined;
}

/** What there is to look at in a step, in the order in which it is taken. @rule AL-29 */
function candidates(
  { place, look }: SearchStep<ClientLook>,
  asked: AskedPlace,
  { site }: Walk,
): readonly Installed<ClientLicense>[] {
  const shelf = get(site.shelves, asked.computer.id) ?? emptyShelf;
  switch (look) {
    case "last-source":
      return lastSource(place, asked, site);
    case "software":
      return shelf.software;
    case "local-dongle":
      return shelf.dongles.filter(({ license }) => license.network !== true);
    case "network-dongle":
      return site.networkDongles;
    case "basic":
      return shelf.basic;
  }
}

/** The license that was found here last, if it is still to be found from here. */
function lastSource(place: SearchPlace, asked: AskedPlace, site: Site): readonly Installed<ClientLicense>[] {
  const last = get(site.lastSources, asked.computer.id)?.[place];
  const installed = last === undefined ? undefined : get(site.licenses, last);
  if (installed === undefined || !serves(installed) || !isOfClients(installed)) return [];
  return isNear(installed, place, asked) ? [installed] : [];
}

/** Whether a license is to be found from a place. */
function isNear({ license }: Installed<ClientLicense>, where: SearchPlace, { computer }: AskedPlace): boolean {
  if (license.type === "dongle" && where !== "licensing-service" && license.network === true) return true;
  return license.computer === computer.id && (where === "client" || license.type !== "basic");
}

function searcherOf(as: SearchPlace, { computer }: AskedPlace): Searcher {
  return { computer: computer.id, as };
}
