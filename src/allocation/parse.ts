import * as z from "zod/mini";
import { loneSurrogateAt, parseWith, type InputError, type Result } from "../core/index.js";
import type { SeatCommand } from "./command.js";
import type { SeatEvent } from "./event.js";
import type { InstalledLicense } from "./installed.js";
import type { SeatPolicies } from "./policies.js";
import type { SessionFacts } from "./session.js";
import type { Topology } from "./topology.js";
import type { UnitKind } from "./unit.js";

/** UTF-16 units of an id (included). */
export const ID_LENGTH = 200;

/** How long anything may last that is said as a duration (included). */
const CENTURY_MS = 3_155_760_000_000;

const wellFormed = z.refine(
  (text) => typeof text === "string" && loneSurrogateAt(text) < 0,
  "text without lone surrogates",
);
/** @internal */
export const id: z.ZodMiniString = z.string().check(z.minLength(1), z.maxLength(ID_LENGTH), wellFormed);
/** A key of a unit or a pool: ids, and what they are of. @internal */
export const key: z.ZodMiniString = z.string().check(z.minLength(1), z.maxLength(2 * ID_LENGTH + 50), wellFormed);
const place = { unit: key, license: id };
/** @internal */
export const time: z.ZodMiniType<number> = z.int();
/** @internal */
export const count: z.ZodMiniType<number> = z.int().check(z.gte(0));
const duration = z.int().check(z.gte(0), z.lte(CENTURY_MS));
const seats = z.int().check(z.gte(1), z.lte(100_000));
const at = { at: time };
const flag = z.optional(z.boolean());

const role = z.enum(["terminal-server", "application-server", "web-server", "licensing-service"]);
const configuration = z.optional(z.enum(["standard", "basic"]));

// What a site is, is decided by people who write it down: what is misspelt must not be left out in silence.
/** @internal */
export const topology: z.ZodMiniType<Topology> = z.strictObject({
  computers: z.array(
    z.strictObject({
      id,
      roles: z.optional(z.array(role)),
      serverBits: z.optional(z.literal([32, 64])),
      licensingService: z.optional(id),
    }),
  ),
  infobases: z.array(
    z.discriminatedUnion("mode", [
      z.strictObject({ mode: z.literal("file"), id, webServer: z.optional(id), configuration }),
      z.strictObject({ mode: z.literal("client-server"), id, server: id, configuration }),
    ]),
  ),
});

const policy = {
  otherComputers: z.enum(["refused", "workstations"]),
  designer: z.enum(["shared", "own-pool"]),
  onRemoval: z.enum(["run-on", "end", "move"]),
  leaseMs: duration,
  lingerMs: duration,
  overdraft: count,
  reservation: z.boolean(),
  borrowingMs: duration,
  queue: z.int().check(z.gte(0), z.lte(10_000)),
};
/** @internal */
export const policies: z.ZodMiniType<SeatPolicies> = z.strictObject(policy);
const somePolicies = z.partial(z.strictObject(policy));

const where = { license: id, computer: id };
const inFile = { directory: z.optional(count), file: z.optional(id), expiresAt: z.optional(time) };
const level = z.optional(z.enum(["professional", "developer"]));
const ofServer = {
  bits: z.literal([32, 64]),
  level: z.optional(z.enum(["professional", "developer", "community"])),
};
/** @internal */
export const license: z.ZodMiniType<InstalledLicense> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("single-user"), ...where, ...inFile, level }),
  z.strictObject({ type: z.literal("multi-user"), ...where, ...inFile, seats, level }),
  z.strictObject({ type: z.literal("community"), ...where, ...inFile }),
  z.strictObject({ type: z.literal("basic"), ...where, ...inFile }),
  z.strictObject({ type: z.literal("dongle"), ...where, series: id, seats, network: flag, level }),
  z.strictObject({ type: z.literal("server"), ...where, ...inFile, ...ofServer }),
  z.strictObject({ type: z.literal("server-dongle"), ...where, ...ofServer }),
]);

const sessionFacts = {
  session: id,
  application: z.enum([
    "designer",
    "thick-client",
    "thin-client",
    "web-client",
    "mobile-client",
    "external-connection",
    "background-job",
    "web-service",
    "http-service",
  ]),
  infobase: id,
  user: id,
  computer: id,
  terminalSession: z.optional(id),
  throughWebServer: flag,
  hardwareLicenses: flag,
};
/** @internal */
export const facts: z.ZodMiniType<SessionFacts> = z.object(sessionFacts);

/** @internal */
export const whom: z.ZodMiniType<{ user: string } | { computer: string }> = z.union(
  [z.strictObject({ user: id }), z.strictObject({ computer: id })],
  "{ user } | { computer }",
);
const lease = { leaseUntil: z.optional(time) };
const reserved = { reservation: id, license: id, seats, for: whom };

