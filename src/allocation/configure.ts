import type { Configuration } from "./command.js";
import type { Refused } from "./denial.js";
import { values } from "./hash-map.js";
import { overdraftPools } from "./keys.js";
import { defaultPolicies } from "./policies.js";
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
  if (lost.length > 0) return { code: "allocation/computers-in-use", licenses: lost.sort() };
  const policies = { ...defaultPolicies, ...said };
  const over = site.topology.computers.filter(({ id }) =>
    overdraftPools(id).some((pool) => (view.pool(pool)?.used ?? 0) > policies.overdraft),
  );
  if (over.length > 0) return { code: "allocation/overdraft-in-use", computers: over.map(({ id }) => id) };
  run.happen({ type: "configured", data: { topology, policies, at } });
  return undefined;
}
