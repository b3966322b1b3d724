import type { Rule } from "../rule.js";
import { copyRules } from "./rules-copies.js";
import { documentRules } from "./rules-documents.js";
import { fileRules } from "./rules-files.js";
import { formRules } from "./rules-forms.js";
import { phoneLicenseRules } from "./rules-phone.js";
import { requestRules } from "./rules-requests.js";
import { validityRules } from "./rules-validity.js";

/** Every rule on licenses and their documents, and on what digits sign. */
export const licenseRules: readonly Rule[] = [
  ...documentRules,
  ...requestRules,
  ...validityRules,
  ...phoneLicenseRules,
  ...formRules,
  ...copyRules,
  ...fileRules,
];
