export { canonicalOwner, sameOwner } from "./canonical.js";
export { canonicalText } from "./canonical-text.js";
export { compareOwner, type OwnerComparison, type OwnerDifference } from "./compare.js";
export { digestOwner, matchOwnerDigest, parseOwnerDigest, type OwnerDigest } from "./digest.js";
export type { FileChannel, FileLanguage } from "./file-labels.js";
export type { Folds } from "./folds.js";
export {
  fieldOf,
  ownerFields,
  type Company,
  type Country,
  type Individual,
  type ListedCountry,
  type Owner,
  type OwnerField,
} from "./owner.js";
export {
  nothingRequired,
  ownerLimits,
  ownerSchema,
  parseOwner,
  standardRequired,
  type RequiredFields,
} from "./parse.js";
export { readOwnerFile, type OwnerFile } from "./read-file.js";
export { registerOwner, type NotConfirmed } from "./register.js";
export type { CountryOf, OwnerHint, Traits } from "./traits.js";
export { writeOwnerFile, type OwnerFileExtra } from "./write-file.js";
