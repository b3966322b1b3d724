import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { describe, labelsIn, termInWords, type Describable, type Labels, type Term } from "licit/messages";
import { dayIn } from "./formats.js";
import { troubleOf } from "./trouble.js";
import { wordsIn } from "./languages.js";
import type { Language, Words } from "./words.js";

/** Everything that is said, in the language of the person who reads it. */
export interface Speech {
  readonly language: Language;
  readonly speak: (language: Language) => void;
  /** The page's own words. */
  readonly words: Words;
  /** The words of the wizard's screens. */
  readonly labels: Labels;
  readonly say: (outcome: Describable) => string;
  readonly term: (term: Term) => string;
  readonly day: (at: number) => string;
}

const SpeechContext = createContext<Speech>(speechIn("en", () => undefined));

export function useSpeech(): Speech {
  return use(SpeechContext);
}

export function Speaking({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(preferredLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo(
    () =>
      speechIn(language, (other) => {
        remember(other);
        setLanguage(other);
      }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

function speechIn(language: Language, speak: Speech["speak"]): Speech {
  const words = wordsIn(language);
  return {
    language,
    speak,
    words,
    labels: labelsIn(language),
    say: (outcome) => {
      const trouble = troubleOf(outcome);
      return trouble === undefined ? describe(outcome, language) : words.trouble[trouble];
    },
    term: (term) => termInWords(term, language),
    day: (at) => dayIn(at, language),
  };
}

const key = "licit-language";

function preferredLanguage(): Language {
  const kept = remembered();
  if (kept === "en" || kept === "ru") return kept;
  return navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en";
}

// A browser may forbid storage altogether, and then throws.
function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // It is asked of the browser anew next time.
  }
}
