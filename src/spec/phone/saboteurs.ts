import * as licit from "../../phone/index.js";
import {
  checkRow,
  decodeRequest,
  decodeResponse,
  dictate,
  encodeRequest,
  encodeResponse,
  responseEntry,
  rowChecksum,
  totalChecksum,
  type EntryState,
  type PhoneSheet,
} from "../../phone/index.js";
import type { Saboteur } from "../saboteur.js";
import type { PhoneSubject, Subject } from "../subject.js";

/** This library with some of its functions in another way. */
function other(functions: Partial<PhoneSubject>): Subject {
  return { phone: { ...licit, ...functions } };
}

/** An entry that decides in another way. */
function entering(how: typeof responseEntry.decide): Subject {
  const own = (state: unknown) => state as EntryState; // a machine is handed the states that it made
  return other({
    responseEntry: {
      ...responseEntry,
      decide: (command, state) => how(command, own(state)),
      evolve: (state, event) => responseEntry.evolve(own(state), event),
    },
  });
}

/** A checksum over rows that somebody might take: the same for every row, or on a base that is too small. */
function summing(groups: readonly string[], start: number, base: number): string {
  const sum = groups.reduce((rest, group) => (rest * base + Number(group)) % 997, start);
  return String((997 - sum) % 997).padStart(3, "0");
}

/** Sheets with other checksums of rows. */
function withRows(sheet: PhoneSheet, checksum: (groups: readonly string[], row: number) => string): PhoneSheet {
  const rows = sheet.rows.map(({ groups }, at) => ({ groups, checksum: checksum(groups, at + 1) }));
  return { ...sheet, rows };
}

/** An implementation whose row checksums are others, and that is consistent in it. */
function checking(checksum: (groups: readonly string[], row: number) => string): Subject {
  const groupsOf = (digits: string) => digits.match(/.../g) ?? [];
  return other({
    rowChecksum: (groups, row) => checksum(groups, row),
    checkRow(typed, row, kind) {
      const digits = typed.replace(/\D/g, "");
      const data = digits.slice(0, -3);
      if (checksum(groupsOf(data), row) === digits.slice(-3)) return { ok: true, value: data };
      return checkRow(data + rowChecksum(groupsOf(data), row, kind), row, kind).ok
        ? { ok: false, error: { code: "phone/row-mismatch", suggestions: [] } }
        : checkRow(typed, row, kind);
    },
    encodeRequest: (fields) => withRows(encodeRequest(fields), checksum),
    encodeResponse: (fields) => withRows(encodeResponse(fields), checksum),
  });
}

function sumOf(digits: string): string {
  const sum = (digits.match(/.../g) ?? []).reduce((rest, group) => (rest + Number(group)) % 997, 0);
  return String(sum).padStart(3, "0");
}

function withTotal(sheet: PhoneSheet, kind: "request" | "response"): PhoneSheet {
  return { ...sheet, total: kind === "request" ? sumOf(sheet.digits) : totalChecksum(sheet.digits, kind) };
}

