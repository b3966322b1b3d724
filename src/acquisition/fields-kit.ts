import type { Result } from "../core/index.js";
import { parseKitNumber, parsePin } from "../pins/index.js";
import { choose, makeField } from "./choose.js";
import type { Field, FieldFault } from "./field.js";
import { defaultPort, hostFault, portFault } from "./place.js";
import type { WizardState } from "./state.js";
import { isOnServer, kindOf, needsServer } from "./where.js";

/**
 * Kit and PIN; what the license is for, where that is not known; and behind "advanced": on which server it is installed, and
 * whether automatically.
 *
 * @rule AQ-01, AQ-12, AQ-17
 * @source S2 p. 8, 12 (figures)
 */
export function kitFields(state: WizardState): readonly Field[] {
  const { context, answers } = state;
  const { kit = "", pin = "", host = "", port = String(defaultPort) } = answers;
  const onServer = isOnServer(state);
  const fields = [
    makeField("kit", kit, state, typed(kit, parseKitNumber(kit))),
    makeField("pin", pin, state, typed(pin, parsePin(pin, context.edition))),
    ...(context.kind === undefined ? [choose("kind", kindOf(state), state, {})] : []),
    makeField(
      "onServer",
      onServer,
      state,
      onServer || !needsServer(state) ? undefined : serverNeeded,
      needsServer(state),
    ),
  ];
  if (onServer) {
    fields.push(makeField("host", host, state, hostFault(host)), makeField("port", port, state, portFault(port)));
  }
  return [...fields, makeField("automatic", answers.automatic ?? true, state, undefined, false)];
}

const serverNeeded: FieldFault = { code: "acquisition/server-needed" };

/** What is wrong with something that must be typed. */
export function typed<E extends FieldFault>(text: string, read: Result<unknown, E>): FieldFault | undefined {
  if (text === "") return { code: "acquisition/required" };
  return read.ok ? undefined : read.error;
}
