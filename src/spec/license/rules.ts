import type { Rule } from "../rule.js";
import { documentRules } from "./rules-documents.js";
import { fileRules } from "./rules-files.js";
import { phoneLicenseRules } from "./rules-phone.js";
import { validityRules } from "./rules-validity.js";

/** Every rule on licenses and their documents, and on what digits sign. */
export const licenseRules: readonly Rule[] = [...documentRules, ...validityRules, ...phoneLicenseRules, ...fileRules];
