import type { KitSize, KitUseAs, PlannedPlace, PlannedSeats } from "./demand.js";
import type { Choice } from "./kit-choice.js";

/** Kits of one name that are used in one way. */
export interface KitUse {
  readonly kit: string;
  readonly count: number;
  readonly as: KitUseAs;
  /** Where their licenses lie, and how many seats are used there. */
  readonly places: readonly PlannedSeats[];
}

/**
 * Says what each chosen kit is for. A kit that has both sets is used as a multi-user license where a server needs all of
 * it, or nobody else needs the rest of it: one license to acquire instead of many.
 *
 * @source S0 ("If you have 5-, 10-, 20-users licenses then use multi-user pin-codes when you install them on terminal server")
 */
export function usesOf(needs: readonly PlannedSeats[], choice: Choice): readonly KitUse[] {
  const left = new Map<PlannedPlace, number>(needs.map(({ place, seats }) => [place, seats]));
  const uses: KitUse[] = [];
  const use = (kit: KitSize, count: number, as: KitUseAs, places: readonly PlannedPlace[]): void => {
    let supply = kit.seats * count;
    const used = places.flatMap((place) => {
      const seats = Math.min(supply, left.get(place) ?? 0);
      supply -= seats;
      left.set(place, (left.get(place) ?? 0) - seats);
      return seats === 0 ? [] : [{ place, seats }];
    });
    if (count > 0) uses.push({ kit: kit.kit, count, as, places: used });
  };
  const servers = needs.map(({ place }) => place).filter((place) => place !== "workstation" && place !== "dongle");
  for (const [at, counts] of choice.onServers.entries())
    for (const [kit, count] of counted(choice.kits, counts)) use(kit, count, "multi-user", servers.slice(at, at + 1));
  for (const [kit, count] of counted(choice.kits, choice.dongles)) use(kit, count, "dongle", ["dongle"]);

  const bySize = [...counted(choice.kits, choice.spread)].sort(([a], [b]) => b.seats - a.seats);
  const rest = bySize.map(([kit, count]) => {
    let several = count;
    for (const server of kit.sets.includes("multi-user") ? servers : []) {
      const whole = Math.min(several, Math.floor((left.get(server) ?? 0) / kit.seats));
      use(kit, whole, "multi-user", [server]);
      several -= whole;
    }
    return [kit, several] as const;
  });
  for (const [kit, count] of rest) {
    const open = (["workstation", ...servers] as const).filter((place) => (left.get(place) ?? 0) > 0);
    const [only] = open;
    const isServer = open.length === 1 && only !== "workstation";
    use(kit, count, isServer && kit.sets.includes("multi-user") ? "multi-user" : "single-user", open);
  }
  return uses;
}

function counted(kits: readonly KitSize[], counts: readonly number[]): readonly (readonly [KitSize, number])[] {
  return kits.flatMap((kit, at) => ((counts[at] ?? 0) > 0 ? [[kit, counts[at] ?? 0] as const] : []));
}
