import { checkSaboteurs } from "./saboteurs.ts";

checkSaboteurs(["allocation"], { numRuns: 60 });
