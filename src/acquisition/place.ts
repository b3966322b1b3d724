/** Where a license is installed: on the computer where the wizard runs, or by way of a server that listens there. */
export type Place =
  { readonly on: "this-computer" } | { readonly on: "server"; readonly host: string; readonly port: number };

/** The port of a server agent, where nothing else is said. @source S2 p. 12 (figure) */
export const defaultPort = 1540;

/** Why a server cannot be found by what was entered. */
export type PlaceFault =
  | { readonly code: "acquisition/required" }
  | { readonly code: "acquisition/not-a-host" }
  | { readonly code: "acquisition/not-a-port"; readonly least: 1; readonly most: 65_535 };

/** What is wrong with a host: a name as networks have them (Windows allows `_`), or an address. @rule AQ-01 */
export function hostFault(text: string): PlaceFault | undefined {
  const host = text.trim();
  if (host === "") return { code: "acquisition/required" };
  return isHost(host) ? undefined : { code: "acquisition/not-a-host" };
}

/** What is wrong with a port: 1 to 65535 (included). @rule AQ-01 */
export function portFault(text: string): PlaceFault | undefined {
  const port = text.trim();
  const sound = /^[1-9][0-9]{0,4}$/.test(port) && Number(port) <= 65_535;
  return sound ? undefined : { code: "acquisition/not-a-port", least: 1, most: 65_535 };
}

/** What looks like an address must be one. */
function isHost(host: string): boolean {
  if (host.length > 253) return false;
  if (/^[0-9.]+$/.test(host)) return isIpv4(host);
  if (host.includes(":")) return isIpv6(host.replace(/^\[(.*)\]$/, "$1"));
  return host
    .replace(/\.$/, "")
    .split(".")
    .every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?$/u.test(label));
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

/** Eight groups of hex digits, of which one run of zeros may be left out; the last two may stand as an IPv4 address. */
function isIpv6(text: string): boolean {
  const plain = text.replace(/(?<=:)[0-9.]+\.[0-9.]+$/, (tail) => (isIpv4(tail) ? "0:0" : "?"));
  const [head = "", tail, ...more] = plain.split("::");
  if (more.length > 0) return false;
  const groups = [...groupsOf(head), ...groupsOf(tail ?? "")];
  const sound = groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  return sound && (tail === undefined ? groups.length === 8 : groups.length < 8);
}

function groupsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(":");
}
