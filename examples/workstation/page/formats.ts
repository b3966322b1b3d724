import { formatPin } from "licit/pins";
import type { Language } from "./words.js";

const formats = {
  en: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }),
  ru: new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", year: "numeric" }),
} as const;

/** A moment as its day, on this computer's clock. */
export function dayIn(at: number, language: Language): string {
  return formats[language].format(at);
}

/** A PIN as the kit's document prints it. */
export function pinShown(pin: string): string {
  return formatPin(pin);
}

/** Digits in groups of three, as they are dictated. */
export function grouped(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, "$1 ");
}
