import { english } from "./words.en.js";
import { russian } from "./words.ru.js";
import type { Language, Words } from "./words.js";

/** The page's own words. */
export function wordsIn(language: Language): Words {
  return language === "ru" ? russian : english;
}
