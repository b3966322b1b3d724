import type { Application, SessionFacts } from "./session.js";
import type { ClientLicense, InstalledLicense } from "./installed.js";
import type { SeatPolicies } from "./policies.js";
import type { Unit } from "./unit.js";

// A key is a word for what it is of, and ids. Of two ids the first comes with its length: any text may be an id.

/** The key of what takes a seat for a session. Designer with a pool of its own is counted beside the others. @rule AL-10, AL-15 */
export function unitKey(unit: Unit, facts: SessionFacts, { designer }: SeatPolicies): string {
  const beside = unit !== "session" && isApart(facts.application, designer) ? "designer " : "";
  switch (unit) {
    case "session":
      return `session ${facts.session}`;
    case "computer":
      return `${beside}computer ${facts.computer}`;
    case "terminalSession":
      return `${beside}terminal ${two(facts.computer, facts.terminalSession ?? "")}`;
  }
}

/** The key of an application server that takes a server license. */
export function serverKey(computer: string): string {
  return `server ${computer}`;
}

/** Whether a key is of an application server. */
export function isServerKey(key: string): boolean {
  return key.startsWith("server ");
}

/** The key of the pool in which a seat of a client license counts for a session. @rule AL-10, AL-14, AL-21 */
export function poolKey(
  { license, pool }: { readonly license: ClientLicense; readonly pool: string },
  { application, infobase }: SessionFacts,
  policies: SeatPolicies,
): string {
  if (license.type === "community") return infobasePool(license.license, infobase);
  return isApart(application, policies.designer) ? designerPool(license.license) : pool;
}

/** The key of the pool of a community license's seats for one infobase. @rule AL-21 */
export function infobasePool(license: string, infobase: string): string {
  return `infobase ${two(license, infobase)}`;
}

/** Whether a pool is of a community license's seats for some infobase. */
export function isInfobasePool(pool: string, license: string): boolean {
  return pool.startsWith(infobasePool(license, ""));
}

/** The key of the pool of a license's own seats. */
export function licensePool(license: string): string {
  return `license ${license}`;
}

/** The keys of the pools in which seats of a license may count, those of a community license apart. */
export function clientPools(license: string): readonly string[] {
  return [licensePool(license), designerPool(license)];
}

/** The key of the pool of seats beyond those of the licenses of a kind on one computer. @rule AL-19 */
export function overdraftPool({ type, computer }: InstalledLicense): string {
  return beyond(type === "dongle" ? "dongles" : "software", computer);
}

/** The keys of both such pools of a computer. */
export function overdraftPools(computer: string): readonly string[] {
  return [beyond("software", computer), beyond("dongles", computer)];
}

/** Whether a pool is of seats beyond those of licenses. */
export function isOverdraft(pool: string): boolean {
  return pool.startsWith("beyond ");
}

function beyond(kind: "software" | "dongles", computer: string): string {
  return `beyond ${kind} ${computer}`;
}

/** The key of the pool of its seats for Designer, where that has one of its own. @rule AL-10 */
export function designerPool(license: string): string {
  return `designer ${license}`;
}

function isApart(application: Application, designer: SeatPolicies["designer"]): boolean {
  return application === "designer" && designer === "own-pool";
}

function two(first: string, second: string): string {
  return `${String(first.length)} ${first} ${second}`;
}
