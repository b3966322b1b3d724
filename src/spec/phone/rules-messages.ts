import * as fc from "fast-check";
import type { DictationStyle, PhoneLanguage, PhoneSheet, RequestFields, ResponseFields } from "../../phone/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { readDictation } from "./reader.js";
import { digitsOf, groupsOf } from "./slips.js";

const rule = rulesFor("phone");

const request: fc.Arbitrary<RequestFields> = fc.record({
  operation: fc.constantFrom("first-time" as const, "recovery" as const, "recovery-spare" as const),
  pin: digitsOf(15),
  ownerCode: digitsOf(6),
  binding: digitsOf(26),
});

const hexByte = fc.integer({ min: 0, max: 255 }).map((byte) => byte.toString(16).padStart(2, "0"));
const response: fc.Arbitrary<ResponseFields> = fc.record({
  payload: fc.oneof(
    fc.constant("0000"),
    fc
      .tuple(digitsOf(2), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => year + String(month).padStart(2, "0")),
  ),
  signature: fc.oneof(
    fc.array(hexByte, { minLength: 48, maxLength: 48 }).map((bytes) => bytes.join("")),
    fc.constantFrom("00".repeat(48), "ff".repeat(48)),
  ),
});

/** The smallest number that 48 bytes do not hold. */
const beyond = 1n << 384n;
const tooLarge = fc.bigInt({ min: beyond, max: 10n ** 116n - 1n }).map((value) => value.toString().padStart(116, "0"));

const noMonth = fc
  .tuple(digitsOf(2), fc.integer({ min: 13, max: 99 }))
  .map(([year, month]) => year + String(month))
  .chain((payload) => fc.constantFrom(payload, "0100", "9900"));

/** A layout of a vendor's own, and digits that fill it. */
const layout = fc
  .record({
    kind: fc.constantFrom("request" as const, "response" as const),
    rows: fc.integer({ min: 1, max: 12 }),
    groups: fc.integer({ min: 1, max: 5 }),
  })
  .chain((shape) => digitsOf(3 * shape.rows * shape.groups).map((digits) => ({ ...shape, digits })));

async function rejects(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch {
    return true;
  }
}

/** A message as people write it down: alone, with its total, with every checksum, or with those of its rows. */
function written({ digits, rows, total }: PhoneSheet): readonly string[] {
  const lines = rows.map(
    ({ groups, checksum }, at) => `${groups.join(" ")} - ${checksum}${at % 2 === 0 ? "\n" : "\r\n"}`,
  );
  return [digits, `${groupsOf(digits).join("-")} ${total}`, `${lines.join("")}${total}`, lines.join("")];
}

