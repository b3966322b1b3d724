import type { HistoryEntry, Tally } from "licit/center";
import { describe } from "licit/messages";
import { formatPin, type PinRow } from "licit/pins";
import { words } from "./languages.js";
import type { Language } from "./words.js";

interface PinTableProperties {
  readonly language: Language;
  readonly rows: readonly PinRow[];
  /** With it, each PIN can be noted and revoked. */
  readonly kit?: string;
}

/** A kit's PINs, as they stand in its document. */
export function PinTable({ language, rows, kit }: PinTableProperties) {
  const { kit: own, sets, states } = words[language];
  return (
    <table>
      <tr>
        <th>{own.set}</th>
        <th>{own.place}</th>
        <th>{own.pin}</th>
        <th>{own.state}</th>
        <th>{own.computer}</th>
        <th>{own.note}</th>
      </tr>
      {rows.map(({ set, place, pin, state, since, computer = "", note = "", supersededBy }) => (
        <tr>
          <td>{sets[set]}</td>
          <td>{place}</td>
          <td class="digits">{formatPin(pin)}</td>
          <td>
            {states[state]}
            {since === undefined ? "" : ` ${dayOf(since)}`}
            {supersededBy === undefined ? "" : ` → ${formatPin(supersededBy)}`}
          </td>
          <td>{computer}</td>
          <td>
            {kit === undefined ? note : <NoteForm language={language} kit={kit} pin={pin} note={note} state={state} />}
          </td>
        </tr>
      ))}
    </table>
  );
}

interface NoteFormProperties {
  readonly language: Language;
  readonly kit: string;
  readonly pin: string;
  readonly note: string;
  readonly state: PinRow["state"];
}

function NoteForm({ language, kit, pin, note, state }: NoteFormProperties) {
  const { kit: own } = words[language];
  return (
    <details>
      <summary>{note === "" ? "…" : note}</summary>
      <form method="post" action={`/operator/kits/${kit}/notes`}>
        <input type="hidden" name="pin" value={pin} />
        <input type="text" name="note" value={note} aria-label={own.note} maxlength={200} />
        <button type="submit">{own.save}</button>
      </form>
      {state === "current" || state === "unused" ? (
        <details>
          <summary>{own.revoke}</summary>
          <form method="post" action={`/operator/kits/${kit}/notes`}>
            <input type="hidden" name="pin" value={pin} />
            <input type="text" name="note" aria-label={own.reason} placeholder={own.reason} required maxlength={200} />
            <button type="submit" name="revoke" value="yes">
              {own.revoke}
            </button>
          </form>
        </details>
      ) : null}
    </details>
  );
}

/** What happened, the newest first. */
export function History({
  language,
  entries,
}: {
  readonly language: Language;
  readonly entries: readonly HistoryEntry[];
}) {
  const { kit: own, events, channels, operations } = words[language];
  if (entries.length === 0) return <p class="hint">{own.none}</p>;
  return (
    <table>
      <tr>
        <th>{own.when}</th>
        <th>{own.what}</th>
        <th>{own.pin}</th>
        <th>{own.reason}</th>
      </tr>
      {entries.map(({ at, event, by, operation, pin, refusal, reason = "" }) => (
        <tr>
          <td>{minuteOf(at)}</td>
          <td>
            {[events[event] ?? event, by && channels[by], operation && operations[operation]]
              .filter((one) => one !== undefined)
              .join(", ")}
          </td>
          <td class="digits">{pin === undefined ? "" : formatPin(pin)}</td>
          <td>{refusal === undefined ? reason : describe(refusal, language)}</td>
        </tr>
      ))}
    </table>
  );
}

/** What is counted against a kit's licenses; what holds a decision up stands out. */
export function Counted({ language, tallies }: { readonly language: Language; readonly tallies: readonly Tally[] }) {
  const { desk, violations } = words[language];
  const counted = tallies.filter(({ count }) => count > 0);
  if (counted.length === 0) return null;
  return (
    <>
      <p>{desk.counted}:</p>
      <ul>
        {counted.map(({ violation, license, count, limit, exceeded }) => (
          <li class={exceeded ? "bad" : ""}>
            {violations[violation]}: {count} ({limit}), PIN <span class="digits">{formatPin(license)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function minuteOf(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
