import type { Words } from "../words.js";
import { basics, nethasp, phone } from "./basics.js";
import { causes, findings, remedies } from "./causes.js";
import { instead, kits } from "./kits.js";
import { center, licenses, seats } from "./licenses.js";
import { terms } from "./terms.js";
import { wizard } from "./wizard.js";

/** English. */
export const english: Words = {
  codes: { ...basics, ...phone, ...nethasp, ...kits, ...licenses, ...seats, ...center, ...causes, ...wizard },
  instead,
  remedies,
  findings,
  tolerated: "That is allowed.",
  terms,
  unknown: "Something happened that this program has no words for: {code}.",
  certainty: { certain: "{said}", partial: "Probably: {said}", none: "Perhaps: {said}" },
  separator: ", ",
  more: "and {left} more",
  pinPlace: "No. {place} of the {~set} PINs",
  date: "{year}-{month}-{day}",
  size: "{gib} GiB",
  form: (n) => (n === 1 ? 0 : 1),
};