/** For each rule on codes read aloud a mistake that somebody could make. */
export const phoneSaboteurs: readonly Saboteur[] = [
  {
    rule: "PH-01",
    mistake: "The operator needs the digits; checksums of rows are for the screen.",
    alsoBreaks: [],
    subject: other({
      decodeRequest(text) {
        const digits = text.replace(/\D/g, "");
        if (digits.length !== 63) return decodeRequest(text);
        return { ok: false, error: { code: "phone/wrong-digit-count", digits: 63, expected: [48, 51] } };
      },
    }),
  },
  {
    rule: "PH-02",
    mistake: "What begins with a zero is the shorter number.",
    alsoBreaks: [],
    subject: other({
      decodeResponse(text) {
        const decoded = decodeResponse(text);
        if (!decoded.ok) return decoded;
        const signature = decoded.value.signature.replace(/^(00)+(?=..)/, "");
        return { ok: true, value: { ...decoded.value, signature } };
      },
      encodeResponse: ({ payload, signature }) => encodeResponse({ payload, signature: signature.padStart(96, "0") }),
    }),
  },
  {
    rule: "PH-03",
    mistake: "A server license binds one computer, as a single-user one does.",
    alsoBreaks: [],
    subject: other({
      acquirableByPhone: (candidate) =>
        licit.acquirableByPhone(candidate.license === "server" ? { ...candidate, license: "single-user" } : candidate),
    }),
  },
  {
    rule: "PH-04",
    mistake: "While the operator checks one row, the next can be typed.",
    alsoBreaks: [],
    subject: entering((command, state) => {
      const decision = responseEntry.decide(command, state);
      if (decision.ok || decision.error.code !== "phone/row-waits" || command.type !== "enter-row") return decision;
      if (command.data.row !== state.rows.length + 1) return decision;
      const rows = state.rows.map((row) => ({ ...row, confirmed: true }));
      return responseEntry.decide(command, { ...state, rows });
    }),
  },
  {
    rule: "PH-05",
    mistake: "Eight rows that were confirmed need no ninth.",
    alsoBreaks: [],
    subject: entering((command, state) => {
      const decision = responseEntry.decide(command, state);
      if (decision.ok || decision.error.code !== "phone/total-mismatch") return decision;
      const digits = state.rows.map((row) => row.digits).join("");
      return { ok: true, events: [{ type: "message-confirmed", data: { digits } }] };
    }),
  },
  {
    rule: "PH-06",
    mistake: "Groups are numbers: their weighted sum will do, and a small weight is easily checked by hand.",
    alsoBreaks: ["PH-01", "PH-02", "PH-04", "PH-05", "PH-08"],
    subject: checking((groups, row) => summing(groups, row, 10)),
  },
  {
    rule: "PH-07",
    mistake: "The operator knows which row it is; the checksum need not say.",
    alsoBreaks: ["PH-01", "PH-02", "PH-04", "PH-05", "PH-06", "PH-08"],
    subject: checking((groups) => summing(groups, 1, 13)),
  },
  {
    rule: "PH-08",
    mistake: "Digits are misheard, not swapped: suggestions are for those.",
    alsoBreaks: [],
    subject: other({
      checkRow(typed, row, kind) {
        const checked = checkRow(typed, row, kind);
        if (checked.ok) return checked;
        const apart = (one: string) => Array.from(one).filter((digit, at) => digit !== typed.charAt(at)).length;
        const suggestions = checked.error.suggestions.filter((one) => apart(one) === 1);
        return { ok: false, error: { ...checked.error, suggestions } };
      },
    }),
  },
  {
    rule: "PH-09",
    mistake: "A month of 13 is next year's January.",
    alsoBreaks: [],
    subject: other({
      decodeResponse(text) {
        const decoded = decodeResponse(text);
        if (decoded.ok || decoded.error.code !== "phone/no-such-month") return decoded;
        const payload = `${decoded.error.payload.slice(0, 2)}12`;
        return decodeResponse(payload + text.replace(/\D/g, "").slice(4, 120));
      },
    }),
  },
  {
    rule: "PH-12",
    mistake: "Nobody says the zeros in front of a number.",
    alsoBreaks: [],
    subject: other({
      dictate: (sheet, language, style) =>
        dictate(sheet, language, style).map((line) =>
          style === "numbers" ? line.replace(/([,:] )(?:(?:zero|ноль) )+/g, "$1") : line,
        ),
    }),
  },
  {
    rule: "PH-13",
    mistake: "A total is a sum: of the groups, whatever their order.",
    alsoBreaks: ["PH-01", "PH-02"],
    subject: other({
      totalChecksum: sumOf,
      encodeRequest: (fields) => withTotal(encodeRequest(fields), "request"),
      encodeResponse: (fields) => withTotal(encodeResponse(fields), "response"),
    }),
  },
];
