/** How long one call takes, in nanoseconds, over as many calls as fill some milliseconds. */
function timeOf(work: () => unknown, calls: number): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) sink = work();
  return Number(process.hrtime.bigint() - start) / calls;
}

/** Keeps results alive, so that no engine drops the work. */
export let sink: unknown;

export interface Contest {
  /** Nanoseconds a call, the median of all rounds. */
  readonly ours: number;
  readonly peer: number;
  /** How many times as long the peer takes, the median over rounds in which both ran in turn. */
  readonly ratio: number;
}

/** Runs two pieces of work in turn, round by round, so that what slows the machine down slows both. */
export function contest(ours: () => unknown, peer: () => unknown, rounds = 41): Contest {
  const calls = [callsFor(ours), callsFor(peer)] as const;
  const times = Array.from({ length: rounds }, () => [timeOf(ours, calls[0]), timeOf(peer, calls[1])] as const);
  return {
    ours: median(times.map(([one]) => one)),
    peer: median(times.map(([, other]) => other)),
    ratio: median(times.map(([one, other]) => other / one)),
  };
}

/** Enough calls for about four milliseconds, after a warm-up in which the engine makes up its mind. */
function callsFor(work: () => unknown): number {
  const warmUp = process.hrtime.bigint() + 60_000_000n;
  let calls = 0;
  while (process.hrtime.bigint() < warmUp) {
    sink = work();
    calls++;
  }
  return Math.max(1, Math.round(calls / 15));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of a result: what was asked, what came out, whether it was reached. */
export function report(what: string, figure: string, wanted = "", reached?: boolean): void {
  console.log(`| ${what} | ${figure} | ${wanted} | ${reached === undefined ? "" : reached ? "yes" : "**no**"} |`);
}
