import type { Finding } from "licit/fingerprint";
import { useSpeech } from "./speech.js";

export interface DifferencesProps {
  readonly title?: string;
  readonly findings: readonly Finding[];
  /** Whether to say what a license makes of each: between two states of a computer there is none. */
  readonly judged?: boolean;
}

/** How a computer differs: before and after, in words. */
export function Differences({ title, findings, judged = true }: DifferencesProps) {
  const { words, say } = useSpeech();
  if (findings.length === 0) return null;
  return (
    <>
      {title !== undefined && <h3>{title}</h3>}
      <ul className="differences">
        {findings.map((finding, at) => (
          <li key={at}>
            <p className="sentence">{say(finding)}</p>
            {judged && finding.effect === "breaking" && (
              <p>
                <span className="badge badge-bad">{words.differences.breaking}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
