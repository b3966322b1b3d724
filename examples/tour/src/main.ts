import { fingerprintTour } from "./fingerprint-tour.js";
import { print } from "./print.js";

// Exit code 1 where anything that the tour promises does not hold; `--json` for machines.
try {
  const tour = await fingerprintTour();
  console.log(process.argv.includes("--json") ? JSON.stringify(tour, null, 2) : print(tour));
  process.exitCode = tour.broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
