import { canonicalText } from "../owner/index.js";
import type { Letter } from "./letter.js";

/** What a letter says, line by line. */
export type LetterField = "kit" | "name" | "pin" | "reason" | "taxNumber";

/** The languages that letters are written in. */
export type LetterLanguage = "en" | "ru";

/** What a letter is for: its kind, and of lost data what was lost. */
export type LetterTopic = Exclude<Letter["kind"], "lost-data"> | "lost-pins" | "lost-owner";

/**
 * Subjects, as they are written. The English ones of the first and the last are those of the documents.
 *
 * @source S2 p. 34 ("with subject …")
 */
export const subjects: { readonly [T in LetterTopic]: { readonly [L in LetterLanguage]: string } } = {
  "additional-pin": { en: "Request for additional PIN codes", ru: "Запрос дополнительных пин-кодов" },
  "lost-pins": { en: "Request for lost PIN codes", ru: "Запрос утерянных пин-кодов" },
  "lost-owner": { en: "Request for lost registration data", ru: "Запрос утерянных регистрационных данных" },
  "request-file": { en: "License acquisition", ru: "Получение лицензии" },
};

/** Words by which a subject is recognized where it is written otherwise: all of a list, the first list that fits. */
export const subjectWords: readonly (readonly [LetterTopic, readonly string[]])[] = [
  ["additional-pin", ["additional", "pin"]],
  ["additional-pin", ["дополнительн", "пин"]],
  ["lost-pins", ["lost", "pin"]],
  ["lost-pins", ["утерян", "пин"]],
  ["lost-owner", ["lost", "data"]],
  ["lost-owner", ["registration data"]],
  ["lost-owner", ["регистрационн", "данн"]],
  ["request-file", ["license acquisition"]],
  ["request-file", ["получение лицензии"]],
  ["lost-pins", ["forgot", "pin"]],
  ["lost-pins", ["забыли", "пин"]],
  ["lost-pins", ["потеряли", "пин"]],
  ["lost-owner", ["забыли", "данн"]],
  ["lost-owner", ["потеряли", "данн"]],
];

/** How a field is called: first as it is written, then as people write it. @source S2 p. 34; S3; S4 */
export const labels: { readonly [F in LetterField]: { readonly [L in LetterLanguage]: readonly string[] } } = {
  kit: {
    en: [
      "Kit number",
      "Kit",
      "Product kit number",
      "Registration number",
      "Product registration number",
      "Delivery registration number",
      "Program registration number",
      "Registration number of the program",
      "Reg. number",
      "Registration number of the main delivery",
      "Registration number of the software product",
      "Registration number of the 1C software product",
    ],
    ru: [
      "Регистрационный номер",
      "Номер комплекта",
      "Рег. номер",
      "Рег номер",
      "Регистрационный номер комплекта",
      "Регистрационный номер программы",
      "Регистрационный номер поставки",
      "Рег.номер",
      "Рег.",
      "Комплект",
    ],
  },
  name: {
    en: [
      "Organization",
      "Company",
      "Company name",
      "Name of company",
      "Name of the company",
      "Organization name",
      "Name of organization",
      "Name of the organization",
      "Organisation",
      "Organization or name",
      "Name",
      "Full name",
    ],
    ru: [
      "Организация",
      "Название организации",
      "Наименование организации",
      "Компания",
      "Название компании",
      "Организация или ФИО",
      "ФИО",
      "Название фирмы",
      "Фирма",
    ],
  },
  pin: {
    en: [
      "PIN code to replace",
      "PIN to replace",
      "PIN code you need to replace",
      "The PIN code you need to replace",
      "Current PIN code",
      "Valid PIN code",
      "PIN code",
      "PIN-code",
      "PIN",
    ],
    ru: ["Заменяемый пин-код", "Действующий пин-код", "Текущий пин-код", "Пин-код", "Пин код", "Пинкод", "ПИН"],
  },
  reason: {
    en: [
      "Reason",
      "The reason",
      "Reason for receiving a new PIN code",
      "The reason for receiving a new PIN code",
      "Reason of requesting a new PIN code",
      "The reason of requesting a new PIN code",
      "Description of the problem",
    ],
    ru: ["Причина", "Причина запроса", "Причина обращения", "Причина получения нового пин-кода", "Описание проблемы"],
  },
  taxNumber: {
    en: ["Tax number", "TIN", "INN", "Taxpayer Identification Number"],
    ru: ["ИНН"],
  },
};

/** A label as it is compared. */
export function folded(label: string): string {
  return canonicalText(label)
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/\bpin(?=[- ]код)/, "пин"); // typed half in Latin, as many do
}

/** The field of a label, also with more said behind a comma ("A valid PIN code, which will be replaced"). */
export function fieldNamed(label: string): LetterField | undefined {
  const text = folded(label).replace(/^(?:an?|the) /, "");
  const [head = ""] = text.split(",", 1);
  return fieldOfLabel.get(text) ?? fieldOfLabel.get(head);
}

/** Every label, and the field that it is of. */
const fieldOfLabel: ReadonlyMap<string, LetterField> = new Map(
  (Object.keys(labels) as LetterField[]).flatMap((field) =>
    // the names of this very record
    [...labels[field].en, ...labels[field].ru].map((label) => [folded(label), field] as const),
  ),
);
