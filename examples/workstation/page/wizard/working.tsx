import type { Effect } from "licit/acquisition";
import { Icon } from "../icons.js";
import { useSpeech } from "../speech.js";
import type { Deed } from "./session.js";

export interface WorkingProps {
  readonly doing: readonly Effect[];
  readonly deed: Deed | null;
  /** What the step says of itself, where all of it is waiting. */
  readonly step: string | null;
}

/** What is going on, while the person waits. */
export function Working({ doing, deed, step }: WorkingProps) {
  const { words } = useSpeech();
  const done = deed === null || doing.length > 0 ? undefined : words.wizard.done[deed.type];
  return (
    <div className="working" role="status">
      {doing.map(({ id, type }) => (
        <p key={id}>
          <span className="spinner" aria-hidden="true" />
          {step ?? words.wizard.doing[type]}
        </p>
      ))}
      {done !== undefined && (
        <p className="deed">
          <Icon shape="check" />
          {done}{" "}
          {deed !== null && deed.address !== null && (
            <a href={deed.address} target="_blank" rel="noopener noreferrer">
              {deed.address}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
