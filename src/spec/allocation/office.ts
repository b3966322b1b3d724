import * as fc from "fast-check";
import { compareCodePoints } from "../../core/index.js";
import type {
  Application,
  Dongle,
  InstalledLicense,
  ServerLicense,
  SessionFacts,
  SoftwareLicense,
  Topology,
} from "../../allocation/index.js";

/** An office that has everything once: two desks, a terminal server, servers of 64 and 32 bits, a web server. */
export const office: Topology = {
  computers: [
    { id: "DESK-1" },
    { id: "DESK-2" },
    { id: "TERM-1", roles: ["terminal-server"] },
    { id: "APP-1", roles: ["application-server"], licensingService: "LIC-1" },
    { id: "APP-32", roles: ["application-server"], serverBits: 32, licensingService: "LIC-1" },
    { id: "WEB-1", roles: ["web-server"] },
    { id: "LIC-1", roles: ["licensing-service"] },
  ],
  infobases: [
    { id: "shared", mode: "file" },
    { id: "published", mode: "file", webServer: "WEB-1" },
    { id: "basic", mode: "file", configuration: "basic" },
    { id: "accounts", mode: "client-server", server: "APP-1" },
    { id: "stock", mode: "client-server", server: "APP-32" },
  ],
};

/** What application servers run under, so that clients alone are in question. */
export const serverLicenses: readonly InstalledLicense[] = [
  server("server-64", "APP-1", 64),
  server("server-32", "APP-32", 32),
];

export function single(license: string, computer: string): SoftwareLicense {
  return { type: "single-user", license, computer };
}

export function multi(license: string, computer: string, seats: number): SoftwareLicense {
  return { type: "multi-user", license, computer, seats };
}

export function dongle(license: string, computer: string, seats: number, series: string = license): Dongle {
  return { type: "dongle", license, computer, seats, series };
}

export function networkDongle(license: string, computer: string, seats: number, series: string = license): Dongle {
  return { ...dongle(license, computer, seats, series), network: true };
}

export function server(license: string, computer: string, bits: 32 | 64): ServerLicense {
  return { type: "server", license, computer, bits };
}

/** Clients that run on somebody's computer. */
export const localApplications: readonly Application[] = [
  "designer",
  "thick-client",
  "thin-client",
  "external-connection",
];

export const localApplication: fc.Arbitrary<Application> = fc.constantFrom(...localApplications);
export const remoteApplication: fc.Arbitrary<Application> = fc.constantFrom("web-client", "mobile-client");

/** Who works where, without a session's id. */
export type Client = Omit<SessionFacts, "session">;

/** A client on a desk. */
export function atDesk(computer: string, infobase = "accounts", application: Application = "thin-client"): Client {
  return { application, infobase, computer, user: "Olga" };
}

/** A client in a terminal session. */
export function inTerminal(
  terminalSession: string,
  infobase = "accounts",
  application: Application = "thin-client",
): Client {
  return { application, infobase, computer: "TERM-1", terminalSession, user: terminalSession };
}

/** A client in a browser. */
export function inBrowser(infobase = "accounts", application: Application = "web-client"): Client {
  return { application, infobase, computer: "at home", user: "Ivan" };
}

/** Licenses on one computer, of few seats each, software and dongles of different series, in any order. */
export function licensesOn(computer: string): fc.Arbitrary<readonly InstalledLicense[]> {
  const seats = fc.integer({ min: 1, max: 4 });
  return fc
    .array(fc.tuple(fc.constantFrom("single", "multi", "dongle"), seats), { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map(([kind, count], n) => {
        const name = `license-${String(n)}`;
        if (kind === "single") return single(name, computer);
        return kind === "multi" ? multi(name, computer, count) : dongle(name, computer, count);
      }),
    );
}

/** How many seats licenses have together. */
export function seatsOf(licenses: readonly InstalledLicense[]): number {
  return licenses.reduce((sum, license) => sum + ("seats" in license ? license.seats : 1), 0);
}

/** Names of licenses, in the order of their code points. */
export function inOrder(licenses: readonly InstalledLicense[]): readonly string[] {
  return licenses.map(({ license }) => license).sort(compareCodePoints);
}
