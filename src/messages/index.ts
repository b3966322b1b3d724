export type { Code, Coded, Describable, Instead, Reported } from "./described.js";
export { describe, describeEnglish, describeRussian } from "./describe.js";
export type { ChoiceName, ChoiceWords, Labels, StepWords } from "./labels.js";
export { labelsIn, placeInWords, progressInWords } from "./label.js";
export { termInWords } from "./term.js";
export type { Term } from "./terms.js";
