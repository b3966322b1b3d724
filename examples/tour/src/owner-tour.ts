import {
  compareOwner,
  digestOwner,
  matchOwnerDigest,
  readOwnerFile,
  writeOwnerFile,
  type Owner,
  type OwnerComparison,
} from "licit/owner";
import { countryOf } from "licit/owner/countries";

/** What was typed in 2015, what is typed today, and what the customer is told. */
export interface OwnerTour {
  readonly stored: Owner;
  readonly entered: Owner;
  readonly comparison: OwnerComparison;
  /** The same question, put to a center that keeps digests only. */
  readonly byDigest: OwnerComparison;
  /** Whether what was saved at the time reads back to the same owner, and would have spared all that. */
  readonly fromFile: OwnerComparison;
  readonly broken: readonly string[];
}

const stored: Owner = {
  kind: "company",
  organization: "ООО «Ромашка»",
  lastName: "Семёнова",
  firstName: "Анна",
  country: "Россия",
  zip: "123056",
  town: "Москва",
  street: "Селезнёвская ул.",
  house: "21",
};

/** The same company, as her successor types it. */
const entered: Owner = {
  kind: "company",
  organization: 'ООО "Ромашка"',
  lastName: "Семенова",
  firstName: "АННА",
  country: { code: "RU", name: "Российская Федерация" },
  zip: "123056",
  town: "Mосква",
  street: "Селезнёвская  ул. ",
  building: "1",
  house: "23",
};

/** An owner's mismatch, explained without telling what is stored. */
export function ownerTour(): OwnerTour {
  const key = new Uint8Array(32).fill(7); // a real center keeps its key in a secret store
  const comparison = compareOwner(stored, entered, countryOf);
  const byDigest = matchOwnerDigest(digestOwner(stored, key, countryOf), entered, key, countryOf);
  const file = readOwnerFile(writeOwnerFile(stored, { kit: "8050525679" }, "ru"));
  const fromFile = file.ok ? compareOwner(stored, file.value.owner) : { same: false, fields: [] };
  const hints = comparison.fields.map(({ field, hint }) => `${field} ${hint}`).join(", ");
  const expected =
    "organization punctuation, lastName near-miss, firstName letter-case, country same-country, town look-alike, house different, building presence";
  const broken = [
    ...(hints === expected ? [] : [`the owner differs otherwise: ${hints}`]),
    ...(byDigest.fields.length === comparison.fields.length ? [] : ["a digest says something else"]),
    ...(fromFile.same ? [] : ["the saved file does not read back"]),
  ];
  return { stored, entered, comparison, byDigest, fromFile, broken };
}
