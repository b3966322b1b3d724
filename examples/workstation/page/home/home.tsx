import { useEffect, useRef, useState } from "react";
import type { Ended, ResumeError } from "licit/acquisition";
import type { PlayedChange, StoredWizard, Workstation } from "../../src/contract.js";
import { useSpeech } from "../speech.js";
import type { WorkstationView } from "../use-workstation.js";
import { Causes } from "./causes.js";
import { LicenseFiles } from "./license-files.js";
import { PlayedChanges } from "./played-changes.js";
import { Standing } from "./standing.js";
import { Stored } from "./stored.js";
import { useTitle } from "../use-title.js";

export interface HomeProps {
  readonly workstation: WorkstationView;
  /** Whether the person comes from the wizard: the focus was there, and is nowhere now. */
  readonly returned: boolean;
  /** How the wizard ended that was just closed. */
  readonly ended: Ended["how"] | null;
  readonly onStart: (workstation: Workstation) => Promise<void>;
  /** Answers why it cannot be gone on with. */
  readonly onGoOn: (stored: StoredWizard) => Promise<ResumeError | null>;
  readonly onPlay: (changes: readonly PlayedChange[]) => void;
}

export function Home({ workstation, returned, ended, ...acts }: HomeProps) {
  const { words, labels } = useSpeech();
  useTitle(words.home.title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (returned) heading.current?.focus();
  }, [returned]);
  return (
    <div className="home" aria-busy={workstation.loading}>
      <h1 ref={heading} tabIndex={-1}>
        {words.home.title}
      </h1>
      <div role="status">{ended !== null && <p className="banner">{labels.ended[ended]}</p>}</div>
      <Trouble workstation={workstation} />
      {workstation.value !== null && <Content loading={workstation.loading} value={workstation.value} {...acts} />}
    </div>
  );
}

function Trouble({ workstation: { value, trouble, loading, reload } }: Pick<HomeProps, "workstation">) {
  const { words } = useSpeech();
  if (trouble !== null) {
    return (
      <div className="card card-bad" role="alert">
        <p>{words.trouble[trouble]}</p>
        <p>
          <button type="button" onClick={reload} disabled={loading}>
            {words.tryAgain}
          </button>
        </p>
      </div>
    );
  }
  return value === null ? <p role="status">{words.loading}</p> : null;
}

interface ContentProps extends Pick<HomeProps, "onStart" | "onGoOn" | "onPlay"> {
  readonly loading: boolean;
  readonly value: Workstation;
}

function Content({ loading, value, onStart, onGoOn, onPlay }: ContentProps) {
  const { words } = useSpeech();
  const [lost, setLost] = useState<ResumeError | null>(null);
  const { licensed, files, causes, stored } = value;
  const start = () => void onStart(value);
  const goOn = async (left: StoredWizard) => {
    setLost(await onGoOn(left));
  };
  return (
    <>
      <Standing licensed={licensed} files={files} />
      {stored !== null && <Stored stored={stored} lost={lost} onGoOn={(left) => void goOn(left)} onStartOver={start} />}
      <Causes causes={causes} />
      {stored === null && (
        <p>
          <button type="button" className={licensed ? "" : "primary"} onClick={start}>
            {licensed ? words.home.startAnother : words.home.start}
          </button>
        </p>
      )}
      <LicenseFiles files={files} />
      <PlayedChanges workstation={value} loading={loading} onPlay={onPlay} />
    </>
  );
}
