import type { KitSize, Placement } from "../../allocation/index.js";

/** The smallest set of kits by trying all of them: more kits than seats are never needed. */
export function smallest(placement: Placement, kits: readonly KitSize[]): string | null {
  const need = new Map(placement.seats.map(({ place, seats }) => [place, seats]));
  const priced = kits.every(({ price }) => price !== undefined);
  const sorted = [...kits].sort((a, b) => (a.kit < b.kit ? -1 : 1));
  const dongle = cheapest(
    sorted.filter(({ sets }) => sets.includes("dongle")),
    need.get("dongle") ?? 0,
    priced,
    () => true,
  );
  need.delete("dongle");
  const total = [...need.values()].reduce((sum, seats) => sum + seats, 0);
  const covers = (bag: readonly KitSize[]): boolean => {
    const spread = bag.filter(({ sets }) => sets.includes("single-user")).reduce((sum, { seats }) => sum + seats, 0);
    const bound = bag.filter(({ sets }) => !sets.includes("single-user")).map(({ seats }) => seats);
    const servers = [...need].filter(([place]) => place !== "workstation").map(([, seats]) => seats);
    const lacking = leastLacking(bound, servers) + (need.get("workstation") ?? 0);
    return spread >= lacking;
  };
  const usable = sorted.filter(({ sets }) => sets.includes("single-user") || sets.includes("multi-user"));
  const rest = cheapest(usable, total, priced, covers);
  if (dongle === null || rest === null) return null;
  const all = [...dongle, ...rest];
  const price = priced ? all.reduce((sum, one) => sum + (one.price ?? 0), 0) : 0;
  return JSON.stringify([
    [price, all.reduce((sum, { seats }) => sum + seats, 0), all.length],
    all.map(({ kit }) => kit).sort(),
  ]);
}

/** The seats that servers still lack, however kits that belong to one of them are given out. */
function leastLacking(bound: readonly number[], servers: readonly number[]): number {
  const [first, ...rest] = bound;
  if (first === undefined) return servers.reduce((sum, seats) => sum + Math.max(0, seats), 0);
  return Math.min(
    ...[...servers.keys()].map((at) =>
      leastLacking(
        rest,
        servers.map((seats, n) => (n === at ? seats - first : seats)),
      ),
    ),
    ...(servers.length === 0 ? [leastLacking(rest, servers)] : []),
  );
}

/** The cheapest bag of kits that covers, out of all there are. */
function cheapest(
  kits: readonly KitSize[],
  total: number,
  priced: boolean,
  covers: (bag: readonly KitSize[]) => boolean,
): readonly KitSize[] | null {
  let best: readonly KitSize[] | null = null;
  const key = (bag: readonly KitSize[]): readonly (number | string)[] => [
    priced ? bag.reduce((sum, { price = 0 }) => sum + price, 0) : 0,
    bag.reduce((sum, { seats }) => sum + seats, 0),
    bag.length,
  ];
  const less = (a: readonly KitSize[], b: readonly KitSize[]): boolean => {
    const [x, y] = [key(a), key(b)];
    for (const [n, one] of x.entries()) if (one !== y[n]) return one < (y[n] ?? 0);
    return (
      a
        .map(({ kit }) => kit)
        .sort()
        .join("\u0000") <
      b
        .map(({ kit }) => kit)
        .sort()
        .join("\u0000")
    );
  };
  const go = (bag: readonly KitSize[], from: number): void => {
    if (covers(bag) && bag.reduce((sum, { seats }) => sum + seats, 0) >= total) {
      if (best === null || less(bag, best)) best = bag;
      return;
    }
    if (best !== null && !less(bag, best)) return;
    for (let kit = from; kit < kits.length; kit++) {
      const one = kits[kit];
      if (one !== undefined && bag.length <= total) go([...bag, one], kit);
    }
  };
  go([], 0);
  return best;
}
