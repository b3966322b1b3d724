import { answerTo, type CustomerAnswer, type CustomerCommand, type LostDataLetter } from "licit/center";
import { describe } from "licit/messages";
import { formatPin, type KitNumber } from "licit/pins";
import type { Site } from "../site.js";
import { words } from "./languages.js";
import { mailsOf, Mails } from "./mails.js";
import type { Language } from "./words.js";

/** What came of a letter, or of a decision on one. */
export type LetterTold = Plain | Sent | { readonly answer: "busy" };

type Plain = Exclude<CustomerAnswer, { readonly answer: "granted" | "sent" }>;

/** Lost data, to mail. `already`: the same went out today, and nothing is new. */
interface Sent {
  readonly answer: "sent";
  readonly mails: ReturnType<typeof mailsOf>;
  readonly already: boolean;
}

type AdditionalPinCommand = Extract<
  CustomerCommand,
  { readonly type: "request-additional-pin" | "decide-additional-pin" }
>;

/** Serves a letter for an additional PIN, or a decision on one. */
export async function additionalPinTold(
  { licensing }: Site,
  kit: KitNumber,
  command: AdditionalPinCommand,
): Promise<LetterTold> {
  const told = await licensing.tell(kit, command);
  if (told.answer === "busy") return told;
  return plain(told);
}

/** Serves a letter that asks for lost data. */
export async function lostDataTold({ desk, settings, now }: Site, letter: LostDataLetter): Promise<LetterTold> {
  const command = { type: "request-lost-data", data: { letter, at: now() } } as const;
  const served = await desk.serve(letter.kit, command);
  if (!served.decided) return { answer: "busy" };
  const { decision, state } = served.handled;
  const told = answerTo(command, served.handled, settings.issuer);
  if (told.answer !== "sent") return plain(told);
  const already = decision.ok && decision.events.length === 0;
  return { answer: "sent", mails: mailsOf(state, command), already };
}

function plain(told: CustomerAnswer): Plain {
  if (told.answer !== "granted" && told.answer !== "sent") return told;
  throw new TypeError(`this letter is not answered with "${told.answer}"`);
}

interface ToldProperties {
  readonly language: Language;
  readonly told: Exclude<LetterTold, { readonly answer: "busy" }>;
}

/** What the customer is told: the operator mails it. */
export function Told({ language, told }: ToldProperties) {
  const { letters } = words[language];
  switch (told.answer) {
    case "refused":
      return <p class="bad">{describe(told.refusal, language)}</p>;
    case "failed":
      return <p class="bad">{describe(told.error, language)}</p>;
    case "waiting":
      return (
        <p>
          {letters.nowWaits} ({letters.requestFiles[told.requestFile]})
        </p>
      );
    case "denied":
      return (
        <p>
          {letters.denied} {told.reason}
        </p>
      );
    case "issued":
      return (
        <section>
          <h2>
            {letters.mail}: {told.to ?? letters.noAddress}
          </h2>
          <p>
            {letters.newPin}: <span class="digits">{formatPin(told.pin)}</span>
          </p>
        </section>
      );
    case "sent":
      return (
        <section>
          {told.already ? <p class="bad">{letters.sentToday}</p> : <p>{letters.sent}</p>}
          <Mails language={language} mails={told.mails} />
        </section>
      );
  }
}
