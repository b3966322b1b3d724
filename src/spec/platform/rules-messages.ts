import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { brokenTexts } from "./broken-texts.js";
import { messageCases } from "./message-texts.js";
import { seenMessages } from "./seen-messages.js";

const rule = rulesFor("platform");

/** The rule on the platform's own messages. */
export const messageRules: readonly Rule[] = [
  rule(
    {
      id: "DG-04",
      statement:
        "The platform's own messages, Russian and English (tests/vectors/platform-messages.md), are recognized and mapped to causes; unknown text is kept and said to be unknown.",
      source: "S3, field reports",
    },
    {
      cases: fc.tuple(messageCases, fc.constantFrom(...seenMessages)),
      async holds(subject, [{ text, messages, unknown }, { phrase, tail = "", says }]) {
        const read = await subject.recognizeMessage(text);
        ensure(read.ok, `the text is read: ${JSON.stringify(read)}`);
        ensureEqual(read.value.messages, messages, "messages");
        ensureEqual(read.value.unknown, unknown, "lines that are unknown");

        const alone = await subject.recognizeMessage(phrase + tail);
        const expected = { messages: says.map((one) => ({ ...one, line: 1 })), unknown: [] };
        ensureEqual(alone, { ok: true, value: expected }, "a message alone");

        for (const [broken, whole] of brokenTexts) {
          ensureEqual(await subject.recognizeMessage(broken), { ok: true, value: whole }, JSON.stringify(broken));
        }
      },
    },
  ),
];
