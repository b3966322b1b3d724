import type { SearchPlace } from "./search-order.js";
import { isRemote, type SessionFacts } from "./session.js";
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

/** A computer at which a license is looked for, and who gives a seat that is found there. */
export interface AskedPlace {
  readonly computer: Computer;
  readonly givenBy: GivenBy;
}

/** What is asked for a session. `null`: the site does not know its infobase. */
export function askingOf(facts: SessionFacts, site: Site): Asking | null {
  const infobase = site.infobases.get(facts.infobase);
  if (infobase === undefined) return null;
  const client = isRemote(facts.application) ? undefined : site.computers.get(facts.computer);
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

/** What takes a seat that is given to a session. */
export function unitFor({ onTerminalServer }: Asking, { givenBy }: AskedPlace, type: string): Unit {
  return unitOf({ onTerminalServer }, { givenBy, type });
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
