import type { LicenseRequest } from "licit/license";
import type { SignedAnswer } from "../licensing.js";
import { words } from "./languages.js";
import type { Language } from "./words.js";

/** An answer to a request file. */
export type Answered = Extract<SignedAnswer, { readonly answer: "granted" | "refused" }>;

interface SaveAnswerProperties {
  readonly language: Language;
  readonly request: LicenseRequest;
  readonly answer: Answered;
}

/** The document of an answer, to save. */
export function SaveAnswer({ language, request: { pin, kit }, answer }: SaveAnswerProperties) {
  const { document } = answer;
  if (document === undefined) return null;
  return (
    <p>
      <a
        class="main"
        download={answer.answer === "granted" ? `license-${pin}-${kit}.lic` : `refusal-${kit}.txt`}
        href={`data:text/plain;base64,${Buffer.from(document).toString("base64")}`}
      >
        {words[language].send.save}
      </a>
    </p>
  );
}
