import { utf8Encode } from "licit";
import { canonicalText, compareOwner, readOwnerFile, writeOwnerFile, type Owner } from "licit/owner";
import { countries, countryOf } from "licit/owner/countries";
import { describe, expect, test } from "vitest";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const faults = (file: Uint8Array): unknown => {
  const read = readOwnerFile(file);
  return read.ok ? read.value : read.error.faults;
};

describe("files that are none", () => {
  test("10 MB, zeros, half of a pair, half of a unit", () => {
    expect(faults(new Uint8Array(10_000_000))).toEqual([{ path: [], rule: "count", limit: 65_536 }]);
    expect(faults(new Uint8Array(64))).toEqual([{ path: [0], rule: "format", expected: "no U+0000" }]);
    expect(faults(bytes(0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8))).toEqual([
      { path: [4], rule: "format", expected: "whole UTF-16 pairs" },
    ]);
    expect(faults(bytes(0xff, 0xfe, 0x41))).toEqual([{ path: [2], rule: "format", expected: "whole UTF-16 units" }]);
    expect(faults(bytes())).toEqual([{ path: [], rule: "missing", expected: "a label that is known" }]);
    expect(faults(utf8Encode("Town: Moscow\0"))).toEqual([{ path: [12], rule: "format", expected: "no U+0000" }]);
    expect(faults(utf8Encode("\ufeffГород: Москва\0"))).toEqual([
      { path: [27], rule: "format", expected: "no U+0000" },
    ]);
  });

  test("damaged UTF-8 is no Windows-1251, and Windows-1251 that begins like UTF-8 is", () => {
    const damaged = utf8Encode("Organization: ООО «Ромашка»\nTown: Москва\nStreet: X");
    damaged[damaged.length - 1] = 0xd0;
    expect(faults(damaged)).toEqual([{ path: [damaged.length - 1], rule: "format", expected: "UTF-8" }]);
    const pyotr = bytes(...utf8Encode("Name: "), 0xcf, 0xb8, 0xf2, 0xf0); // "Пётр", of which "Пё" is UTF-8, too
    expect(faults(pyotr)).toMatchObject({ owner: { firstName: "Пётр" } });
  });

  test("a label with two values, and values that cannot be", () => {
    expect(faults(utf8Encode("Town: A\nГород: B"))).toEqual([{ path: ["town"], rule: "count", limit: 1 }]);
    expect(faults(utf8Encode("Town:\nГород: B"))).toMatchObject({ owner: { town: "B" } });
    expect(faults(utf8Encode("Town: A\u0007"))).toEqual([
      { path: ["town", 1], rule: "format", expected: "no control character" },
    ]);
    expect(faults(utf8Encode(`Town: ${"x".repeat(5_000)}`))).toEqual([
      { path: ["town"], rule: "length", limit: 4_096 },
    ]);
  });

  test("what cannot be carried beside the owner does not cost the owner", () => {
    const owner: Owner = { kind: "individual" };
    const read = readOwnerFile(writeOwnerFile(owner, { computer: "c".repeat(300), kit: "1\u0007", pin: "2" }));
    expect(read).toMatchObject({
      ok: true,
      value: { owner, extra: { pin: "2" }, unknownLines: [{ line: 2 }, { line: 4 }] },
    });
  });

  test("marks without end are one fault, and not the end of the day", () => {
    const tooLong = [{ path: ["town"], rule: "length", limit: 4_096 }];
    expect(faults(utf8Encode(`Town: \u0897${"я".repeat(32_000)}`))).toEqual(tooLong);
    expect(faults(utf8Encode(`Town: a${"\u0301\u0316".repeat(16_000)}`))).toEqual(tooLong);
    expect(canonicalText(`\u0897${"я".repeat(100_000)}`).length).toBe(100_001);
  });
});

describe("countries", () => {
  test("no name belongs to two of them", () => {
    const names = countries.flatMap(({ code, en, ru, others }) =>
      [en, ru, ...others].map((name) => [name, code] as const),
    );
    expect(names.filter(([name, code]) => countryOf(name) !== code)).toEqual([]);
    expect(countries.length).toBe(250);
  });

  test("an entry whose name is another country's is told apart by its code", () => {
    const stored: Owner = { kind: "individual", country: { code: "RU", name: "Германия" } };
    const entered: Owner = { kind: "individual", country: "Германия" };
    expect(compareOwner(stored, entered, countryOf).fields).toEqual([{ field: "country", hint: "different" }]);
  });
});
