import type { Owner } from "licit/owner";
import type { Dice } from "./dice.js";

/** A company that owns a license. */
export function newOwner(dice: Dice, nth: number): Owner {
  return {
    kind: "company",
    organization: `${dice.pick(["ООО", "ЗАО", "ИП"])} «${dice.pick(["Ромашка", "Лютик", "Василёк", "Пион"])}-${nth}»`,
    email: `office${nth}@example.com`,
    country: dice.chance(0.7) ? { code: "RU", name: "Россия" } : dice.pick(["Россия", "РФ"]),
    zip: dice.digits(6),
    town: dice.pick(["Москва", "Казань", "Омск"]),
    street: dice.pick(["Лесная", "Садовая", "Набережная"]),
    house: String(1 + dice.below(99)),
  };
}

/** The same from memory, with a slip that people make. */
export function mistyped(owner: Owner, dice: Dice): Owner {
  switch (dice.below(4)) {
    case 0:
      return { ...owner, country: owner.country === "РФ" ? "Россия" : "РФ" };
    case 1:
      return { ...owner, zip: dice.digits(6) };
    case 2:
      return { ...owner, town: (owner.town ?? "").toUpperCase() };
    default:
      return { ...owner, street: (owner.street ?? "").replace("о", "o") }; // a Latin letter
  }
}
