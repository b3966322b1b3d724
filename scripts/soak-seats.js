// Ten million random commands, at random sites under random policies: after each of them AL-14, AL-15 and AL-16 must hold.
// `node scripts/soak-seats.js [commands] [seed]`, after a build. What it printed last stands in docs/benchmarks.md.
import * as fc from "fast-check";
import { freeSeats, holders, seats } from "../dist/allocation/index.js";
import { daysOf, policies } from "../dist/spec/allocation/days.js";
import { commandOf } from "../dist/spec/allocation/play-day.js";

const [commands = 10_000_000, seed = 1] = process.argv.slice(2).map(Number);
const PER_SITE = 2_000;

/** Marsaglia's xorshift: the same numbers from the same seed. */
let state32 = seed;
const draw = (below) => {
  state32 ^= state32 << 13;
  state32 ^= state32 >>> 17;
  state32 ^= state32 << 5;
  return (state32 >>> 0) % below;
};

const types = [
  "start",
  "start",
  "start",
  "start",
  "end",
  "end",
  "install",
  "remove",
  "renew",
  "release",
  "reserve",
  "release-reservation",
  "borrow",
  "return",
  "tick",
];
const laters = [0, 0, 1, 100, 500, 1_500, 3_000, 9_000, -4_000];
const sites = fc.sample(daysOf(policies, 1), { seed, numRuns: Math.ceil(commands / PER_SITE) });

let asked = 0;
let obeyed = 0;
let events = 0;
const started = process.hrtime.bigint();
for (const [site, day] of sites.entries()) {
  let state = seats.initialState();
  let now = 1;
  let held = [];
  const running = new Map();
  const obey = (command) => {
    const decision = seats.decide(command, state);
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      state = seats.evolve(state, event);
      if (event.type === "session-started") running.set(event.data.facts.session, event.data.client !== null);
      if (event.type === "session-ended") running.delete(event.data.session);
    }
    events += decision.events.length;
    return decision;
  };
  const check = (holds, what, command) => {
    if (!holds) throw new Error(`site ${site}, ${what}, after ${JSON.stringify(command)}`);
  };
  obey({ type: "configure", data: { topology: day.topology, policies: day.policies, at: 1 } });
  for (const license of day.licenses) obey({ type: "install", data: { license, at: 1 } });
  for (let n = 0; n < PER_SITE && asked < commands; n++) {
    const plan = { type: types[draw(types.length)], n: draw(31), m: draw(31), later: 0 };
    const command = commandOf(plan, day, held, Math.max(1, now + laters[draw(laters.length)]));
    now = Math.max(now, command.data.at);
    asked++;
    const decision = obey(command);
    if (!decision.ok) continue;
    obeyed++;
    held = holders(state);
    const rows = freeSeats(state);
    const counted = held.filter((holder) => holder.state !== "runs-on");
    for (const row of rows) check(row.used + row.kept <= row.seats && row.free >= 0, "AL-14", command);
    check(rows.reduce((sum, { used }) => sum + used, 0) === counted.length, "AL-15: units served", command);
    check(
      new Set(counted.map(({ unit, license }) => `${license} ${unit}`)).size === counted.length,
      "AL-15: a unit twice",
      command,
    );
    const seated = held
      .filter(({ kind }) => kind !== "server")
      .flatMap(({ sessions }) => sessions.map(({ session }) => session));
    const consumers = [...running].filter(([, takes]) => takes).length;
    check(
      seated.length === consumers && new Set(seated).size === consumers,
      "AL-15: each session in one seat",
      command,
    );
    check(
      held.every((holder) => holder.sessions.length > 0 || holder.freeAt > state.at),
      "AL-16: a seat that nobody frees",
      command,
    );
    if (command.type !== "end") continue;
    const again = seats.decide(command, state);
    check(!again.ok && again.error.code === "allocation/unknown-session", "AL-16: ended twice", command);
  }
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(
  `${asked.toLocaleString("en")} commands at ${sites.length.toLocaleString("en")} sites, seed ${seed}: ${obeyed.toLocaleString("en")} obeyed, ` +
    `${events.toLocaleString("en")} events, ${seconds.toFixed(0)} s. AL-14, AL-15 and AL-16 held after every one.`,
);
