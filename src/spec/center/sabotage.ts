import * as licit from "../../center/index.js";
import {
  answerTo,
  centerWith,
  type AskedByDocument,
  type CenterCommand,
  type CenterError,
  type CenterEvent,
  type CenterState,
  type CustomerAnswer,
  type CustomerCommand,
  type LicenseRecord,
  type SomePolicies,
} from "../../center/index.js";
import type { Decision } from "../../core/index.js";
import type { CenterSubject, Subject } from "../subject.js";

type CenterDecision = Decision<CenterEvent, CenterError>;

/** This library with some of its functions in another way. */
export function other(functions: Partial<CenterSubject>): Subject {
  return { center: { ...licit, ...functions } };
}

/** A center with other policies than it is told. */
export function withPolicies(how: (policies: SomePolicies) => SomePolicies): Subject {
  return other({ centerWith: (policies) => centerWith(how(policies)) });
}

/** A center that decides in another way; `decide` is the right one, on the same state. */
export function deciding(
  how: (command: CenterCommand, state: CenterState, decide: (of: CenterCommand) => CenterDecision) => CenterDecision,
): Subject {
  return other({
    centerWith(policies) {
      const machine = centerWith(policies);
      return {
        initialState: () => machine.initialState(),
        evolve: (state, event) => machine.evolve(own(state), event),
        decide: (command, state) => how(command, own(state), (of) => machine.decide(of, own(state))),
      };
    },
  });
}

/** A center to which documents come in another shape: by what is on record of the license in question. */
export function reading(how: (asked: AskedByDocument, license: LicenseRecord) => AskedByDocument): Subject {
  return deciding((command, state, decide) => {
    if (command.type !== "request-license" || command.data.by === "phone") return decide(command);
    const { pin, supersededPin = pin } = command.data.request;
    const licenses = state.status === "registered" ? state.licenses.flat() : [];
    const license = licenses.find((one) => one.pin === supersededPin);
    return decide(license === undefined ? command : { ...command, data: how(command.data, license) });
  });
}

/** A center that tells customers something else. */
export function answering(
  how: (answer: CustomerAnswer, command: CustomerCommand, state: CenterState) => CustomerAnswer,
): Subject {
  return other({
    answerTo: (command, { decision, state }) =>
      how(answerTo(command, { decision, state: own(state) }), command, own(state)),
  });
}

/** A machine is handed the states that it made. */
function own(state: unknown): CenterState {
  return state as CenterState; // nothing else makes them
}
