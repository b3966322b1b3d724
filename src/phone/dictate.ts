import { numberWords, type PhoneLanguage } from "./number-words.js";
import type { PhoneSheet } from "./sheet.js";

/**
 * How a group is said: digit by digit, as people take it down ("one two three"); as a number ("сто двадцать три"), zeros in
 * front said; or written for a screen reader, digits apart, so that none of them is read as a number.
 */
export type DictationStyle = "digits" | "numbers" | "screen-reader";

const words = {
  en: { row: "row", checksum: "checksum", total: "total" },
  ru: { row: "строка", checksum: "контрольное число", total: "общее контрольное число" },
} as const;

/**
 * A sheet as it is dictated: a line for each row with its checksum, and one for the total. Groups are divided by commas.
 *
 * @rule PH-12
 * @source S2 p. 19 ("Dictate the codes to the operator")
 * @example
 * ```ts
 * import { dictate, requestLayout, sheetOf } from "licit/phone";
 *
 * const sheet = sheetOf("123456789012".repeat(4), requestLayout);
 *
 * dictate(sheet, "en")[0]; // → "row one: one two three, four five six, seven eight nine, zero one two; checksum: two four seven"
 * dictate(sheet, "ru", "numbers")[4]; // → "общее контрольное число: триста тридцать девять"
 * dictate(sheet, "en", "screen-reader")[0]; // → "row 1: 1 2 3, 4 5 6, 7 8 9, 0 1 2; checksum: 2 4 7"
 * ```
 */
export function dictate(
  sheet: PhoneSheet,
  language: PhoneLanguage,
  style: DictationStyle = "digits",
): readonly string[] {
  const { row, checksum, total } = words[language];
  const say = (group: string): string => said(group, language, style);
  return [
    ...sheet.rows.map(({ groups, checksum: own }, at) => {
      const number = style === "screen-reader" ? String(at + 1) : numberWords(at + 1, language);
      return `${row} ${number}: ${groups.map(say).join(", ")}; ${checksum}: ${say(own)}`;
    }),
    `${total}: ${say(sheet.total)}`,
  ];
}

function said(group: string, language: PhoneLanguage, style: DictationStyle): string {
  const digits = Array.from(group);
  if (style === "screen-reader") return digits.join(" ");
  if (style === "digits") return digits.map((digit) => numberWords(Number(digit), language)).join(" ");
  const zeros = /^0*(?=.)/.exec(group)?.[0].length ?? 0;
  const parts = Array.from({ length: zeros }, () => numberWords(0, language));
  return [...parts, numberWords(Number(group), language)].join(" ");
}
