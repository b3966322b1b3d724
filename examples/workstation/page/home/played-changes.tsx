import { useEffect, useState } from "react";
import type { PlayedChange, Workstation } from "../../src/contract.js";
import { useSpeech } from "../speech.js";
import { Differences } from "../differences.js";

export interface PlayedChangesProps {
  readonly workstation: Workstation;
  readonly loading: boolean;
  readonly onPlay: (changes: readonly PlayedChange[]) => void;
}

/** Changes of the hardware, played: what would become of the license, without a screwdriver. */
export function PlayedChanges({ workstation, loading, onPlay }: PlayedChangesProps) {
  const { words } = useSpeech();
  const { playable } = workstation;
  // A box is ticked at once: the agent reads the computer first, and that takes a moment.
  const [wanted, setWanted] = useState<readonly PlayedChange[] | null>(null);
  const played = wanted ?? playable.filter((one) => one.played).map(({ change }) => change);
  useEffect(() => {
    if (!loading) setWanted(null);
  }, [loading]);
  const toggle = (change: PlayedChange) => {
    const next = played.includes(change) ? played.filter((one) => one !== change) : [...played, change];
    setWanted(next);
    onPlay(next);
  };
  return (
    <section className="card play" aria-labelledby="play" aria-busy={loading}>
      <h2 id="play">{words.play.title}</h2>
      <p className="dim" id="play-hint">
        {words.play.hint}
      </p>
      <fieldset className="checks" aria-describedby="play-hint">
        <legend>{words.play.legend}</legend>
        {playable.map(({ change }) => (
          <label key={change} className="check">
            <input
              type="checkbox"
              checked={played.includes(change)}
              onChange={() => {
                toggle(change);
              }}
            />
            <span>{words.play.changes[change]}</span>
          </label>
        ))}
      </fieldset>
      <div role="status">{wanted === null ? <Result workstation={workstation} /> : <Looking />}</div>
    </section>
  );
}

/** What becomes of the license, and what the program sees. */
function Result({ workstation: { licensed, differences, playable } }: Pick<PlayedChangesProps, "workstation">) {
  const { words } = useSpeech();
  if (!playable.some(({ played }) => played)) return <p className="dim">{words.play.asItIs}</p>;
  return (
    <>
      <p>
        <strong>{licensed ? words.play.stays : words.play.falls}</strong>
      </p>
      <Differences title={words.play.differs} findings={differences} judged={false} />
    </>
  );
}

function Looking() {
  const { words } = useSpeech();
  return (
    <p className="waiting">
      <span className="spinner" aria-hidden="true" />
      {words.loading}
    </p>
  );
}
