import type { Channel } from "../license/index.js";
import { requestLayout, sheetOf, type PhoneOperation, type PhoneSheet } from "../phone/index.js";
import type { LicenseType } from "../pins/index.js";
import { owedEffects, servesOf } from "./asked.js";
import { buttonsOf, type Button } from "./buttons.js";
import type { Effect } from "./effect.js";
import type { RefusalEvidence } from "./evidence.js";
import type { Field } from "./field.js";
import { fieldsOf, hindranceOf, type Hindrance } from "./fields.js";
import { answeredRequest, grantedLicense } from "./granted.js";
import { noticesOf, type Notice } from "./notices.js";
import type { Place } from "./place.js";
import { channelOf, routeOf } from "./route.js";
import type { Ended, Failure, WizardState } from "./state.js";
import { isWorking, type AskingStep, type WizardStep } from "./steps.js";
import { kindOf, placeOf } from "./where.js";

/** Everything that a screen needs, as JSON. Codes have words in `licit/messages`. */
export interface WizardView {
  readonly step: WizardStep;
  /** A code for the step's title: `acquisition/step-kit`. */
  readonly title: `acquisition/step-${WizardStep}`;
  readonly fields: readonly Field[];
  /** Why the person cannot go on; absent: "Next" is possible. @rule AQ-02 */
  readonly hindrance?: Hindrance;
  /** Steps that "Back" can lead to, the first step first. @rule AQ-03 */
  readonly back: readonly AskingStep[];
  readonly buttons: readonly Button[];
  readonly notices: readonly Notice[];
  readonly progress: Progress;
  /** What the host was asked for and still owes. */
  readonly owed: readonly Effect[];
  /** The rows to read to the operator, with their checksums. @rule PH-01 */
  readonly sheet?: PhoneSheet;
  /** What is installed, and where. @rule AQ-13 */
  readonly installation?: InstallationView;
  /** What went wrong, and where. @rule AQ-08 */
  readonly failure?: FailureView;
  readonly ended?: Ended;
}

/** What went wrong. `said` is the reason with all that belongs to it, for words; `details` is for support. @rule AQ-08 */
export interface FailureView {
  readonly at: WizardStep;
  readonly code: string;
  readonly said: { readonly code: string } & RefusalEvidence;
  readonly details: string | null;
}

/** How far it is: `step` of `steps` on which something is asked, as things stand. */
export interface Progress {
  readonly step: number;
  readonly steps: number;
  /** The host works, and the person waits. */
  readonly working: boolean;
}

/** What is installed, and where. What is not known is `null`. @rule AQ-13 @source S0 ("Verify and Finalize") */
export interface InstallationView {
  readonly product: string;
  readonly kind: LicenseType | "unknown" | "community";
  readonly kit: string | null;
  readonly pin: string | null;
  readonly place: Place;
  /** The name of that server, as it was read there. */
  readonly serverName: string | null;
  readonly serves: "everyone" | "this-user";
  readonly channel: Channel | null;
  readonly operation: PhoneOperation | null;
  /** The PIN that the new one supersedes: it will not be accepted any more (PN-12). */
  readonly supersededPin: string | null;
  /** Where the license is, once it is installed. */
  readonly file: string | null;
}

/** What a screen shows of a wizard. */
export function viewOf(state: WizardState): WizardView {
  const { step, failure, ended } = state;
  const fields = fieldsOf(state);
  const hindrance = hindranceOf(state, fields);
  const route = routeOf(state);
  const sheet = sheetFor(state);
  const installation = installationFor(state);
  const view: Writable<WizardView> = {
    step,
    title: `acquisition/step-${step}`,
    fields,
    back: stepsBack(state, route),
    buttons: buttonsOf(state, fields),
    notices: noticesOf(state),
    progress: progressOf(state, route),
    owed: owedEffects(state),
  };
  // Spreads of what may be absent cost more than all the rest.
  if (hindrance !== undefined) view.hindrance = hindrance;
  if (sheet !== undefined) view.sheet = sheet;
  if (installation !== undefined) view.installation = installation;
  if (failure !== null) view.failure = failureView(failure);
  if (ended !== null) view.ended = ended;
  return view;
}

type Writable<T> = { -readonly [M in keyof T]: T[M] };

function failureView({ at, code, evidence, details }: Failure): FailureView {
  return { at, code, said: { ...evidence, code }, details };
}

/** The steps before this one, on the way as it stands. From an installation, and from an end, there is no way back. @rule AQ-03 */
export function stepsBack(state: WizardState, route: readonly WizardStep[] = routeOf(state)): readonly AskingStep[] {
  const { step, failure } = state;
  if (step === "installing" || step === "finish" || step === "closed") return [];
  const at = step === "failure" && failure !== null ? route.indexOf(failure.at) + 1 : route.indexOf(step);
  return route.slice(0, Math.max(at, 0)).filter(isAsking);
}

function isAsking(step: WizardStep): step is AskingStep {
  return !isWorking(step) && step !== "failure" && step !== "finish" && step !== "closed";
}

function progressOf(state: WizardState, route: readonly WizardStep[]): Progress {
  const { step, failure } = state;
  const at = step === "failure" && failure !== null ? failure.at : step;
  let [passed, asked] = [0, 0];
  const here = route.indexOf(at);
  for (const [place, one] of route.entries()) {
    if (!isAsking(one)) continue;
    asked++;
    if (place <= here) passed++;
  }
  return { step: step === "finish" ? asked : passed, steps: asked, working: isWorking(step) };
}

function sheetFor(state: WizardState): PhoneSheet | undefined {
  const digits = state.step === "phone-request" ? state.made?.digits : undefined;
  return typeof digits === "string" ? sheetOf(digits, requestLayout) : undefined;
}

function installationFor(state: WizardState): InstallationView | undefined {
  if (state.step !== "confirm" && state.step !== "installing" && state.step !== "finish") return undefined;
  const { context, answers, reading, installed } = state;
  const granted = grantedLicense(state)?.license;
  const request = answeredRequest(state);
  const place = placeOf(state);
  const community = answers.action === "community";
  const name = place.on === "server" ? (reading ?? request)?.parameters.networkName : undefined;
  return {
    product: context.product,
    kind: community ? "community" : (granted?.kind ?? request?.kind ?? kindOf(state)),
    kit: granted?.kit ?? request?.kit ?? null,
    pin: granted?.pin ?? request?.pin ?? null,
    place,
    serverName: typeof name === "string" ? name : null,
    serves: servesOf(state),
    channel: answers.action === "acquire" ? channelOf(state) : null,
    operation: request?.operation ?? null,
    supersededPin: request?.supersededPin ?? null,
    file: installed?.file ?? null,
  };
}
