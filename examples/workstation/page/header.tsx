import type { Workstation } from "../src/contract.js";
import { useSpeech } from "./speech.js";
import type { Language } from "./words.js";

/** Each language under its own name: who reads only that one must find it. */
const languages: readonly (readonly [Language, string])[] = [
  ["en", "English"],
  ["ru", "Русский"],
];

export function Header({ workstation }: { readonly workstation: Workstation | null }) {
  const { language, speak, words } = useSpeech();
  return (
    <header className="header">
      <div className="header-inner">
        <p className="brand">
          <span className="brand-product">{workstation?.context.product ?? words.name}</span>
          {workstation !== null && <span className="brand-issuer">{workstation.context.issuer}</span>}
        </p>
        <div className="languages" role="group" aria-label={words.language}>
          {languages.map(([code, name]) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-pressed={code === language}
              onClick={() => {
                speak(code);
              }}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
    </header>
  );
}
