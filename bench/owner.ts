import { canonicalOwner, type Owner } from "licit/owner";
import { contest, report } from "./harness.js";

const latin: Owner = {
  kind: "company",
  organization: "Example Trading Ltd.",
  lastName: "Johnson",
  firstName: "Mary Ann",
  middleName: "E.",
  email: "office@example.com",
  country: "United Kingdom",
  zip: "SW1A 1AA",
  region: "Greater London",
  district: "Westminster",
  town: "London",
  street: "Long Acre Street",
  house: "21",
  building: "2",
  apartment: "office 405",
};
const cyrillic: Owner = {
  kind: "company",
  organization: "ООО «Ромашка»",
  lastName: "Иванова",
  firstName: "Анна-Мария",
  middleName: "Семёновна",
  email: "buh@example.ru",
  country: "Россия",
  zip: "123056",
  region: "Московская область",
  district: "Красногорский район",
  town: "Москва",
  street: "Селезнёвская ул.",
  house: "21",
  building: "2",
  apartment: "офис № 405",
};

/** What a developer would write without a profile. */
function sortedJson(owner: Owner): string {
  const entries = Object.entries(owner).map(([name, value]) => [name, String(value).normalize("NFC")] as const);
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");
for (const [name, owner] of [
  ["Latin", latin],
  ["Cyrillic", cyrillic],
] as const) {
  const { ours, peer, ratio } = contest(
    () => canonicalOwner(owner),
    () => sortedJson(owner),
  );
  report(
    `\`canonicalOwner\`, 15 fields, ${name}, against JSON.stringify with sorted names and NFC`,
    `${(1 / ratio).toFixed(2)} times as long (${(ours / 1000).toFixed(1)} µs, ${(peer / 1000).toFixed(1)} µs)`,
    "at most 1.2",
    1 / ratio <= 1.2,
  );
}
