/** What a computer does beside being somebody's workstation. One computer may do all of it. */
export type ComputerRole = "terminal-server" | "application-server" | "web-server" | "licensing-service";

/** A computer on which clients run, or licenses lie. */
export interface Computer {
  readonly id: string;
  /** Default: none, a workstation. */
  readonly roles?: readonly ComputerRole[] | undefined;
  /** Of an application server. Default 64. @rule AL-23, AL-27 */
  readonly serverBits?: 32 | 64 | undefined;
  /** Of an application server: the computer whose licensing service it asks last. Default: none. @rule AL-11 */
  readonly licensingService?: string | undefined;
}

/** What people work with: a file that clients open themselves or behind a web server, or a database behind a server. */
export type Infobase = FileInfobase | ServerInfobase;

interface AnyInfobase {
  readonly id: string;
  /** Basic licenses serve basic configurations only. Default `standard`. @rule AL-11 */
  readonly configuration?: "standard" | "basic" | undefined;
}

export interface FileInfobase extends AnyInfobase {
  readonly mode: "file";
  /** The computer whose web server publishes it. Default: it is not published, and web clients cannot open it. */
  readonly webServer?: string | undefined;
}

export interface ServerInfobase extends AnyInfobase {
  readonly mode: "client-server";
  /** The computer of its application server. */
  readonly server: string;
}

/** The computers and infobases of a site, by their ids: 1 to 200 UTF-16 units each (included), without lone surrogates. */
export interface Topology {
  readonly computers: readonly Computer[];
  readonly infobases: readonly Infobase[];
}

/** What is wrong with a topology. */
export type TopologyFault =
  /** Two computers, or two infobases, of one id. */
  | { readonly code: "duplicate"; readonly what: "computer" | "infobase"; readonly id: string }
  /** It names a computer that is not there, or that does not do this. */
  | {
      readonly code: "no-such-computer";
      readonly what: "computer" | "infobase";
      readonly id: string;
      readonly role: ComputerRole;
      readonly named: string;
    };

/** Whether a computer does this. */
export function has({ roles }: Computer, role: ComputerRole): boolean {
  return roles?.includes(role) === true;
}

/** Everything that is wrong with a topology: what is there twice, and what refers to what is not there. */
export function topologyFaults({ computers, infobases }: Topology): readonly TopologyFault[] {
  const known = new Map(computers.map((computer) => [computer.id, computer]));
  const missing = (what: "computer" | "infobase", id: string, role: ComputerRole, named?: string): TopologyFault[] => {
    const computer = named === undefined ? undefined : known.get(named);
    const there = named === undefined || (computer !== undefined && has(computer, role));
    return there ? [] : [{ code: "no-such-computer", what, id, role, named }];
  };
  return [
    ...duplicates("computer", computers),
    ...duplicates("infobase", infobases),
    ...computers.flatMap(({ id, licensingService }) => missing("computer", id, "licensing-service", licensingService)),
    ...infobases.flatMap((infobase) =>
      infobase.mode === "file"
        ? missing("infobase", infobase.id, "web-server", infobase.webServer)
        : missing("infobase", infobase.id, "application-server", infobase.server),
    ),
  ];
}

function duplicates(what: "computer" | "infobase", all: readonly { readonly id: string }[]): readonly TopologyFault[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of all) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) => ({ code: "duplicate", what, id }));
}
