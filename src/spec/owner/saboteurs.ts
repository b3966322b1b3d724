import * as licit from "../../owner/index.js";
import {
  canonicalOwner,
  compareOwner,
  ownerFields,
  parseOwner,
  type Owner,
  type OwnerField,
} from "../../owner/index.js";
import { countryOf } from "../../owner/countries/index.js";
import type { Saboteur } from "../saboteur.js";
import type { OwnerSubject, Subject } from "../subject.js";
import { textsOf, withField } from "./arbitraries.js";

/** This library with some of its functions in another way. */
function other(functions: Partial<OwnerSubject>): Subject {
  return { owner: { ...licit, countryOf, ...functions } };
}

/** An implementation that looks at owners in another way, and is consistent in it. */
function seeing(look: (owner: Owner) => Owner): Subject {
  return other({
    canonicalOwner: (of) => canonicalOwner(look(of)),
    sameOwner: (a, b) => licit.sameOwner(look(a), look(b)),
    compareOwner: (a, b, names) => compareOwner(look(a), look(b), names),
    digestOwner: (of, key, names) => licit.digestOwner(look(of), key, names),
    matchOwnerDigest: (stored, of, key, names) => licit.matchOwnerDigest(stored, look(of), key, names),
  });
}

/** An owner with each text in another way. */
function eachText(of: Owner, change: (text: string, field: OwnerField) => string): Owner {
  return textsOf(of).reduce((changed, [field, text]) => withField(changed, field, change(text, field)), of);
}

/** For each rule on license owners a mistake that somebody could make. */
export const ownerSaboteurs: readonly Saboteur[] = [
  {
    rule: "OW-01",
    mistake: "A field that holds no text is turned into one.",
    alsoBreaks: [],
    subject: other({
      parseOwner(input, required) {
        const entries = Object.entries(input as object); // an object, or nothing could be in it
        const texts = entries.map(([name, value]) => [
          name,
          typeof value === "number" ? String(value) : (value as unknown),
        ]);
        return parseOwner(Object.fromEntries(texts), required);
      },
    }),
  },
  {
    rule: "OW-02",
    mistake: "A person lives in a town or in a village, so the town is not required.",
    alsoBreaks: [],
    subject: other({
      parseOwner: (input, { company, individual } = licit.standardRequired) =>
        parseOwner(input, { company, individual: individual.filter((field) => field !== "town") }),
    }),
  },
  {
    rule: "OW-03",
    mistake: "Whatever is not empty is an agreement.",
    alsoBreaks: [],
    subject: other({
      registerOwner: (input, confirmed, required) => licit.registerOwner(input, Boolean(confirmed), required),
    }),
  },
  {
    rule: "OW-04",
    mistake: "Case is a matter of taste, not of identity.",
    alsoBreaks: ["OW-07"],
    subject: seeing((of) => eachText(of, (text) => text.toLowerCase())),
  },
  {
    rule: "OW-05",
    mistake: "A no-break space is another character than a space.",
    alsoBreaks: ["OW-06", "OW-09", "OW-12"],
    subject: seeing((of) => eachText(of, (text) => text.replaceAll("\u00a0", "\u2423"))),
  },
  {
    rule: "OW-06",
    mistake: "Names come in the order of the form.",
    alsoBreaks: [],
    subject: other({
      canonicalOwner(of) {
        const fields: { readonly [name: string]: unknown } = JSON.parse(canonicalOwner(of)) as object as never; // a record
        const names = ["kind", ...ownerFields].filter((name) => Object.hasOwn(fields, name));
        return JSON.stringify(Object.fromEntries(names.map((name) => [name, fields[name]])));
      },
    }),
  },
  {
    rule: "OW-07",
    mistake: "The customer is helped best by seeing how long the stored value is.",
    alsoBreaks: ["OW-08"],
    subject: other({
      compareOwner(stored, entered, names) {
        const { same, fields } = compareOwner(stored, entered, names);
        const lengths = new Map(textsOf(stored).map(([field, text]) => [field as string, text.length]));
        return { same, fields: fields.map((one) => Object.assign({ length: lengths.get(one.field) }, one)) };
      },
    }),
  },
  {
    rule: "OW-08",
    mistake: "Who chose Russia from the list and who typed it mean the same.",
    alsoBreaks: [],
    subject: seeing((of) => (typeof of.country === "object" ? { ...of, country: of.country.name } : of)),
  },
  {
    rule: "OW-09",
    mistake: "A file is for people, who know what an entry of the list looks like.",
    alsoBreaks: ["OW-12"],
    subject: other({
      writeOwnerFile(of, extra, language) {
        const { country } = of;
        const typed = typeof country === "string" ? country.replace(/^\\+(?=[A-Z]{2}\|)/, "") : undefined;
        const listed = typed === undefined ? null : /^([A-Z]{2})\|(.*)$/.exec(typed);
        if (listed === null) return licit.writeOwnerFile(of, extra, language);
        const entry = { code: listed[1] ?? "", name: listed[2] ?? "" };
        return licit.writeOwnerFile({ ...of, country: entry }, extra, language);
      },
    }),
  },
  {
    rule: "OW-10",
    mistake: "What no label stands before is nobody's.",
    alsoBreaks: [],
    subject: other({
      readOwnerFile(bytes) {
        const read = licit.readOwnerFile(bytes);
        if (!read.ok) return read;
        const unknownLines = read.value.unknownLines.filter(({ text }) => text.includes(":"));
        return { ok: true, value: { ...read.value, unknownLines } };
      },
    }),
  },
  {
    rule: "OW-11",
    mistake: "A digest of each field is enough: whether a field is there, its absence says.",
    alsoBreaks: [],
    subject: other({
      matchOwnerDigest(stored, entered, key, names) {
        const { fields } = licit.matchOwnerDigest(stored, entered, key, names);
        const kept = fields.filter(({ hint }) => hint !== "presence");
        return { same: kept.length === 0, fields: kept };
      },
    }),
  },
  {
    rule: "OW-12",
    mistake: "By file or automatically, it is recovered in the same way: one word will do.",
    alsoBreaks: [],
    subject: other({
      writeOwnerFile: (of, { channel, ...extra } = {}, language) =>
        licit.writeOwnerFile(of, { ...extra, channel: channel === "automatic" ? "file" : channel }, language),
    }),
  },
];
