import type { LicenseType, Pin } from "../pins/index.js";
import { findPin, type OpenKit } from "../pins/index.js";
import type { Facts } from "./facts.js";
import type { Remedy } from "./remedy.js";
import { firstToAcquire } from "./spares.js";

const clients: readonly LicenseType[] = ["single-user", "multi-user"];

/** How one more license is come by: with a PIN that is left in a kit; where the kits that are known have none, it is bought. */
export function oneMore({ kits }: Facts, what: "client-license" | "server-license"): Remedy {
  const sets = what === "server-license" ? (["server"] as const) : clients;
  for (const kit of kits.values()) {
    const first = firstToAcquire(kit, sets);
    if (first !== undefined) return { action: "acquire-license", first };
  }
  return kits.size === 0 ? { action: "acquire-license" } : { action: "purchase", what };
}

/** The kit that a PIN is of, among those that are known. */
export function kitWith({ kits }: Facts, pin: Pin): OpenKit | undefined {
  return [...kits.values()].find((kit) => findPin(kit, pin) !== undefined);
}
