import * as fc from "fast-check";
import { utf8Decode, utf8Encode } from "../../core/index.js";
import type { OwnerFileExtra } from "../../owner/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { owner, ownerOf } from "./arbitraries.js";

const rule = rulesFor("owner");
const language = fc.constantFrom("en" as const, "ru" as const);

/** Values that look like something else in such a file. */
const trap = fc.constantFrom(
  "Town: Moscow",
  "Город: Москва",
  "RU|Россия",
  "\\RU|Россия",
  "\\\\RU|x",
  "KZ|",
  "RU",
  "ru|x",
  "line\r\nStreet: Lesnaya",
  "a\n  continued",
  "\tindented",
  "License owner: Individual",
  ": x",
  "\\",
  "=",
);

const extra: fc.Arbitrary<OwnerFileExtra> = fc.record(
  {
    kit: fc.constantFrom("8050525679", "Kit number: 1"),
    pin: fc.constantFrom("381505376410122", "381 505 376 410 122"),
    channel: fc.constantFrom("automatic" as const, "file" as const, "phone" as const),
    computer: fc.constantFrom("BUH-31", "Компьютер", "Town: x"),
  },
  { requiredKeys: [] },
);

/** An owner that has something to write. */
const written = fc
  .tuple(owner, trap, trap, fc.boolean())
  .map(([of, street, country, trapped]) => ({ ...of, street, ...(trapped ? { country } : {}) }));

/** How a file may be encoded: each from a text to bytes. */
const encodings: readonly { readonly name: string; readonly encode: (text: string) => Uint8Array }[] = [
  { name: "UTF-8 with a byte order mark", encode: (text) => utf8Encode(`\ufeff${text}`) },
  { name: "UTF-8", encode: utf8Encode },
  { name: "UTF-16 LE with a byte order mark", encode: (text) => utf16(`\ufeff${text}`, 0) },
  { name: "UTF-16 BE with a byte order mark", encode: (text) => utf16(`\ufeff${text}`, 1) },
  { name: "UTF-16 LE", encode: (text) => utf16(text, 0) },
  { name: "UTF-16 BE", encode: (text) => utf16(text, 1) },
  { name: "Windows-1251", encode: windows1251 },
];

/** Texts that every encoding has, and that Windows-1251 does not by chance make into UTF-8. */
const russian = fc.constantFrom(
  "ООО «Ромашка»",
  "Семёнов",
  "№ 5 – а",
  "Москва",
  "ул. Лесная",
  "Київ",
  "“Север” … „Юг“ ’Є’ — Ґ",
  "x",
);

/** The same lines in either language. */
const fileLabels = {
  en: ["Organization", "Last name", "Name", "Middle name", "e-mail", "Country", "ZIP", "Region/area", "Town", "Street"],
  ru: ["Организация", "Фамилия", "Имя", "Отчество", "E-mail", "Страна", "Индекс", "Регион", "Город", "Улица"],
} as const;
const labelled = [
  "organization",
  "lastName",
  "firstName",
  "middleName",
  "email",
  "country",
  "zip",
  "region",
  "town",
  "street",
] as const;

const stranger = fc.constantFrom(
  "License owner: nobody",
  "Владелец: x",
  "Подпись: нет",
  "Fax: 12",
  "no label at all",
  "ИНН: 7701234567",
  "Acquired: by pigeon",
  ":",
);

