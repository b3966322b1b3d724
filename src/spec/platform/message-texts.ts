import * as fc from "fast-check";
import type { PlatformMessage } from "../../platform/index.js";
import { LIC, seenMessages, type Expected } from "./seen-messages.js";

// Texts as people send them, each with what it says by construction.

const headings = [
  ["client", "Поиск лицензии на клиенте"],
  ["server", "Поиск лицензии на сервере"],
  ["licensing-service", "Поиск лицензии в сервисе лицензирования"],
] as const;

const noises = [
  "Обратитесь к администратору.",
  "  The license of the server is fine, and so is the file",
  "лицензия не найдена ли",
  "DISK_0: HP, 512",
  "не по причине: неизвестно",
  "***",
  "__proto__ \ud800",
] as const;

/** How a phrase is written: letter case, blanks, quotes, the end. */
const manner = fc.record({
  casing: fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
  ),
  blank: fc.constantFrom(" ", "  ", "\u00a0", " \t"),
  quote: fc.constantFrom("", "«", '"'),
  end: fc.constantFrom("", "!", " ...", "»."),
  latin: fc.boolean(),
  yo: fc.boolean(),
  /** What nobody sees, inside a word. */
  unseen: fc.constantFrom("", "", "\u00ad", "\u200b"),
  wraps: fc.boolean(),
});
type Manner = typeof manner extends fc.Arbitrary<infer T> ? T : never;

function written(
  phrase: string,
  { casing, blank, quote, end, latin, yo, unseen, wraps }: Manner,
  breaks: boolean,
): string {
  const spelled = (yo ? phrase : phrase.replaceAll("ё", "е")).replaceAll("1С", latin ? "1C" : "1С");
  const [first = "", ...rest] = casing(spelled)
    .replace(/(\p{L}{2})(?=\p{L})/u, `$1${unseen}`)
    .split(" ");
  return quote + [first, ...rest].join(blank).replace(blank, breaks && wraps ? "\n" : blank) + end;
}

const item = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("message" as const), seen: fc.constantFrom(...seenMessages) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("noise" as const), text: fc.constantFrom(...noises) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("heading" as const), of: fc.constantFrom(...headings) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("report" as const), memory: fc.nat(9_999) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("blank" as const) }) },
);

/** A text, and what it says. */
export interface MessageCase {
  readonly text: string;
  readonly messages: readonly PlatformMessage[];
  readonly unknown: readonly { readonly line: number; readonly text: string }[];
}

/** Texts of messages, with noise between. */
export const messageCases: fc.Arbitrary<MessageCase> = fc
  .tuple(
    fc.array(fc.tuple(item, manner, fc.boolean()), { maxLength: 8 }),
    fc.constantFrom("\n", "\r\n", "\r"),
    fc.boolean(),
  )
  .map(([items, newline, marked]) => {
    const lines: { text: string; known: boolean }[] = [];
    const messages: PlatformMessage[] = [];
    let searched: PlatformMessage["searched"];
    let heading: { known: boolean } | undefined;
    let open = false; // whether a message may go on in this line
    const say = (expected: Expected, line: number): void => {
      messages.push({ ...(searched === undefined ? {} : { searched }), ...expected, line });
      if (heading !== undefined) heading.known = true;
    };
    for (const [one, how, together] of items) {
      switch (one.kind) {
        case "noise":
        case "blank":
          lines.push({ text: one.kind === "noise" ? one.text : " \t", known: one.kind === "blank" });
          break;
        case "heading":
          heading = { known: false };
          searched = one.of[0];
          lines.push(Object.assign(heading, { text: `${written(one.of[1], how, false)}:` }));
          break;
        case "report": {
          const line = lines.length + 1;
          const { report, texts } = reportOf(one.memory, line);
          say({ code: "binding-broken", file: LIC, report }, line);
          lines.push(...texts.map((text) => ({ text, known: true })));
          break;
        }
        case "message": {
          const { phrase, tail, wraps, says } = one.seen;
          const [first = "", ...rest] = (
            (tail === undefined ? written(phrase, how, wraps === true) : written(phrase, { ...how, end: "" }, false)) +
            (tail ?? "")
          ).split("\n");
          const last = lines.at(-1);
          if (open && together && last !== undefined) last.text += ` ${first}`;
          else lines.push({ text: first, known: true });
          for (const expected of says) say(expected, lines.length);
          lines.push(...rest.map((text) => ({ text, known: true })));
        }
      }
      open = one.kind === "message";
    }
    return {
      text: (marked ? "\ufeff" : "") + lines.map(({ text }) => text).join(newline),
      messages,
      unknown: lines.flatMap(({ text, known }, at) =>
        known ? [] : [{ line: at + 1, text: (marked && at === 0 ? "\ufeff" : "") + text }],
      ),
    };
  });

function reportOf(
  bytes: number,
  line: number,
): { readonly report: NonNullable<PlatformMessage["report"]>; readonly texts: readonly string[] } {
  const board = { model: "ProLiant DL360 G7", type: "x64-based PC" };
  return {
    texts: [
      `Ошибка привязки программной лицензии к компьютеру: file:///${LIC}`,
      "После получения лицензии удалены:",
      `Sys Type_0: ${board.model}, ${board.type}`,
      "В текущей конфигурации компьютера имеются:",
      `Phis Mem_1: ${bytes}`,
    ],
    report: {
      file: LIC,
      removed: [{ kind: "board", index: 0, fields: board, line: line + 2 }],
      present: [{ kind: "memory", index: 1, fields: { sizeBytes: bytes }, line: line + 4 }],
    },
  };
}
