import type { Words } from "../words.js";
import { basics, nethasp, phone } from "./basics.js";
import { causes, findings, remedies } from "./causes.js";
import { instead, kits } from "./kits.js";
import { center, licenses, seats } from "./licenses.js";
import { terms } from "./terms.js";
import { wizard } from "./wizard.js";

/** Russian. */
export const russian: Words = {
  codes: { ...basics, ...phone, ...nethasp, ...kits, ...licenses, ...seats, ...center, ...causes, ...wizard },
  instead,
  remedies,
  findings,
  tolerated: "Это допустимо.",
  terms,
  unknown: "Произошло что-то, для чего у этой программы нет слов: {code}.",
  certainty: { certain: "{said}", partial: "Вероятно: {said}", none: "Возможно: {said}" },
  separator: ", ",
  more: "и ещё {left}",
  pinPlace: "№ {place} в наборе «{~set}»",
  date: "{day}.{month}.{year}",
  size: "{gib} ГиБ",
  form: russianForm,
};

/** 1, 21, 31 …; 2–4, 22–24 …; all others, 11–14 among them. */
function russianForm(n: number): number {
  const [one, ten] = [n % 10, n % 100];
  if (one === 1 && ten !== 11) return 0;
  return one >= 2 && one <= 4 && (ten < 12 || ten > 14) ? 1 : 2;
}
