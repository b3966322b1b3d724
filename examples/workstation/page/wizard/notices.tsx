import type { Notice } from "licit/acquisition";
import { Differences } from "../differences.js";
import { useSpeech } from "../speech.js";
import type { Mishap } from "./session.js";

export interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly mishap: Mishap | null;
}

/** What the person should know here. The place is always there, so that a screen reader hears what comes into it. */
export function Notices({ notices, mishap }: NoticesProps) {
  const { say } = useSpeech();
  return (
    <>
      <div aria-live="polite">
        {notices.map((notice) => (
          <div key={notice.code} className="notice">
            <p>{say(notice)}</p>
            {"findings" in notice && <Differences findings={notice.findings} judged={false} />}
          </div>
        ))}
      </div>
      <div role="alert">{mishap !== null && <p className="notice notice-bad">{say(mishap)}</p>}</div>
    </>
  );
}
