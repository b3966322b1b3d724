import { withDeadline, type Deadlines } from "./deadlines.js";
import { get, remove, set, type HashMap } from "./hash-map.js";
import {
  inOrderOfFiles,
  type ClientLicense,
  type Dongle,
  type InstalledLicense,
  type ServerLicense,
  type SoftwareLicense,
} from "./installed.js";
import type { Searcher } from "./grant.js";
import { licensePool } from "./keys.js";
import { defaultPolicies, type SeatPolicies } from "./policies.js";
import type { SessionFacts } from "./session.js";
import type { Computer, Infobase, Topology } from "./topology.js";

/**
 * What changes seldom: the computers and infobases of a site, what is installed where, and what was decided about it. A
 * value that never changes; what happens gives another one.
 */
export interface Site {
  readonly topology: Topology;
  readonly policies: SeatPolicies;
  readonly computers: ReadonlyMap<string, Computer>;
  readonly infobases: ReadonlyMap<string, Infobase>;
  readonly licenses: HashMap<Installed>;
  /** By computer. */
  readonly shelves: HashMap<Shelf>;
  /** On all computers, by their ids. */
  readonly networkDongles: readonly Installed<Dongle>[];
  /** By license, in order of their ids. */
  readonly reservations: HashMap<readonly Reservation[]>;
  /** Which license a reservation is of. */
  readonly reserved: HashMap<string>;
  /** How many there have been. */
  readonly reservationsMade: number;
  /** In order of arrival. */
  readonly waiting: readonly Waiting[];
  /** When licenses expire, reservations end, and leases of those who wait run out. */
  readonly deadlines: Deadlines;
  /** The licenses that searches from a computer found last. @rule AL-11, AL-27 */
  readonly lastSources: HashMap<LastSources>;
}

/** The license that was found last: for clients that run on a computer, by it as their server, for itself as one. */
export type LastSources = { readonly [S in Searcher["as"]]?: string | undefined };

/** A license with what became of it. */
export interface Installed<L extends InstalledLicense = InstalledLicense> {
  readonly license: L;
  /** The key of the pool of its seats. */
  readonly pool: string;
  /** When it stops serving; `null`: never. */
  readonly until: number | null;
  /** It lies where it lay, and no longer serves. @rule AL-17 */
  readonly expired: boolean;
  /** Another dongle of its series on its computer counts: the one with the lowest id. @rule AL-08 */
  readonly hidden: boolean;
}

/** What is installed on one computer, each kind in the order in which it is taken. @rule AL-29 */
export interface Shelf {
  readonly software: readonly Installed<SoftwareLicense>[];
  readonly basic: readonly Installed<SoftwareLicense>[];
  readonly dongles: readonly Installed<Dongle>[];
  readonly server: readonly Installed<ServerLicense>[];
}

/** Seats that are kept for a user or a computer. @rule AL-19 */
export interface Reservation {
  readonly reservation: string;
  /** Its own, and of no other, however often an id comes back. */
  readonly number: number;
  readonly license: string;
  readonly seats: number;
  readonly for: { readonly user: string } | { readonly computer: string };
  /** When it ends; `null`: when it is released. */
  readonly until: number | null;
  /** Seats of it that are taken. */
  readonly filled: number;
}

/** A session that waits for a seat. @rule AL-19 */
export interface Waiting {
  readonly facts: SessionFacts;
  readonly since: number;
  /** When it stops waiting unless it is renewed; `null`: never. @rule AL-18 */
  readonly leaseUntil: number | null;
}

/** A site of which nothing is known. */
export const emptySite: Site = {
  topology: { computers: [], infobases: [] },
  policies: defaultPolicies,
  computers: new Map(),
  infobases: new Map(),
  licenses: null,
  shelves: null,
  networkDongles: [],
  reservations: null,
  reserved: null,
  reservationsMade: 0,
  waiting: [],
  deadlines: null,
  lastSources: null,
};

/** The site with other computers and infobases, and under other policies. */
export function arranged(site: Site, topology: Topology, policies: SeatPolicies): Site {
  const computers = new Map(topology.computers.map((computer) => [computer.id, computer]));
  const infobases = new Map(topology.infobases.map((infobase) => [infobase.id, infobase]));
  return { ...site, topology, policies, computers, infobases };
}

