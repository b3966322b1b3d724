import { useCallback, useEffect, useRef, useState } from "react";
import type { PlayedChange, Workstation } from "../src/contract.js";
import { askWorkstation, putChanges, type Answer } from "./agent.js";
import type { Trouble } from "./trouble.js";

export interface WorkstationView {
  /** As it was when it was looked at last. */
  readonly value: Workstation | null;
  readonly trouble: Trouble | null;
  readonly loading: boolean;
  readonly reload: () => void;
  readonly play: (changes: readonly PlayedChange[]) => void;
}

/** What there is on this computer. Of several answers on their way, the one that was asked for last is shown. */
export function useWorkstation(): WorkstationView {
  const [value, setValue] = useState<Workstation | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [loading, setLoading] = useState(true);
  const asked = useRef(0);

  const take = useCallback(async (answered: Promise<Answer<Workstation>>) => {
    const turn = ++asked.current;
    const answer = await answered;
    if (turn !== asked.current) return;
    setLoading(false);
    setTrouble(answer.ok ? null : answer.trouble);
    if (answer.ok) setValue(answer.value);
  }, []);

  const reload = useCallback(() => {
    setLoading(true);
    void take(askWorkstation());
  }, [take]);

  const play = useCallback(
    (changes: readonly PlayedChange[]) => {
      setLoading(true);
      void take(putChanges(changes));
    },
    [take],
  );

  useEffect(() => {
    void take(askWorkstation());
    // A page that was left open for days says how it is now, and a wizard is told so.
    const look = () => {
      if (document.visibilityState === "visible") void take(askWorkstation());
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
    };
  }, [take]);

  return { value, trouble, loading, reload, play };
}
