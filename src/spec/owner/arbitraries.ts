import * as fc from "fast-check";
import { ownerFields, type Country, type Owner, type OwnerField } from "../../owner/index.js";

/** Words that people put into such a form, and some that are hard on a canonical form. */
const words = [
  "ООО «Ромашка»",
  "Ромашка",
  "Example Ltd.",
  "Иванова",
  "Анна-Мария",
  "Семёнов",
  "Селезнёвская ул.",
  "Straße",
  "Łódź",
  "Ħal Qormi",
  "Αθήνα",
  "Երևան",
  "თბილისი",
  "दिल्ली",
  "क्‍ष",
  "بيروت",
  "서울",
  "東京",
  "ｶﾀｶﾅ",
  "№ 5",
  "д. 21/2",
  "123056",
  "a@example.com",
  "👩‍💻",
  "\u{105d2}\u0307", // of Unicode 16, as the next
  "\u{1c89}\ua7cb",
  "می\u200cخواهم",
  "٣٤",
  "“Север” — „Юг“ ’n’ ‐1−2",
];

const characters = Array.from("aZкЯё1 -–«\"'№.,\u00a0\u0301\u0306eи\u200d\u00adß|\\:ｅ");

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((pair) => pair.join(" ")),
  },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...characters), { maxLength: 12 }).map((text) => text.join("")) },
);

/** A text that can be seen: not only blanks. */
export const fieldText: fc.Arbitrary<string> = anyText.map((text) => (/[\p{L}\p{N}]/u.test(text) ? text : `${text}x`));

export const listed: fc.Arbitrary<Country> = fc.constantFrom(
  { code: "RU", name: "Россия" },
  { code: "RU", name: "Russia" },
  { code: "KZ", name: "Казахстан" },
  { code: "DE", name: "Germany" },
);

export const country: fc.Arbitrary<Country> = fc.oneof(
  { weight: 2, arbitrary: listed },
  {
    weight: 2,
    arbitrary: fc.constantFrom("Russia", "РФ", "Россия", "россия", "Germany", "RU|Россия", "\\RU|Россия", "KZ|"),
  },
  { weight: 1, arbitrary: fieldText },
);

/** An owner of some of the fields. */
export const owner: fc.Arbitrary<Owner> = fc
  .record({
    company: fc.boolean(),
    fields: fc.subarray([...ownerFields]),
    texts: fc.array(fieldText, { minLength: 14, maxLength: 14 }),
    country,
  })
  .map(({ company, fields, texts, country: where }) => {
    const values = fields.map((field, at) => [field, field === "country" ? where : (texts[at] ?? "x")] as const);
    return ownerOf(company, Object.fromEntries(values));
  });

/** An owner of these fields; an individual has no organization. */
export function ownerOf(
  company: boolean,
  { organization, ...fields }: { readonly [F in OwnerField]?: Country },
): Owner {
  const values: object = company ? { kind: "company", organization, ...fields } : { kind: "individual", ...fields };
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as Owner; // of its kind and its fields
}

/** The fields of an owner that hold a text. */
export function textsOf(of: Owner): readonly (readonly [field: OwnerField, text: string])[] {
  return ownerFields.flatMap((field) => {
    const value: unknown = Object.entries(of).find(([name]) => name === field)?.[1];
    return typeof value === "string" && value !== "" ? [[field, value] as const] : [];
  });
}

/** An owner with another value in a field. */
export function withField(of: Owner, field: OwnerField, value: Country | undefined): Owner {
  const { [field]: _before, ...rest }: { readonly [name: string]: unknown } = { ...of };
  return (value === undefined ? rest : { ...rest, [field]: value }) as unknown as Owner; // the same but for one field
}
