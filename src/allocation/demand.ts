import * as z from "zod/mini";
import { parseWith, type InputError, type Result } from "../core/index.js";
import { id } from "./parse.js";

/** Who works at the busiest hour, and how: up to 100,000 sessions in all (included). */
export interface Demand {
  /** `file`: clients open the infobase themselves, or through a web server. `client-server`: an application server does. */
  readonly mode: "file" | "client-server";
  /** People at computers of their own. */
  readonly workstations?: DemandGroup | undefined;
  /** People on a terminal server, each in one terminal session. */
  readonly terminalUsers?: DemandGroup | undefined;
  /** People in a browser. */
  readonly webUsers?: DemandGroup | undefined;
}

export interface DemandGroup {
  /** 0 to 100,000 (included). */
  readonly people: number;
  /** Sessions that each runs at a time: 1 to 100 (included). Default 1. */
  readonly sessions?: number | undefined;
}

/** What can be bought. Up to 100 (included); no two of one name. */
export interface KitSize {
  readonly kit: string;
  /** 1 to 10,000 (included). */
  readonly seats: number;
  /** As what it can be used: so many single-user licenses, one multi-user license, one network dongle. */
  readonly sets: readonly KitUseAs[];
  /** A whole number, 0 to 1,000,000,000 (included): in cents, say. Where every kit has one, the cheapest is best; else the fewest seats. */
  readonly price?: number | undefined;
}

export type KitUseAs = "single-user" | "multi-user" | "dongle";

/** Where licenses may lie: on workstations one by one, on a server, or in a network dongle. */
export type PlannedPlace = "workstation" | "terminal-server" | "application-server" | "web-server" | "dongle";

/** Seats at a place. */
export interface PlannedSeats {
  readonly place: PlannedPlace;
  readonly seats: number;
}

const group = z.optional(
  z.strictObject({
    people: z.int().check(z.gte(0), z.lte(100_000)),
    sessions: z.optional(z.int().check(z.gte(1), z.lte(100))),
  }),
);

const schema = z.strictObject({
  demand: z
    .strictObject({
      mode: z.enum(["file", "client-server"]),
      workstations: group,
      terminalUsers: group,
      webUsers: group,
    })
    .check(z.refine(isWithinBounds, "at most 100,000 sessions")),
  kitSizes: z
    .array(
      z.strictObject({
        kit: id,
        seats: z.int().check(z.gte(1), z.lte(10_000)),
        sets: z.array(z.enum(["single-user", "multi-user", "dongle"])).check(z.minLength(1)),
        price: z.optional(z.int().check(z.gte(0), z.lte(1_000_000_000))),
      }),
    )
    .check(
      z.maxLength(100),
      z.refine((kits) => new Set(kits.map(({ kit }) => kit)).size === kits.length, "kits of different names"),
    ),
});

/** Sessions of all groups together (included). */
const MAX_SESSIONS = 100_000;

function isWithinBounds(groups: unknown): boolean {
  const { workstations, terminalUsers, webUsers } = groups as Demand; // zod gives what it has checked
  const all = [workstations, terminalUsers, webUsers].map((one) => (one?.people ?? 0) * (one?.sessions ?? 1));
  return all.reduce((sum, one) => sum + one, 0) <= MAX_SESSIONS;
}

interface Question {
  readonly demand: Demand;
  readonly kitSizes: readonly KitSize[];
}

/** What is asked of a plan, checked. */
export function parseQuestion(demand: unknown, kitSizes: unknown): Result<Question, InputError> {
  return parseWith<Question>(schema, { demand, kitSizes }, { depth: 4, items: 1_000, members: 20 });
}