/** The site with a license more. @rule AL-08, AL-29 */
export function withLicense(site: Site, license: InstalledLicense, until: number | null): Site {
  const deadlines = withDeadline(site.deadlines, "license", license.license, null, until);
  const installed = { license, pool: licensePool(license.license), until, expired: false, hidden: false };
  return shelved({ ...site, deadlines }, license.computer, [...onShelf(site, license.computer), installed]);
}

/** The site with a license less. @rule AL-17 */
export function withoutLicense(site: Site, { license: { license, computer }, until, expired }: Installed): Site {
  const deadlines = withDeadline(site.deadlines, "license", license, expired ? null : until, null);
  const left = onShelf(site, computer).filter((other) => other.license.license !== license);
  return shelved({ ...site, deadlines, licenses: remove(site.licenses, license) }, computer, left);
}

/** The site in which a license no longer serves, though it lies where it lay. @rule AL-17 */
export function withExpired(site: Site, { license: { license, computer }, until }: Installed): Site {
  const deadlines = withDeadline(site.deadlines, "license", license, until, null);
  const all = onShelf(site, computer).map((other) =>
    other.license.license === license ? { ...other, expired: true } : other,
  );
  return shelved({ ...site, deadlines }, computer, all);
}

/** Whether a license gives seats at all. @rule AL-08, AL-17 */
export function serves({ expired, hidden }: Installed): boolean {
  return !expired && !hidden;
}

/** Whether an application server gets its seat from a license. */
export function isOfServers(installed: Installed): installed is Installed<ServerLicense> {
  return installed.license.type === "server" || installed.license.type === "server-dongle";
}

/** Whether clients get their seats from a license. */
export function isOfClients(installed: Installed): installed is Installed<ClientLicense> {
  return !isOfServers(installed);
}

/** The site that remembers where a search found its license. */
export function withLastSource(site: Site, { computer, as }: Searcher, license: string): Site {
  const known = get(site.lastSources, computer);
  if (known?.[as] === license) return site;
  return { ...site, lastSources: set(site.lastSources, computer, { ...known, [as]: license }) };
}

/** The shelf of a computer on which nothing is installed. */
export const emptyShelf: Shelf = { software: [], basic: [], dongles: [], server: [] };

function onShelf(site: Site, computer: string): readonly Installed[] {
  const { software, basic, dongles, server } = get(site.shelves, computer) ?? emptyShelf;
  return [...software, ...basic, ...dongles, ...server];
}

function shelved(site: Site, computer: string, all: readonly Installed[]): Site {
  const sorted = withHidden([...all].sort((a, b) => inOrderOfFiles(a.license, b.license)));
  const shelf: Shelf = {
    software: sorted.filter(isOf("single-user", "multi-user", "community")),
    basic: sorted.filter(isOf("basic")),
    dongles: sorted.filter(isOf("dongle")),
    server: sorted.filter(isOf("server", "server-dongle")),
  };
  const elsewhere = site.networkDongles.filter(({ license }) => license.computer !== computer);
  const here = shelf.dongles.filter(({ license }) => license.network === true);
  const networkDongles =
    elsewhere.length === site.networkDongles.length && here.length === 0
      ? site.networkDongles
      : [...elsewhere, ...here].sort((a, b) => inOrderOfFiles(a.license, b.license));
  let { licenses } = site;
  for (const installed of sorted)
    if (get(licenses, installed.license.license) !== installed)
      licenses = set(licenses, installed.license.license, installed);
  return { ...site, shelves: set(site.shelves, computer, shelf), networkDongles, licenses };
}

/** Of several dongles of one series the first counts. @rule AL-08 */
function withHidden(sorted: readonly Installed[]): readonly Installed[] {
  const seen = new Set<string>();
  return sorted.map((installed) => {
    if (installed.license.type !== "dongle") return installed;
    const hidden = seen.has(installed.license.series);
    seen.add(installed.license.series);
    return hidden === installed.hidden ? installed : { ...installed, hidden };
  });
}

function isOf<T extends InstalledLicense["type"]>(...types: readonly T[]) {
  return (installed: Installed): installed is Installed<Extract<InstalledLicense, { readonly type: T }>> =>
    types.some((type) => type === installed.license.type);
}
