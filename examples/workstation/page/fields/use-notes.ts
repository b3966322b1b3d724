import { useState } from "react";
import type { Field } from "licit/acquisition";

/** How loud it is said what is wrong with a field. */
export type Tone = "silent" | "quiet" | "loud";

export interface Notes {
  readonly tone: Tone;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Nothing is said of what nobody touched, and nobody is scolded while still typing: what is wrong is loud once the field was
 * left, or "Next" was pressed, and stays so until it is right.
 */
export function useNotes({ wrong, entered }: Field, refused: boolean): Notes {
  const [left, setLeft] = useState(entered);
  return {
    tone: toneOf(),
    onFocus: () => {
      if (wrong === undefined) setLeft(false);
    },
    onBlur: () => {
      setLeft(true);
    },
  };

  function toneOf(): Tone {
    if (wrong === undefined || !(entered || refused)) return "silent";
    return left || refused ? "loud" : "quiet";
  }
}
