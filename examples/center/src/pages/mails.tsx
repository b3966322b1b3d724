import { handle } from "licit";
import { center, lostDataOf, type CenterCommand, type CenterState, type LostData } from "licit/center";
import { formatPin } from "licit/pins";
import { words } from "./languages.js";
import type { Language } from "./words.js";

type LostDataCommand = Extract<CenterCommand, { readonly type: "request-lost-data" }>;

/** What this very letter is answered with, whatever went out today and to whom. */
export function mailsOf(state: CenterState, command: LostDataCommand): readonly LostData[] {
  if (state.status !== "registered") return [];
  // Without its history, a kit does not know what was sent today.
  const { decision } = handle(center, command, { ...state, history: [] });
  const [event] = decision.ok ? decision.events : [];
  return event?.type === "lost-data-sent" ? lostDataOf(state, event.data.wants, event.data.letters) : [];
}

/** Lost data, to mail to the addresses on record. */
export function Mails({ language, mails }: { readonly language: Language; readonly mails: readonly LostData[] }) {
  const { letters, states } = words[language];
  return (
    <>
      {mails.map(({ to, pins, owners }) => (
        <>
          <h2>
            {letters.mail}: {to}
          </h2>
          <pre>
            {[
              ...pins.map(({ pin, state, computer = "" }) => `${formatPin(pin)} ${states[state]} ${computer}`.trim()),
              ...owners.map(({ owner }) => JSON.stringify(owner, undefined, 2)),
            ].join("\n")}
          </pre>
        </>
      ))}
    </>
  );
}
