import type { Field } from "./field.js";
import { actionFields, channelFields, operationFields, paperFields, visibilityFields } from "./fields-choice.js";
import { kitFields } from "./fields-kit.js";
import { newOwnerFields, verifiedOwnerFields } from "./fields-owner.js";
import { responseFields } from "./fields-phone.js";
import { recoveryFields } from "./fields-recovery.js";
import { grantedLicense } from "./granted.js";
import type { WizardState } from "./state.js";

/** The fields of the step at hand, as they stand. A field that does not apply is not among them. */
export function fieldsOf(state: WizardState): readonly Field[] {
  switch (state.step) {
    case "visibility":
      return visibilityFields(state);
    case "action":
      return actionFields(state);
    case "kit":
      return kitFields(state);
    case "operation":
      return operationFields(state);
    case "owner":
      return newOwnerFields(state);
    case "recovery":
      return recoveryFields(state);
    case "verify-owner":
      return verifiedOwnerFields(state);
    case "channel":
      return channelFields(state);
    case "paper":
      return paperFields(state);
    case "phone-response":
      return responseFields(state);
    default:
      return [];
  }
}

/** Why the person cannot go on. @rule AQ-02 */
export type Hindrance =
  /** Fields are wrong: each says how. */
  | { readonly code: "acquisition/fields-wrong"; readonly fields: readonly string[] }
  /** The request was not saved yet. */
  | { readonly code: "acquisition/save-first" }
  /** The response was not opened yet. */
  | { readonly code: "acquisition/open-first" }
  /** The host works: the person waits. */
  | { readonly code: "acquisition/working" }
  /** Something failed: another way is chosen, or it is tried again. */
  | { readonly code: "acquisition/failed" }
  /** This is an end. */
  | { readonly code: "acquisition/ended" };

/** Why the person cannot go on from here; `undefined`: the step's input is valid. @rule AQ-02 */
export function hindranceOf(state: WizardState, fields: readonly Field[]): Hindrance | undefined {
  switch (state.step) {
    case "file-request":
      return state.made?.saved === true ? undefined : { code: "acquisition/save-first" };
    case "file-response":
      return grantedLicense(state) === undefined ? { code: "acquisition/open-first" } : undefined;
    case "comparing":
    case "reading":
    case "encoding":
    case "sending":
    case "checking":
    case "fetching":
    case "installing":
      return { code: "acquisition/working" };
    case "failure":
      return { code: "acquisition/failed" };
    case "closed":
      return { code: "acquisition/ended" };
    default: {
      const wrong = fields.filter((field) => field.wrong !== undefined);
      if (wrong.length === 0) return undefined;
      return { code: "acquisition/fields-wrong", fields: wrong.map(({ name }) => name) };
    }
  }
}
