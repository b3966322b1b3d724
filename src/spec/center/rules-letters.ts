import * as fc from "fast-check";
import type { Letter, LetterLanguage, Consignment } from "../../center/index.js";
import type { Owner } from "../../owner/index.js";
import { KIT } from "../pins/kits.js";
import { byDocument, inUse, pinIn, sending, severalSeats, twoCustomers, type Customer } from "./customers.js";
import { answered, granted, openDesk, rowsOf, tell } from "./desk.js";
import { greetings, letter } from "./letters.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("center");

/** The rules on letters, and on what is sent in answer to them. */
export const letterRules: readonly Rule[] = [
  rule(
    {
      id: "CE-10",
      statement:
        "Lost data: an operator can answer which PINs are unused, which are current on which computer, and send the owner data to the address on record only.",
      source: "S3, S4",
    },
    {
      cases: fc.tuple(
        severalSeats,
        twoCustomers,
        byDocument,
        fc.boolean(),
        fc.constantFrom("pins" as const, "owner" as const),
      ),
      async holds(subject, [definition, [first, another], by, bought, wants]) {
        const buyer = { name: "Purchasing Dept.", email: "buyer@romashka.example" };
        const one = { ...first, owner: named(first.owner, "ООО «Ромашка»", "one@romashka.example") };
        const other = { ...another, owner: named(another.owner, "ООО «Лютик»", "other@lutik.example") };
        let desk = await openDesk(subject, definition, {}, bought ? { customer: buyer } : {});
        desk = await inUse(desk, by, one);
        const [pin, second] = [pinIn(desk, 0), pinIn(desk, 1)];
        const lettersTo = async (name: string) => {
          const letter = { kind: "lost-data", wants, kit: KIT, name, reason: "a fire" } as const;
          const told = await answered(desk, { type: "request-lost-data", data: { letter, at: 20 } });
          ensure(!/@|Ромашка|Лютик/.test(JSON.stringify(told.answer)), "who asks is told nothing of what is stored");
          const [event] = told.events;
          const sent: readonly Consignment[] = event?.type === "lost-data-sent" ? event.data.letters : [];
          return { answer: told.answer.answer, letters: await subject.lostDataOf(desk.state, wants, sent) };
        };
        const pinsOf = async () =>
          (await rowsOf(desk, sending(by, one, { operation: "recovery", pin, at: 21 }))).flatMap(
            ({ set, place, pin: of, state, computer }) =>
              state === "unused" || state === "current"
                ? [{ set, place, pin: of, state, ...(computer === undefined ? {} : { computer }) }]
                : [],
          );
        const ownerOf = (license: string, whose: Owner) => (wants === "owner" ? [{ license, owner: whose }] : []);
        const alone = await lettersTo("ооо «ромашка»");
        const all = wants === "pins" ? await pinsOf() : [];
        const whole = { to: "one@romashka.example", pins: all, owners: ownerOf(pin, one.owner) };
        ensureEqual(alone, { answer: "sent", letters: [whole] }, "who holds all of a kit, to the address on record");

        desk = (await granted(desk, sending(by, other, { operation: "first-time", pin: second, at: 15 }))).desk;
        const rows = await pinsOf();
        const own = wants === "pins" ? rows.filter((row) => row.pin === pin) : [];
        const mine = { to: "one@romashka.example", pins: own, owners: ownerOf(pin, one.owner) };
        ensureEqual((await lettersTo("ООО «Ромашка»")).letters, [mine], "one of two owners: his own, and no other's");
        const computers = rows.filter(({ state }) => state === "current").map(({ computer }) => computer);
        ensureEqual(computers, [nameOf(one), nameOf(other)], "which are current on which computer");
        ensureEqual(
          await lettersTo("Somebody Else"),
          { answer: "refused", letters: [] },
          "a name that is not on record",
        );
        const { letters } = await lettersTo(buyer.name);
        const expected = bought && wants === "pins" ? [{ to: buyer.email, pins: rows, owners: [] }] : [];
        ensureEqual(letters, expected, "who bought the kit gets its PINs, and no owner's data");

        desk = (await tell(desk, { type: "revoke", data: { pin: second, at: 30 } })).desk;
        ensureEqual((await lettersTo("ООО «Лютик»")).letters, [], "whose license was revoked gets nothing");
      },
    },
  ),
  rule(
    {
      id: "CE-13",
      statement:
        'Letters are written and parsed, missing fields named: additional PIN (subject "Request for additional PIN codes": kit number, company, PIN to replace, reason); lost data or PIN (kit number, organization or name, tax number if required, reason); request file by mail (subject "License acquisition").',
      source: "S2, S3, S4",
    },
    {
      cases: fc.tuple(letter, fc.constantFrom<LetterLanguage>("en", "ru"), fc.subarray([0, 1, 2, 3]), greetings),
      async holds(subject, [of, language, left, [before, after]]) {
        const text = await subject.writeLetter(of, language);
        const read = await subject.parseLetter(text);
        ensureEqual(read, { ok: true, value: { letter: of, otherLines: [] } }, "a letter reads back to the same");
        const [head = "", , ...lines] = text.trimEnd().split("\n");
        if (language === "en")
          ensureEqual(head, `Subject: ${englishSubjects[topicOf(of)]}`, "the subject of the documents");
        const around = await subject.parseLetter([head, before, ...lines, "", after].join("\r\n"));
        ensure(around.ok, `with words around it: ${JSON.stringify(around)}`);
        ensureEqual(around.value.letter, of, "the same letter");
        ensureEqual(
          around.value.otherLines,
          [before, after].filter((line) => line !== ""),
          "and what else was written",
        );
        if (of.kind === "request-file") {
          const none = await subject.parseLetter(`${head}\n\nsee attachment`);
          ensure(
            !none.ok && none.error.code === "center/letter-incomplete" && none.error.missing[0] === "document",
            "no file",
          );
          return;
        }
        const kept = lines.filter((_, at) => !left.includes(at));
        const names = namesIn(of);
        const missing = names.filter((name, at) => left.includes(at) && name !== "taxNumber");
        const short = await subject.parseLetter([head, "", ...kept].join("\n"));
        if (missing.length === 0) ensure(short.ok, "nothing that must be there is missing");
        else {
          ensure(!short.ok && short.error.code === "center/letter-incomplete", "a letter that lacks something");
          ensureEqual(short.error.missing, missing, "what is missing, all of it");
        }
        const strict = await subject.parseLetter(text, { taxNumber: true });
        ensureEqual(strict.ok, of.taxNumber !== undefined, "the tax number, where it is required");
        if (of.kind === "additional-pin") {
          const [, company = "", pinLine = ""] = lines;
          const spoilt = pinLine.replace(/[0-9]$/, "x");
          const wrong = await subject.parseLetter(
            [head, "", lines[0] ?? "", company, spoilt, lines[3] ?? ""].join("\n"),
          );
          ensure(!wrong.ok && wrong.error.code === "center/letter-incomplete", "a PIN with a letter in it");
          ensure(
            wrong.error.faults.some(({ field }) => field === "pin"),
            "which field is wrong",
          );
        }
      },
    },
  ),
];

function named(of: Owner, organization: string, email: string): Owner {
  const { kind: _, ...fields } = of;
  return { ...fields, kind: "company", organization, email };
}

function nameOf({ computer: { networkName } }: Customer): string | undefined {
  return typeof networkName === "string" ? networkName : undefined;
}

const englishSubjects = {
  "additional-pin": "Request for additional PIN codes",
  "lost-pins": "Request for lost PIN codes",
  "lost-owner": "Request for lost registration data",
  "request-file": "License acquisition",
} as const;

function topicOf(of: Letter): keyof typeof englishSubjects {
  if (of.kind !== "lost-data") return of.kind;
  return of.wants === "pins" ? "lost-pins" : "lost-owner";
}

/** The fields of a letter, line by line. */
function namesIn(of: Letter): readonly string[] {
  const tax = of.kind !== "request-file" && of.taxNumber !== undefined ? ["taxNumber"] : [];
  return ["kit", "name", ...(of.kind === "additional-pin" ? ["pin"] : []), ...tax, "reason"];
}
