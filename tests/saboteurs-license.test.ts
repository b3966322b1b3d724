import { checkSaboteurs } from "./saboteurs.ts";

// In a file of their own, so that they run beside the others; and with fewer cases, each of which makes whole documents.
checkSaboteurs(["license"], { numRuns: 50 });
