import { checkSaboteurs } from "./saboteurs.ts";

// In a file of their own, so that they run beside the others; each case is many diagnoses, so fewer do.
checkSaboteurs(["diagnosis"], { numRuns: 60 });
