import { centerTour } from "./center-tour.js";
import { diagnosisTour } from "./diagnosis-tour.js";
import { fingerprintTour } from "./fingerprint-tour.js";
import { kitTour } from "./kit-tour.js";
import { licenseTour } from "./license-tour.js";
import { ownerTour } from "./owner-tour.js";
import { print } from "./print.js";
import { seatsTour } from "./seats-tour.js";
import { wizardTour } from "./wizard-tour.js";

// Exit code 1 where anything that the tour promises does not hold; `--json` for machines.
try {
  const computer = await fingerprintTour();
  const tour = {
    ...computer,
    kit: kitTour(),
    owner: ownerTour(),
    license: licenseTour(computer.computer),
    center: centerTour(),
    seats: seatsTour(),
    wizard: wizardTour(computer.computer),
    diagnosis: diagnosisTour(),
  };
  const broken = [
    ...tour.broken,
    ...tour.kit.broken,
    ...tour.owner.broken,
    ...tour.license.broken,
    ...tour.center.broken,
    ...tour.seats.broken,
    ...tour.wizard.broken,
    ...tour.diagnosis.broken,
  ];
  console.log(
    process.argv.includes("--json") ? JSON.stringify({ ...tour, broken }, null, 2) : print({ ...tour, broken }),
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
