import type { CenterError } from "licit/center";

/** Whether a refusal is what somebody meets who tries numbers out. Wrong owners the center itself counts, license by license. */
export function isGuess({ code }: CenterError): boolean {
  return guesses.includes(code);
}

const guesses: readonly CenterError["code"][] = ["center/unknown-kit", "pins/not-in-kit"];
