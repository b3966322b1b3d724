import { mustChoose, otherClientSet, type ClientSet, type KitDefinition } from "./kit.js";

/** Where the licenses of a kit are to be installed. */
export type Placement = "workstation" | "application-server" | "web-server" | "terminal-server";

/** Which set to take the first PIN from, and what that does. */
export type SetAdvice =
  /** The kit has both sets. The choice is final: the first license acquired makes the other set void for good. */
  | { readonly ok: true; readonly set: ClientSet; readonly choice: "final"; readonly loses: ClientSet }
  /** The kit has this set only: there is nothing to choose. */
  | { readonly ok: true; readonly set: ClientSet; readonly choice: "none" }
  | { readonly ok: false; readonly error: AdviceError };

/**
 * Why no set of a kit fits. `pins/server-side-only`: a multi-user license is counted by a server, and cannot be installed
 * on a workstation. `pins/no-client-licenses`: the kit has a server license only.
 */
export type AdviceError =
  { readonly code: "pins/server-side-only"; readonly set: "multi-user" } | { readonly code: "pins/no-client-licenses" };

/**
 * Which set of a kit to use for a placement: for workstations the single-user set; for an application, web or terminal
 * server the multi-user set. Ask before the first license is acquired: where there are two sets, that decides.
 *
 * A kit that has the single-user set only is advised for any placement: its licenses may be installed on a server one by
 * one, and are added up there.
 *
 * @rule PN-07, PN-25
 * @source S1 ("Attention! If you are going to acquire a 5-, 10-, or 20-user license …"); S2 p. 22 ff.; S0 (terminal servers)
 * @example
 * ```ts
 * import { adviseSet, kits } from "licit/pins";
 *
 * adviseSet(kits["client-5"], "terminal-server"); // → { ok: true, set: "multi-user", choice: "final", loses: "single-user" }
 * adviseSet(kits["client-50"], "workstation"); // → { ok: false, error: { code: "pins/server-side-only", set: "multi-user" } }
 * ```
 */
export function adviseSet(kit: KitDefinition, placement: Placement): SetAdvice {
  const wanted: ClientSet = placement === "workstation" ? "single-user" : "multi-user";
  if (mustChoose(kit)) {
    return { ok: true, set: wanted, choice: "final", loses: otherClientSet(wanted) };
  }
  const only = kit.client?.sets[0];
  if (only === undefined) return { ok: false, error: { code: "pins/no-client-licenses" } };
  if (only === "multi-user" && placement === "workstation") {
    return { ok: false, error: { code: "pins/server-side-only", set: only } };
  }
  return { ok: true, set: only, choice: "none" };
}
