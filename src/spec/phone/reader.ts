import type { PhoneLanguage } from "../../phone/index.js";

/** What words stand for. A second table, written apart from the library's: it is what holds that one to account. */
const values: { readonly [L in PhoneLanguage]: ReadonlyMap<string, number> } = {
  en: new Map([
    ["zero", 0],
    ["one", 1],
    ["two", 2],
    ["three", 3],
    ["four", 4],
    ["five", 5],
    ["six", 6],
    ["seven", 7],
    ["eight", 8],
    ["nine", 9],
    ["ten", 10],
    ["eleven", 11],
    ["twelve", 12],
    ["thirteen", 13],
    ["fourteen", 14],
    ["fifteen", 15],
    ["sixteen", 16],
    ["seventeen", 17],
    ["eighteen", 18],
    ["nineteen", 19],
    ["twenty", 20],
    ["thirty", 30],
    ["forty", 40],
    ["fifty", 50],
    ["sixty", 60],
    ["seventy", 70],
    ["eighty", 80],
    ["ninety", 90],
  ]),
  ru: new Map([
    ["ноль", 0],
    ["один", 1],
    ["два", 2],
    ["три", 3],
    ["четыре", 4],
    ["пять", 5],
    ["шесть", 6],
    ["семь", 7],
    ["восемь", 8],
    ["девять", 9],
    ["десять", 10],
    ["одиннадцать", 11],
    ["двенадцать", 12],
    ["тринадцать", 13],
    ["четырнадцать", 14],
    ["пятнадцать", 15],
    ["шестнадцать", 16],
    ["семнадцать", 17],
    ["восемнадцать", 18],
    ["девятнадцать", 19],
    ["двадцать", 20],
    ["тридцать", 30],
    ["сорок", 40],
    ["пятьдесят", 50],
    ["шестьдесят", 60],
    ["семьдесят", 70],
    ["восемьдесят", 80],
    ["девяносто", 90],
    ["сто", 100],
    ["двести", 200],
    ["триста", 300],
    ["четыреста", 400],
    ["пятьсот", 500],
    ["шестьсот", 600],
    ["семьсот", 700],
    ["восемьсот", 800],
    ["девятьсот", 900],
  ]),
};

/** The groups of a dictated line, as a listener takes them down: what stands behind colons, between commas and semicolons. */
export function readDictation(line: string, language: PhoneLanguage): readonly string[] {
  return line
    .split(";")
    .map((part) => part.slice(part.indexOf(":") + 1))
    .flatMap((part) => part.split(","))
    .map((group) => readGroup(group.trim().split(/[ -]/), language));
}

function readGroup(words: readonly string[], language: PhoneLanguage): string {
  if (words.every((word) => /^\d$/.test(word))) return words.join("");
  const numbers = words.map((word) => (word === "hundred" ? word : (values[language].get(word) ?? Number.NaN)));
  const single = numbers.length === 3 && numbers.every((one) => typeof one === "number" && one < 10);
  if (single) return numbers.join("");
  const zeros = numbers.findIndex((one) => one !== 0);
  let value = 0;
  for (const one of numbers.slice(Math.max(zeros, 0))) value = one === "hundred" ? value * 100 : value + one;
  return "0".repeat(Math.max(zeros, 0)) + String(value);
}
