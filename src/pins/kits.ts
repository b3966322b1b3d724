import type { ClientSet, KitDefinition } from "./kit.js";

/** The kits that the sources name. */
export type KitName =
  | "client-1"
  | "client-5"
  | "client-10"
  | "client-20"
  | "client-50"
  | "client-100"
  | "client-300"
  | "client-500"
  | "server"
  | "base"
  | "package-5"
  | "package-10-server";

/**
 * The usual kits. For one workstation there is the single-user set only, for 5, 10 and 20 both, for 50 and more the
 * multi-user set only; a server license comes alone or in a package.
 *
 * @rule PN-04, PN-05
 * @source S2 p. 21 f.; S3 and S4 ("1 workstation … comes with 3 PIN codes: one main and two backup")
 * @example
 * ```ts
 * import { kits } from "licit/pins";
 *
 * kits["package-10-server"]; // → { name: "package-10-server", client: { workstations: 10, sets: ["single-user", "multi-user"] }, server: true }
 * ```
 */
export const kits: { readonly [N in KitName]: KitDefinition } = {
  "client-1": client("client-1", 1, "single-user"),
  "client-5": client("client-5", 5, "single-user", "multi-user"),
  "client-10": client("client-10", 10, "single-user", "multi-user"),
  "client-20": client("client-20", 20, "single-user", "multi-user"),
  "client-50": client("client-50", 50, "multi-user"),
  "client-100": client("client-100", 100, "multi-user"),
  "client-300": client("client-300", 300, "multi-user"),
  "client-500": client("client-500", 500, "multi-user"),
  server: { name: "server", server: true },
  base: client("base", 1, "single-user"),
  "package-5": client("package-5", 5, "single-user", "multi-user"),
  "package-10-server": { ...client("package-10-server", 10, "single-user", "multi-user"), server: true },
};

function client(name: KitName, workstations: number, ...sets: readonly ClientSet[]): KitDefinition {
  return { name, client: { workstations, sets } };
}
