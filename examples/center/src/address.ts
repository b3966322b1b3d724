import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Who asks, as guesses are counted: the address of the connection, or behind a proxy that is trusted the last one that it
 * wrote; the others anybody can write. Of IPv6 the network: whoever has one has 2⁶⁴ addresses.
 */
export function whoAsks(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return networkOf(forwarded ?? getConnInfo(c).remote.address ?? "unknown");
}

function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail = ""] = address.split("::");
  const [before, after] = [head, tail].map((part) => (part === "" ? [] : part.split(":")));
  const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [
    ...(before ?? []),
    ...Array<string>(address.includes("::") ? missing : 0).fill("0"),
    ...(after ?? []),
  ];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
