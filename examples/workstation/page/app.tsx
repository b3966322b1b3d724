import { useCallback, useEffect, useRef, useState } from "react";
import type { Ended } from "licit/acquisition";
import type { PlayedChange, StoredWizard, Workstation } from "../src/contract.js";
import { Header } from "./header.js";
import { Home } from "./home/home.js";
import { useSpeech } from "./speech.js";
import { useWorkstation } from "./use-workstation.js";
import type { Session } from "./wizard/session.js";

// The first view does without the machine: it comes while the person reads.
const loadWizard = () => import("./wizard/entry.js");
type WizardPart = Awaited<ReturnType<typeof loadWizard>>;

interface Running {
  readonly part: WizardPart;
  readonly session: Session;
}

export function App() {
  const { words } = useSpeech();
  const workstation = useWorkstation();
  const [running, setRunning] = useState<Running | null>(null);
  const [returned, setReturned] = useState(false);
  const [ended, setEnded] = useState<Ended["how"] | null>(null);

  useEffect(() => {
    void loadWizard();
  }, []);

  // Closed for now, it still waits for what it asked for: it goes on itself, and no second one beside it.
  const asleep = useRef<Running | null>(null);

  const start = async ({ context }: Workstation) => {
    const part = await loadWizard();
    asleep.current?.session.retire();
    asleep.current = null;
    setRunning({ part, session: part.startSession(context) });
  };

  const goOn = async (stored: StoredWizard) => {
    if (asleep.current !== null) {
      setRunning(asleep.current);
      return null;
    }
    const part = await loadWizard();
    const resumed = part.resumeSession(stored);
    if (resumed.ok) setRunning({ part, session: resumed.session });
    return resumed.ok ? null : resumed.error;
  };

  const { reload } = workstation;
  const close = useCallback(
    (how: Ended["how"] | null) => {
      asleep.current = how === null ? running : null;
      setRunning(null);
      setReturned(true);
      setEnded(how);
      reload();
    },
    [reload, running],
  );

  const play = (changes: readonly PlayedChange[]) => {
    setEnded(null);
    workstation.play(changes);
  };

  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Header workstation={workstation.value} />
      <main id="content" className="column">
        {running === null ? (
          <Home
            workstation={workstation}
            returned={returned}
            ended={ended}
            onStart={start}
            onGoOn={goOn}
            onPlay={play}
          />
        ) : (
          <running.part.WizardScreen session={running.session} onClose={close} />
        )}
      </main>
    </>
  );
}
