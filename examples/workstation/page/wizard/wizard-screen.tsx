import { useEffect, useRef, type SubmitEvent } from "react";
import type { Ended, Entered, WizardButton } from "licit/acquisition";
import { Fields } from "../fields/fields.js";
import { useSpeech } from "../speech.js";
import { useTitle } from "../use-title.js";
import { ButtonRow } from "./button-row.js";
import { FileChooser } from "./file-chooser.js";
import { FailureNote } from "./failure-note.js";
import { Footer } from "./footer.js";
import { InstallationFacts } from "./installation-facts.js";
import { Notices } from "./notices.js";
import type { Session } from "./session.js";
import { Sheet } from "./sheet.js";
import { StepHead } from "./step-head.js";
import { useWizard } from "./use-wizard.js";
import { isDone, isWorkFirst, workButtons } from "./view-parts.js";
import { Working } from "./working.js";

export interface WizardScreenProps {
  readonly session: Session;
  /** `null`: closed for now, to be gone on with. */
  readonly onClose: (how: Ended["how"] | null) => void;
}

/** Any step of the wizard: everything on it stands in the view. */
export function WizardScreen({ session, onClose }: WizardScreenProps) {
  const { labels } = useSpeech();
  const { view, refusals, mishap, deed, choosing, doing } = useWizard(session, onClose);
  const { step } = view;
  const form = useRef<HTMLFormElement>(null);
  const { title, text } = labels.steps[step];
  useTitle(title);

  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]:enabled")?.focus();
  }, [refusals]);

  // What was pressed may be gone, and the focus with it: a keyboard would begin at the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) {
      form.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    }
  });

  const next = (event: SubmitEvent) => {
    event.preventDefault();
    session.submit({ type: "next", step });
  };
  const press = (button: WizardButton) => {
    session.submit({ type: "press", step, button });
  };
  const enter = (values: Entered) => {
    session.submit({ type: "enter", step, values });
  };
  const putOff = () => {
    void session.keeper.flush().then(() => {
      onClose(null);
    });
  };

  return (
    <form ref={form} className="wizard" noValidate aria-busy={doing.length > 0} onSubmit={next}>
      <StepHead
        key={step}
        view={view}
        title={title}
        text={view.progress.working ? "" : text}
        onBack={session.back}
        onPutOff={isDone(view) ? null : putOff}
      />
      <Notices notices={view.notices} mishap={mishap} />
      {view.failure !== undefined && <FailureNote failure={view.failure} />}
      {view.sheet !== undefined && <Sheet sheet={view.sheet} />}
      {view.installation !== undefined && <InstallationFacts installation={view.installation} />}
      <Fields
        key={`fields-${step}`}
        fields={view.fields}
        refused={refusals > 0}
        enter={enter}
        buttons={view.buttons}
        press={press}
      />
      {choosing.map((effect) => (
        <FileChooser
          key={effect.id}
          onChoose={(file) => {
            session.choose(effect, file);
          }}
        />
      ))}
      <Working doing={doing} deed={deed} step={view.progress.working ? text : null} />
      {choosing.length === 0 && <ButtonRow buttons={workButtons(view)} press={press} first={isWorkFirst(view)} />}
      <Footer view={view} refused={refusals > 0} press={press} onBack={session.back} />
    </form>
  );
}
