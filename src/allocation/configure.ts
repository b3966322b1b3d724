import { compareCodePoints } from "../core/index.js";
import type { Configuration } from "./command.js";
import type { Refused } from "./denial.js";
import { values } from "./hash-map.js";
import { overdraftPools } from "./keys.js";
import { defaultPolicies, type SeatPolicies, type SomePolicies } from "./policies.js";
import type { Run } from "./run.js";
import { topologyFaults } from "./topology.js";

/** Decides what a site is. Policies apply from now on. */
export function configure({ topology, policies: said }: Configuration, run: Run, at: number): Refused {
  const faults = topologyFaults(topology);
  if (faults.length > 0) return { code: "allocation/bad-topology", faults };
  const view = run.now();
  const site = view.site();
  const known = new Set(topology.computers.map(({ id }) => id));
  const licenses = [...values(site.licenses)].map(({ license }) => license);
  const lost = licenses.filter(({ computer }) => !known.has(computer)).map(({ license }) => license);
  if (lost.length > 0) return { code: "allocation/computers-in-use", licenses: lost.sort(compareCodePoints) };
  const policies = said === undefined ? site.policies : { ...defaultPolicies, ...defined(said) };
  const all = [...new Set([...site.topology.computers, ...topology.computers].map(({ id }) => id))];
  const over = all.filter((id) => overdraftPools(id).some((pool) => (view.pool(pool)?.used ?? 0) > policies.overdraft));
  if (over.length > 0) return { code: "allocation/overdraft-in-use", computers: over };
  run.happen({ type: "configured", data: { topology, policies, at } });
  return undefined;
}

/** What is said, without what is said to be left out. */
function defined(policies: SomePolicies): Partial<SeatPolicies> {
  return Object.fromEntries(Object.entries(policies).filter(([, value]) => value !== undefined));
}
