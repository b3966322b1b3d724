import { clientLicenseTypes } from "./installed.js";
import type { SearchPlace } from "./search-order.js";
import { consumes, isRemote, type SessionFacts } from "./session.js";
import type { Site } from "./site.js";
import { has, type Computer, type Infobase } from "./topology.js";
import { unitOf, type GivenBy, type Unit } from "./unit.js";

/** A session that asks for a license, and the computers at which one is looked for. */
export interface Asking {
  readonly facts: SessionFacts;
  readonly infobase: Infobase;
  readonly places: { readonly [P in SearchPlace]: AskedPlace | null };
  readonly onTerminalServer: boolean;
}

/** What is asked for a session that can be at the site as it says; `null`: it cannot, any more. */
export function placedAsking(facts: SessionFacts, site: Site): Asking | null {
  const asking = askingOf(facts, site);
  return asking === null || misplaced(asking) !== undefined ? null : asking;
}

/** A computer at which a license is looked for, and who gives a seat that is found there. */
export interface AskedPlace {
  readonly computer: Computer;
  readonly givenBy: GivenBy;
}

/** What is asked for a session. `null`: the site does not know its infobase. */
export function askingOf(facts: SessionFacts, site: Site): Asking | null {
  const infobase = site.infobases.get(facts.infobase);
  if (infobase === undefined) return null;
  const client = isRemote(facts.application) ? undefined : clientOf(facts, site);
  const server = site.computers.get(serverOf(facts, infobase) ?? "");
  const service = infobase.mode === "file" ? undefined : site.computers.get(server?.licensingService ?? "");
  return {
    facts,
    infobase,
    places: {
      client: placeOf(client, "client"),
      server: placeOf(server, infobase.mode === "file" ? "web-server" : "application-server"),
      "licensing-service": placeOf(service, "licensing-service"),
    },
    onTerminalServer: client !== undefined && has(client, "terminal-server"),
  };
}

function clientOf({ computer }: SessionFacts, { computers, policies }: Site): Computer | undefined {
  return computers.get(computer) ?? (policies.otherComputers === "workstations" ? { id: computer } : undefined);
}

/** What takes a seat that is given to a session. */
export function unitFor({ onTerminalServer }: Asking, { givenBy }: AskedPlace, type: string): Unit {
  return unitOf({ onTerminalServer }, { givenBy, type });
}

/** What may take a seat that is given to a session, whichever license it is of. */
export function unitsFor(asking: Asking, place: AskedPlace): ReadonlySet<Unit> {
  return new Set(clientLicenseTypes.map((type) => unitFor(asking, place, type)));
}

/** Whether a session goes through the web server. */
export function throughWebServer({ application, throughWebServer: said }: SessionFacts): boolean {
  return isRemote(application) || said === true;
}

function serverOf(facts: SessionFacts, infobase: Infobase): string | undefined {
  if (infobase.mode === "client-server") return infobase.server;
  return throughWebServer(facts) ? infobase.webServer : undefined;
}

function placeOf(computer: Computer | undefined, givenBy: GivenBy): AskedPlace | null {
  return computer === undefined ? null : { computer, givenBy };
}

/** Why a session cannot be at a site as it says. */
export type Misplaced =
  | { readonly code: "allocation/unknown-computer"; readonly computer: string }
  /** A web client asks for a file that no web server publishes. */
  | { readonly code: "allocation/not-published"; readonly infobase: string }
  /** A client on a terminal server says in which terminal session it runs. */
  | { readonly code: "allocation/no-terminal-session"; readonly computer: string };

/** What a session says of itself that cannot be at this site. */
export function misplaced({ facts, infobase, places, onTerminalServer }: Asking): Misplaced | undefined {
  const { application, computer, terminalSession } = facts;
  if (!consumes[application]) return undefined;
  if (!isRemote(application) && places.client === null) return { code: "allocation/unknown-computer", computer };
  if (onTerminalServer && terminalSession === undefined) return { code: "allocation/no-terminal-session", computer };
  if (infobase.mode === "file" && throughWebServer(facts) && places.server === null)
    return { code: "allocation/not-published", infobase: infobase.id };
  return undefined;
}
