/** What takes one seat: a computer with all its sessions, a terminal session with all its clients, or a single session. */
export type Unit = "computer" | "session" | "terminalSession";

/** What can hold a seat: a unit of clients, or an application server, which holds a server license. */
export type UnitKind = Unit | "server";

/** Who gives a seat: the client itself, which found a license where it runs, or a server that it works with. */
export type GivenBy = "client" | "application-server" | "licensing-service" | "web-server";

/** Where a seat comes from. */
export interface SeatSource {
  readonly givenBy: GivenBy;
  /** A community license counts sessions wherever it was found. @rule AL-21 */
  readonly type?: string | undefined;
}

/** What the table needs to know of a session. */
export interface CountedSession {
  /** Whether its client runs on a terminal server. */
  readonly onTerminalServer: boolean;
}

/**
 * What counts, by who gives the seat: for a client on a workstation, and for one on a terminal server. The whole of the
 * rules AL-01 to AL-05.
 */
export const unitTable: {
  readonly [G in GivenBy]: { readonly workstation: Unit; readonly terminalServer: Unit };
} = {
  client: { workstation: "computer", terminalServer: "terminalSession" },
  "application-server": { workstation: "session", terminalServer: "session" },
  "licensing-service": { workstation: "session", terminalServer: "session" },
  "web-server": { workstation: "session", terminalServer: "session" },
};

/**
 * What takes a seat: nothing else in the library decides it.
 *
 * A license that the client finds where it runs (software, a dongle there, a dongle in the network) is taken by the
 * computer, on a terminal server by the terminal session. A license that a server gives is taken by the session.
 *
 * @rule AL-01, AL-02, AL-03, AL-04, AL-05, AL-21
 * @source S1 ("Specifics of using terminal sessions"); S2 p. 22 ff.; S3 ("Distribution of keys")
 * @example
 * ```ts
 * import { unitOf } from "licit/allocation";
 *
 * unitOf({ onTerminalServer: false }, { givenBy: "client" }); // → "computer"
 * unitOf({ onTerminalServer: true }, { givenBy: "client" }); // → "terminalSession"
 * unitOf({ onTerminalServer: true }, { givenBy: "application-server" }); // → "session"
 * ```
 */
export function unitOf({ onTerminalServer }: CountedSession, { givenBy, type }: SeatSource): Unit {
  if (type === "community") return "session";
  const row = unitTable[givenBy];
  return onTerminalServer ? row.terminalServer : row.workstation;
}
