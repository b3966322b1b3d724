import { checkSaboteurs } from "./saboteurs.ts";

// In a file of their own, so that they run beside the others; each case is a whole walk, so fewer do.
checkSaboteurs(["acquisition"], { numRuns: 40 });