/** The rules on the saved file. */
export const fileRules: readonly Rule[] = [
  rule(
    {
      id: "OW-09",
      statement:
        "Save data writes the owner to a text file (one Label: value a line, UTF-8 with a byte order mark, CRLF) that reads back to the same owner, also where a value looks like a label, a list entry or a continuation.",
      source: "S1, S2, S4",
    },
    {
      cases: fc.tuple(written, language),
      async holds(subject, [of, words]) {
        const bytes = await subject.writeOwnerFile(of, {}, words);
        ensureEqual(Array.from(bytes.subarray(0, 3)), [0xef, 0xbb, 0xbf], "a byte order mark");
        const text = utf8Decode(bytes.subarray(3));
        ensure(text.ok && text.value.endsWith("\r\n") && !/[^\r]\n|\r[^\n]/.test(text.value), "lines end in CRLF");
        const lines = text.value.split("\r\n").slice(0, -1);
        ensure(
          lines.every((line) => /^[^:]+: \S/.test(line)),
          `one label and one value a line: ${lines.join(" / ")}`,
        );
        const read = await subject.readOwnerFile(bytes);
        ensure(read.ok, `it is read: ${JSON.stringify(read)}`);
        ensureEqual(
          await subject.canonicalOwner(read.value.owner),
          await subject.canonicalOwner(of),
          "it reads back to the same owner",
        );
        const { country } = of;
        if (typeof country === "object")
          ensureEqual(read.value.owner.country, country, "an entry of the list, with its name");
        ensureEqual(read.value.unknownLines, [], "no line is unknown");
      },
    },
  ),
  rule(
    {
      id: "OW-10",
      statement:
        "Files with Russian or English labels are read, in UTF-8, UTF-16 or Windows-1251 bytes; a country may stand as <code>|<name>; unknown lines are reported, never dropped in silence.",
      source: "field reports",
    },
    {
      cases: fc.record({
        labels: language,
        encoding: fc.constantFrom(...encodings),
        newline: fc.constantFrom("\n", "\r\n", "\r"),
        values: fc.array(russian, { minLength: 10, maxLength: 10 }),
        listed: fc.boolean(),
        strangers: fc.array(stranger, { maxLength: 2 }),
        shouted: fc.boolean(),
      }),
      async holds(subject, { labels, encoding, newline, values, listed, strangers, shouted }) {
        const put = values.map((value, at) => (at === 5 && listed ? "RU|Россия" : value));
        const lines = fileLabels[labels].map(
          (label, at) => `${shouted ? label.toUpperCase() : label}: ${put[at] ?? ""}`,
        );
        const text = [...lines, "", ...strangers, ""].join(newline);
        const read = await subject.readOwnerFile(encoding.encode(text));
        ensure(read.ok, `${encoding.name} is read: ${JSON.stringify(read)}`);
        const fields = Object.fromEntries(labelled.map((field, at) => [field, put[at] ?? ""]));
        const expected = ownerOf(true, { ...fields, ...(listed ? { country: { code: "RU", name: "Россия" } } : {}) });
        ensureEqual(read.value.owner, expected, `the owner in ${encoding.name}`);
        const twice = await subject.readOwnerFile(encoding.encode(`${lines.join(newline)}${newline}Town: Nowhere`));
        ensure(!twice.ok || twice.value.unknownLines.length > 0, "a label with two values is not taken in silence");
        const unknown = strangers.map((line, at) => ({ line: lines.length + 2 + at, text: line }));
        ensureEqual(read.value.unknownLines, unknown, "unknown lines, with their numbers");
      },
    },
  ),
  rule(
    {
      id: "OW-12",
      statement: "The saved file can also carry kit number, PIN used, channel and computer name, and reads them back.",
      source: "S2, S4",
    },
    {
      cases: fc.tuple(written, extra, language),
      async holds(subject, [of, more, words]) {
        const read = await subject.readOwnerFile(await subject.writeOwnerFile(of, more, words));
        ensure(read.ok, `it is read: ${JSON.stringify(read)}`);
        ensureEqual(read.value.extra, more, "what it carries beside the owner");
        ensure(await subject.sameOwner(read.value.owner, of), "and the owner");
      },
    },
  ),
];

function utf16(text: string, high: 0 | 1): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: text.length * 2 }, (_, at) => {
      const unit = text.charCodeAt(at >> 1);
      return at % 2 === high ? unit & 0xff : unit >> 8;
    }),
  );
}

/** The characters that the rule uses, as Windows-1251 has them. */
function windows1251(text: string): Uint8Array {
  const signs = new Map(
    Array.from("«»№–ёЁїі“”„’…—ЄҐ").map((one, at) => [
      one,
      [0xab, 0xbb, 0xb9, 0x96, 0xb8, 0xa8, 0xbf, 0xb3, 0x93, 0x94, 0x84, 0x92, 0x85, 0x97, 0xaa, 0xa5][at] ?? 0,
    ]),
  );
  return Uint8Array.from(Array.from(text), (one) => {
    const unit = one.charCodeAt(0);
    return signs.get(one) ?? (unit < 0x80 ? unit : unit - 0x410 + 0xc0);
  });
}
