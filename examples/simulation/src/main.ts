import { print } from "./print.js";
import { simulate } from "./simulate.js";

// npm run simulate -- [kits] [seed]. Exit code 1 where anything did not hold.
const [kits = 3_000, seed = 1] = process.argv.slice(2).map(Number);
const begin = process.hrtime.bigint();
const report = simulate(seed, kits);
const minutes = Number(process.hrtime.bigint() - begin) / 60e9;
console.log(print(report));
console.error(`${Math.round(report.events / minutes)} events a minute`);
process.exitCode = report.broken.length === 0 ? 0 : 1;
