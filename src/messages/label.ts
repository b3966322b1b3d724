import type { InstallationView, Progress } from "../acquisition/index.js";
import { englishLabels } from "./english/labels.js";
import { fill } from "./fill.js";
import type { Labels } from "./labels.js";
import { russianLabels } from "./russian/labels.js";
import type { Grammar } from "./words.js";

/**
 * The words of the wizard's screens: titles, fields, choices with their descriptions, buttons.
 *
 * @rule AQ-16
 * @source S1; S2 (figures)
 * @example
 * ```ts
 * import { labelsIn } from "licit/messages";
 *
 * labelsIn("en").steps.kit.title; // → "Kit registration"
 * labelsIn("ru").choices["channel:file"].name; // → "Через файл"
 * ```
 */
export function labelsIn(language: "en" | "ru"): Labels {
  return language === "ru" ? russianLabels : englishLabels;
}

/**
 * Where a license is installed, and for whom, as the confirmation says it.
 *
 * @rule AQ-13
 * @example
 * ```ts
 * import { placeInWords } from "licit/messages";
 *
 * const place = { on: "server", host: "10.0.0.5", port: 1540 } as const;
 * placeInWords({ place, serverName: "SIRENA", serves: "everyone" }, "en"); // → "on the server 10.0.0.5, port 1540 (SIRENA), for all users"
 * ```
 */
export function placeInWords(
  { place, serverName, serves }: Pick<InstallationView, "place" | "serverName" | "serves">,
  language: "en" | "ru",
): string {
  const { here, onServer, forEveryone, forThisUser } = labelsIn(language);
  const where = place.on === "server" ? fill(onServer, { ...place, name: serverName }, plain) : here;
  return `${where}, ${serves === "everyone" ? forEveryone : forThisUser}`;
}

/** How far the wizard is: "Step 2 of 7". */
export function progressInWords({ step, steps }: Progress, language: "en" | "ru"): string {
  return fill(labelsIn(language).progress, { step, steps }, plain);
}

/** Numbers and names stand in these as they are. */
const plain: Grammar = { terms: {}, separator: ", ", more: "", pinPlace: "", date: "", size: "", form: () => 0 };
