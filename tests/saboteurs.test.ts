import { checkSaboteurs } from "./saboteurs.ts";

checkSaboteurs(["fingerprint", "owner", "phone", "pins", "platform"]);
