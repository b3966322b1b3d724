import type { Child } from "hono/jsx";
import { operatorView, type CenterState, type OperatorView, type SeenWaiting } from "licit/center";
import { describe } from "licit/messages";
import { formatPin, type KitNumber } from "licit/pins";
import { drawnDigits } from "../drawn.js";
import { Counted } from "./facts.js";
import { words } from "./languages.js";
import type { Language } from "./words.js";

/** A letter that waits for a decision, and what speaks against it. */
export interface WaitingLetter {
  readonly kit: KitNumber;
  readonly letter: SeenWaiting;
  readonly view: OperatorView;
}

/** The letters of a kit that wait. */
export function waitingIn(state: CenterState, at: number): readonly WaitingLetter[] {
  if (state.status !== "registered") return [];
  const { kit } = state.pins;
  return state.waiting.flatMap(({ pin, company, reason }) => {
    // The same letter once more: that shows what would become of it now.
    const view = operatorView(state, { letter: { kind: "additional-pin", kit, company, pin, reason }, at });
    const letter = view.kit?.waiting.find((one) => one.pin === pin);
    return letter === undefined ? [] : [{ kit, letter, view }];
  });
}

interface WaitingProperties {
  readonly language: Language;
  readonly waiting: WaitingLetter;
}

/** A letter, and the three forms that decide on it: each its own, so that Enter in one decides nothing of another. */
export function Waiting({ language, waiting }: WaitingProperties) {
  const { kit, letter, view } = waiting;
  const { letters, desk } = words[language];
  const exceeded = view.violations.some((one) => one.exceeded);
  return (
    <section>
      <Letter language={language} waiting={waiting} />
      <Counted language={language} tallies={view.violations} />
      {view.answer?.answer === "refused" ? <p class="bad">{describe(view.answer.refusal, language)}</p> : null}
      <Decision kit={kit} pin={letter.pin} decision="grant">
        <input type="hidden" name="newPin" value={drawnDigits(15)} />
        {exceeded ? (
          <label class="check">
            <input type="checkbox" name="allowed" value="yes" />
            {desk.allowed}
          </label>
        ) : null}
        <button class="main" type="submit">
          {letters.grant}
        </button>
      </Decision>
      <Decision kit={kit} pin={letter.pin} decision="ask-request-file">
        <button type="submit">{letters.askFile}</button>
      </Decision>
      <Decision kit={kit} pin={letter.pin} decision="refuse">
        <label>
          {letters.reason}
          <input type="text" name="reason" required maxlength={1000} autocomplete="off" />
        </label>
        <button type="submit">{letters.refuse}</button>
      </Decision>
    </section>
  );
}

interface DecisionProperties {
  readonly kit: KitNumber;
  readonly pin: string;
  readonly decision: "grant" | "ask-request-file" | "refuse";
  readonly children?: Child;
}

function Decision({ kit, pin, decision, children }: DecisionProperties) {
  return (
    <form method="post" action={`/operator/letters/${kit}`}>
      <input type="hidden" name="pin" value={pin} />
      <input type="hidden" name="decision" value={decision} />
      {children}
    </form>
  );
}

function Letter({ language, waiting: { kit, letter, view } }: WaitingProperties) {
  const { letters, desk, kit: own, comparisons } = words[language];
  const { evidence } = letter;
  const name = view.license?.computer.kept === "parameters" ? view.license.computer.parameters.networkName : undefined;
  return (
    <p>
      {own.title} <a href={`/operator/kits/${kit}`}>{kit}</a>, PIN <span class="digits">{formatPin(letter.pin)}</span>,{" "}
      {letter.company}. {letter.companyIsKnown ? letters.known : <span class="bad">{letters.unknownCompany}</span>}
      <br />“{letter.reason}” ({letters.requestFiles[letter.requestFile]})
      {typeof name === "string" ? (
        <>
          <br />
          {own.computer}: {name}
        </>
      ) : null}
      {evidence === null ? null : (
        <>
          <br />
          {desk.differences}: PIN {comparisons[evidence.pin]}, {own.owner} {comparisons[evidence.owner]}, {own.computer}{" "}
          {comparisons[evidence.computer]}
        </>
      )}
    </p>
  );
}