const command = z.discriminatedUnion("type", [
  z.object({ type: z.literal("configure"), data: z.object({ topology, policies: z.optional(somePolicies), ...at }) }),
  z.object({ type: z.literal("install"), data: z.object({ license, ...at }) }),
  z.object({ type: z.literal("remove"), data: z.object({ license: id, ...at }) }),
  z.object({ type: z.literal("start"), data: z.object({ ...sessionFacts, ...lease, ...at }) }),
  z.object({ type: z.literal("renew"), data: z.object({ session: id, ...lease, ...at }) }),
  z.object({ type: z.literal("end"), data: z.object({ session: id, ...at }) }),
  z.object({
    type: z.literal("release"),
    data: z.union([z.object({ reservation: id, ...at }), z.object({ ...place, ...at })], "a seat | a reservation"),
  }),
  z.object({ type: z.literal("reserve"), data: z.object({ ...reserved, until: z.optional(time), ...at }) }),
  z.object({ type: z.literal("borrow"), data: z.object({ session: id, until: time, ...at }) }),
  z.object({ type: z.literal("return"), data: z.object({ ...place, ...at }) }),
  z.object({ type: z.literal("tick"), data: z.object(at) }),
]);

/** @internal */
export const unitKind: z.ZodMiniType<UnitKind> = z.enum(["computer", "session", "terminalSession", "server"]);
const grant = z.nullable(
  z.object({
    ...place,
    kind: unitKind,
    pool: key,
    held: z.boolean(),
    reservation: z.nullable(count),
    searcher: z.object({ computer: id, as: z.enum(["client", "server", "licensing-service", "server-license"]) }),
  }),
);
const leftSeat = z.nullable(
  z.object({ ...place, then: z.enum(["serves-others", "free", "idle"]), freeAt: z.nullable(time) }),
);
const gone = z.object({ license: id, sessions: z.array(id), ...at });
const moved = { client: grant, server: grant, ...at };

const event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("configured"), data: z.object({ topology, policies, ...at }) }),
  z.object({
    type: z.literal("license-installed"),
    data: z.object({ license, until: z.nullable(time), ...at }),
  }),
  z.object({ type: z.literal("license-removed"), data: gone }),
  z.object({ type: z.literal("license-expired"), data: gone }),
  z.object({
    type: z.literal("session-started"),
    data: z.object({ facts, ...moved, leaseUntil: z.nullable(time), waitedSince: z.nullable(time) }),
  }),
  z.object({
    type: z.literal("session-renewed"),
    data: z.object({ session: id, leaseUntil: z.nullable(time), ...at }),
  }),
  z.object({
    type: z.literal("session-ended"),
    data: z.object({
      session: id,
      reason: z.enum(["ended", "lease-ran-out", "released", "license-removed", "license-expired"]),
      client: leftSeat,
      server: leftSeat,
      ...at,
    }),
  }),
  z.object({ type: z.literal("session-moved"), data: z.object({ session: id, ...moved }) }),
  z.object({
    type: z.literal("session-queued"),
    data: z.object({ facts, position: count, leaseUntil: z.nullable(time), ...at }),
  }),
  z.object({
    type: z.literal("session-withdrawn"),
    data: z.object({ session: id, reason: z.enum(["ended", "lease-ran-out"]), ...at }),
  }),
  z.object({ type: z.literal("seat-borrowed"), data: z.object({ ...place, until: time, ...at }) }),
  z.object({ type: z.literal("seat-returned"), data: z.object({ ...place, freeAt: z.nullable(time), ...at }) }),
  z.object({
    type: z.literal("seat-freed"),
    data: z.object({ ...place, reason: z.enum(["time", "returned", "released"]), ...at }),
  }),
  z.object({ type: z.literal("seats-reserved"), data: z.object({ ...reserved, until: z.nullable(time), ...at }) }),
  z.object({
    type: z.literal("reservation-ended"),
    data: z.object({
      reservation: id,
      reason: z.enum(["time", "released", "license-removed", "license-expired"]),
      ...at,
    }),
  }),
  z.object({ type: z.literal("time-passed"), data: z.object(at) }),
]);

/** Items of any list: computers, infobases, sessions of a license (included). */
const limits = { depth: 6, items: 1_000_000, members: 20 };

/**
 * Takes a command to a site out of an untrusted value. Reports every fault. Ids are 1 to 200 UTF-16 units (included),
 * without lone surrogates.
 *
 * Outcomes: `core/invalid-input`.
 *
 * @example
 * ```ts
 * import { parseSeatCommand } from "licit/allocation";
 *
 * parseSeatCommand({ type: "end", data: { session: "17", at: 1 } }).ok; // → true
 * parseSeatCommand({ type: "end", data: { session: "", at: 1 } }); // → { ok: false, error: { code: "core/invalid-input", faults: [{ path: ["data", "session"], rule: "length", limit: 1 }] } }
 * ```
 */
export function parseSeatCommand(input: unknown): Result<SeatCommand, InputError> {
  return parseWith<SeatCommand>(command, input, limits);
}

/**
 * Takes a stored event of a site out of an untrusted value. Reports every fault.
 *
 * Outcomes: `core/invalid-input`.
 */
export function parseSeatEvent(input: unknown): Result<SeatEvent, InputError> {
  return parseWith<SeatEvent>(event, input, limits);
}
