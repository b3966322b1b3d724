import { checkSaboteurs } from "./saboteurs.ts";

// In a file of their own, so that they run beside the others.
checkSaboteurs("license");
