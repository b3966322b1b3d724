import type { AskedPlace, Asking } from "./asking.js";
import type { ClientLicense } from "./installed.js";
import type { Installed } from "./site.js";
import type { Unsuitable } from "./trail.js";

/**
 * Why a license could not serve a session even if all its seats were free; `undefined`: it could. What only the server
 * license decides, the search adds.
 *
 * @rule AL-06, AL-08, AL-11, AL-12, AL-17
 */
export function unsuitable(
  { license, expired, hidden }: Installed<ClientLicense>,
  { givenBy }: AskedPlace,
  { facts, infobase, onTerminalServer }: Asking,
): Unsuitable | undefined {
  if (expired) return "expired";
  if (hidden) return "hidden-by-its-series";
  if (license.type === "basic" && infobase.configuration !== "basic") return "not-a-basic-configuration";
  if (givenBy !== "client") return undefined;
  if (license.type === "multi-user" && !onTerminalServer) return "multi-user-on-a-workstation";
  return license.type === "dongle" && facts.hardwareLicenses === false ? "hardware-switched-off" : undefined;
}
