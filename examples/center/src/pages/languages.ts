import { english } from "./words-en.js";
import { russian } from "./words-ru.js";
import type { Language, Words } from "./words.js";

/** The words of the pages, in every language that they speak. */
export const words: { readonly [L in Language]: Words } = { en: english, ru: russian };
