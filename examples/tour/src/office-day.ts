import type { Application, InstalledLicense, KitSize, Topology } from "licit/allocation";

/** People who work alike: when they come and go, where, and on what. */
export interface Crowd {
  readonly who: string;
  readonly people: number;
  readonly at: "terminal" | "desk" | "browser";
  readonly infobase: "trade" | "archive";
  readonly applications: readonly Application[];
  /** Hours of the day: they come one after the other from `comes` on, and go likewise. */
  readonly comes: number;
  readonly within: number;
  readonly goes: number;
  /** Whether they log off for an hour at noon. */
  readonly lunch: boolean;
}

/** The office: who works there, hour by hour. */
export const crowds: readonly Crowd[] = [
  {
    who: "sales",
    people: 80,
    at: "terminal",
    infobase: "trade",
    applications: ["thin-client", "thin-client"],
    comes: 8.5,
    within: 1,
    goes: 17.5,
    lunch: true,
  },
  {
    who: "accounts",
    people: 35,
    at: "desk",
    infobase: "trade",
    applications: ["thick-client", "thin-client"],
    comes: 8,
    within: 0.5,
    goes: 17,
    lunch: false,
  },
  {
    who: "warehouse",
    people: 25,
    at: "desk",
    infobase: "trade",
    applications: ["thin-client"],
    comes: 7,
    within: 0.5,
    goes: 15.5,
    lunch: false,
  },
  {
    who: "on the road",
    people: 40,
    at: "browser",
    infobase: "trade",
    applications: ["mobile-client"],
    comes: 9,
    within: 6,
    goes: 18,
    lunch: false,
  },
  {
    who: "lawyers",
    people: 20,
    at: "browser",
    infobase: "archive",
    applications: ["web-client"],
    comes: 9.5,
    within: 1.5,
    goes: 16,
    lunch: true,
  },
];

/** Its computers. */
export const office: Topology = {
  computers: [
    { id: "TERM-1", roles: ["terminal-server"] },
    { id: "APP-1", roles: ["application-server"] },
    { id: "WEB-1", roles: ["web-server"] },
    { id: "KEYS-1" },
    ...Array.from({ length: 60 }, (_, n) => ({ id: deskOf(n) })),
  ],
  infobases: [
    { id: "trade", mode: "client-server", server: "APP-1" },
    { id: "archive", mode: "file", webServer: "WEB-1" },
  ],
};

/** What was bought over the years. */
export const bought: readonly InstalledLicense[] = [
  { type: "server", license: "server", computer: "APP-1", bits: 64 },
  { type: "multi-user", license: "50 users", computer: "TERM-1", seats: 50 },
  { type: "multi-user", license: "20 users", computer: "APP-1", seats: 20 },
  { type: "multi-user", license: "10 users", computer: "WEB-1", seats: 10 },
  { type: "dongle", license: "dongle 1", computer: "KEYS-1", series: "NET-20", seats: 20, network: true },
  { type: "dongle", license: "dongle 2", computer: "KEYS-1", series: "NET-20", seats: 20, network: true },
];

/** What is sold. */
export const kitSizes: readonly KitSize[] = [
  { kit: "client-1", seats: 1, sets: ["single-user"] },
  ...[5, 10, 20].map((seats) => ({ kit: `client-${seats}`, seats, sets: ["single-user", "multi-user"] as const })),
  ...[50, 100].map((seats) => ({ kit: `client-${seats}`, seats, sets: ["multi-user"] as const })),
];

/** The name of a desk's computer. */
export function deskOf(n: number): string {
  return `DESK-${String(n + 1).padStart(2, "0")}`;
}