/** The rules on messages: what they say, and how they are said. */
export const messageRules: readonly Rule[] = [
  rule(
    {
      id: "PH-01",
      statement:
        "A request is 48 digits, 4 rows of 4 groups of 3, and one 3-digit checksum over all; row checksums are shown too and may be read.",
      source: "S2, S4",
    },
    {
      cases: request,
      async holds(subject, fields) {
        const sheet = await subject.encodeRequest(fields);
        const operation = { "first-time": "1", recovery: "2", "recovery-spare": "3" }[fields.operation];
        ensureEqual(sheet.digits, operation + fields.pin + fields.ownerCode + fields.binding, "the digits");
        ensureEqual(
          sheet.rows.map(({ groups }) => groups.map((group) => group.length)),
          Array(4).fill([3, 3, 3, 3]),
          "rows of groups",
        );
        ensureEqual(sheet.rows.flatMap(({ groups }) => groups).join(""), sheet.digits, "the rows are the digits");
        for (const [at, { groups, checksum }] of sheet.rows.entries()) {
          ensureEqual(checksum, await subject.rowChecksum(groups, at + 1, "request"), `checksum of row ${at + 1}`);
        }
        ensureEqual(sheet.total, await subject.totalChecksum(sheet.digits, "request"), "the total");
        for (const text of written(sheet)) {
          ensureEqual(await subject.decodeRequest(text), { ok: true, value: fields }, `read from ${text}`);
        }
      },
    },
  ),
  rule(
    {
      id: "PH-02",
      statement:
        "A response is 120 digits in rows 1–8 (5 groups of 3), each row with a 3-digit checksum, and in row 9 the total checksum. The layout is a value: others can be defined.",
      source: "S2, S4",
    },
    {
      cases: fc.tuple(response, layout),
      async holds(subject, [fields, own]) {
        const laid = await subject.sheetOf(own.digits, own);
        ensureEqual(
          laid.rows.map(({ groups }) => groups.length),
          Array(own.rows).fill(own.groups),
          "rows and groups of a layout of one's own",
        );
        ensureEqual(
          [laid.rows.flatMap(({ groups }) => groups).join(""), laid.digits],
          [own.digits, own.digits],
          "its digits",
        );
        for (const [at, { groups, checksum }] of laid.rows.entries()) {
          ensureEqual(checksum, await subject.rowChecksum(groups, at + 1, own.kind), `checksum of its row ${at + 1}`);
        }
        ensureEqual(laid.total, await subject.totalChecksum(own.digits, own.kind), "its total");
        const wide = { kind: own.kind, rows: own.rows, groups: 6 };
        const refused = await rejects(async () => subject.sheetOf("1".repeat(18 * own.rows), wide));
        ensure(refused, "6 groups a row, where two wrong digits could pass");

        const sheet = await subject.encodeResponse(fields);
        const number = BigInt(`0x${fields.signature}`).toString().padStart(116, "0");
        ensureEqual(sheet.digits, fields.payload + number, "the digits");
        ensureEqual(
          sheet.rows.map(({ groups }) => groups.length),
          Array(8).fill(5),
          "8 rows of 5 groups",
        );
        for (const [at, { groups, checksum }] of sheet.rows.entries()) {
          ensureEqual(checksum, await subject.rowChecksum(groups, at + 1, "response"), `checksum of row ${at + 1}`);
        }
        ensureEqual(sheet.total, await subject.totalChecksum(sheet.digits, "response"), "the total");
        for (const text of written(sheet)) {
          ensureEqual(await subject.decodeResponse(text), { ok: true, value: fields }, `read from ${text}`);
        }
      },
    },
  ),
  rule(
    {
      id: "PH-03",
      statement: "Only single-user licenses, and only with standard PINs, are acquired by phone.",
      source: "S2",
    },
    {
      cases: fc.record({
        license: fc.constantFrom("single-user" as const, "multi-user" as const, "server" as const),
        edition: fc.constantFrom("standard" as const, "basic" as const),
      }),
      async holds(subject, candidate) {
        const { ok } = await subject.acquirableByPhone(candidate);
        ensure(ok === (candidate.license === "single-user" && candidate.edition === "standard"), "by phone");
      },
    },
  ),
  rule(
    {
      id: "PH-09",
      statement:
        "Encoding and decoding are inverse on their whole range; digits that encode nothing are an error, never another message.",
      source: "—",
    },
    {
      cases: fc.record({
        digits: digitsOf(47),
        operation: fc.integer({ min: 0, max: 9 }),
        reply: digitsOf(116),
        payload: fc.oneof(noMonth, digitsOf(4)),
        large: tooLarge,
        short: fc.nat(200),
        wrong: fc.integer({ min: 1, max: 9 }),
        at: fc.nat(146),
      }),
      async holds(subject, { digits, operation, reply, payload, large, short, wrong, at }) {
        const decoded = await subject.decodeRequest(`${operation}${digits}`);
        ensure(decoded.ok === (operation >= 1 && operation <= 3), `operation ${operation}`);
        if (decoded.ok)
          ensureEqual((await subject.encodeRequest(decoded.value)).digits, `${operation}${digits}`, "inverse");
        const month = Number(payload.slice(2));
        const answer = await subject.decodeResponse(payload + reply);
        const holds = (payload === "0000" || (month >= 1 && month <= 12)) && BigInt(reply) < beyond;
        ensure(answer.ok === holds, `month ${payload}, number ${reply}`);
        if (answer.ok) ensureEqual((await subject.encodeResponse(answer.value)).digits, payload + reply, "inverse");
        ensure(!(await subject.decodeResponse(`0000${large}`)).ok, "a number beyond 48 bytes");
        for (const length of [short, 49, 119]) {
          const cut = "1".repeat(length);
          if (![48, 51, 60, 63].includes(length)) ensure(!(await subject.decodeRequest(cut)).ok, `${length} digits`);
          if (![120, 123, 144, 147].includes(length))
            ensure(!(await subject.decodeResponse(cut)).ok, `${length} digits`);
        }
        const [, , whole = ""] = written(await subject.encodeResponse({ payload: "0000", signature: "5a".repeat(48) }));
        const typed = whole.replace(/\D/g, "");
        const slip = typed.slice(0, at) + String((Number(typed.charAt(at)) + wrong) % 10) + typed.slice(at + 1);
        ensure(!(await subject.decodeResponse(slip)).ok, `digit ${at + 1} of ${typed.length} wrong`);
        const inRows = slip.slice(0, -3);
        ensure((await subject.decodeResponse(inRows)).ok === at >= inRows.length, `digit ${at + 1} wrong, no total`);
      },
    },
  ),
  rule(
    {
      id: "PH-12",
      statement:
        "A request or response can be dictated: groups as words, in English and Russian, and as text for a screen reader; a reference reader gets the digits back.",
      source: "S2",
    },
    {
      cases: fc.tuple(
        fc.oneof(request, response),
        fc.constantFrom<PhoneLanguage[]>("en", "ru"),
        fc.constantFrom<(DictationStyle | undefined)[]>("digits", "numbers", "screen-reader", undefined),
      ),
      async holds(subject, [fields, language, style]) {
        const sheet = "pin" in fields ? await subject.encodeRequest(fields) : await subject.encodeResponse(fields);
        const lines = await subject.dictate(sheet, language, style);
        ensure(lines.length === sheet.rows.length + 1, "a line for each row, and one for the total");
        for (const [at, { groups, checksum }] of sheet.rows.entries()) {
          ensureEqual(
            readDictation(lines[at] ?? "", language),
            [...groups, checksum],
            `row ${at + 1}: ${lines[at] ?? ""}`,
          );
        }
        ensureEqual(readDictation(lines.at(-1) ?? "", language), [sheet.total], `the total: ${lines.at(-1) ?? ""}`);
        const spoken = lines.join(" ").replace(/[^:]*:/g, "");
        ensure(!/\d{2}/.test(spoken), "no two digits stand together");
        ensure(/\d/.test(spoken) === (style === "screen-reader"), "digits for a screen reader, words for people");
      },
    },
  ),
];
