import { foldCase } from "./folds.js";
import type { OwnerField } from "./owner.js";

/** The languages of an owner file. */
export type FileLanguage = "en" | "ru";

/** How a license was acquired. */
export type FileChannel = "automatic" | "file" | "phone";

/** What a line of an owner file says. */
export type FileName = OwnerField | "kind" | "kit" | "pin" | "channel" | "computer";

/** The labels of a line in each language: the first is written, all are read. */
const labels: { readonly [N in FileName]: { readonly [L in FileLanguage]: readonly string[] } } = {
  kind: { en: ["License owner", "Owner", "Owner type"], ru: ["Владелец лицензии", "Владелец", "Тип владельца"] },
  organization: { en: ["Organization", "Company", "Organisation"], ru: ["Организация", "Наименование организации"] },
  lastName: { en: ["Last name", "Surname"], ru: ["Фамилия"] },
  firstName: { en: ["First name", "Name"], ru: ["Имя"] },
  middleName: { en: ["Middle name", "Patronymic"], ru: ["Отчество"] },
  email: { en: ["E-mail", "Email"], ru: ["Электронная почта", "Эл. почта", "Адрес электронной почты"] },
  country: { en: ["Country"], ru: ["Страна"] },
  zip: { en: ["ZIP", "ZIP code", "Postal code"], ru: ["Индекс", "Почтовый индекс"] },
  region: { en: ["Region/area", "Region", "Area"], ru: ["Область/край", "Регион/область", "Регион", "Область"] },
  district: { en: ["District"], ru: ["Район"] },
  town: { en: ["Town", "City"], ru: ["Город", "Населенный пункт", "Населённый пункт"] },
  street: { en: ["Street"], ru: ["Улица"] },
  house: { en: ["House"], ru: ["Дом"] },
  building: { en: ["Building"], ru: ["Корпус", "Строение"] },
  apartment: {
    en: ["Apartment, office", "Apartment/office", "Apartment", "Office"],
    ru: ["Квартира, офис", "Квартира/офис", "Квартира", "Офис"],
  },
  kit: { en: ["Kit number", "Registration number"], ru: ["Номер комплекта", "Регистрационный номер"] },
  pin: { en: ["PIN code", "PIN"], ru: ["Пинкод", "Пин-код", "ПИН-код"] },
  channel: { en: ["Acquired", "Acquisition method"], ru: ["Способ получения"] },
  computer: { en: ["Computer", "Computer name"], ru: ["Компьютер", "Имя компьютера"] },
};

/** Words that stand for a value of a closed list, in the same manner. */
const kinds = {
  company: { en: ["Company", "Organization", "Legal entity"], ru: ["Организация", "Юридическое лицо", "Компания"] },
  individual: { en: ["Individual", "Person"], ru: ["Частное лицо", "Физическое лицо"] },
} as const;

const channels = {
  automatic: { en: ["automatically"], ru: ["автоматически"] },
  file: {
    en: ["on an electronic medium (using a file)", "manually (using a file)", "file"],
    ru: ["на электронном носителе (через файл)", "вручную (через файл)", "файл"],
  },
  phone: { en: ["by phone", "phone"], ru: ["по телефону", "телефон"] },
} as const;

/** Words and what they stand for, both ways. */
interface Vocabulary<T extends string> {
  word(value: T, language: FileLanguage): string;
  value(word: string): T | undefined;
}

type Words = { readonly [L in FileLanguage]: readonly string[] };

function vocabulary<T extends string>(words: { readonly [V in T]: Words }): Vocabulary<T> {
  const values = Object.keys(words) as T[]; // its own names
  const byWord = new Map(
    values.flatMap((value) => [...words[value].en, ...words[value].ru].map((word) => [foldCase(word), value] as const)),
  );
  return {
    word: (value, language) => words[value][language][0] ?? value,
    value: (word) => byWord.get(foldCase(word)),
  };
}

export const labelWords: Vocabulary<FileName> = vocabulary(labels);
export const kindWords: Vocabulary<"company" | "individual"> = vocabulary<"company" | "individual">(kinds);
export const channelWords: Vocabulary<FileChannel> = vocabulary<FileChannel>(channels);
