import type { Cause, Evidence } from "licit/diagnosis";
import { useSpeech } from "../speech.js";

/** Why no license counts, and what to do: what something speaks for; the rest where somebody asks for it. */
export function Causes({ causes }: { readonly causes: readonly Cause[] }) {
  const { words } = useSpeech();
  if (causes.length === 0) return null;
  const seen = causes.filter(({ certainty }) => certainty !== "none");
  const rest = causes.filter(({ certainty }) => certainty === "none");
  return (
    <section aria-labelledby="causes">
      <h2 id="causes">{words.causes.title}</h2>
      {seen.length === 0 ? <p>{words.causes.nothingSeen}</p> : <CauseList causes={seen} />}
      {rest.length > 0 && (
        <details>
          <summary>{seen.length === 0 ? words.causes.possible(rest.length) : words.causes.more(rest.length)}</summary>
          <CauseList causes={rest} />
        </details>
      )}
    </section>
  );
}

function CauseList({ causes }: { readonly causes: readonly Cause[] }) {
  return (
    <ol className="plain-list">
      {causes.map((cause) => (
        <CauseItem key={cause.code} cause={cause} />
      ))}
    </ol>
  );
}

const looks = { certain: "bad", partial: "unsure" } as const;

function CauseItem({ cause }: { readonly cause: Cause }) {
  const { words, say } = useSpeech();
  // The cause alone: how sure it is and what to do stand on lines of their own.
  const { remedy, certainty, ...what } = cause;
  return (
    <li className="cause">
      <p className="card-line">
        <strong>{say(what)}</strong>
        {certainty !== "none" && (
          <span className={`badge badge-${looks[certainty]}`}>{words.causes.sure[certainty]}</span>
        )}
      </p>
      <p>{say(remedy)}</p>
      <Grounds evidence={cause.evidence} />
    </li>
  );
}

/** What a cause rests on. */
function Grounds({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { words } = useSpeech();
  if (evidence.length === 0) return null;
  const said = evidence.map(({ from, license }) =>
    license === undefined ? words.causes.from[from] : `${words.causes.from[from]} (${license})`,
  );
  return (
    <p className="dim">
      {words.causes.restsOn}: {[...new Set(said)].join(", ")}
    </p>
  );
}
