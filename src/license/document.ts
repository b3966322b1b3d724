import { inputError, type Fault, type InputError, type Result } from "../core/index.js";

/** What a document is, by the label of its armor. */
export type DocumentLabel = "LICIT LICENSE" | "LICIT PHONE LICENSE" | "LICIT REFUSAL" | "LICIT REQUEST";

/** Bounds of a document (included). */
export const documentLimits = {
  /** UTF-16 units of a text that may hold a document, with all that stands around it. */
  text: 1_000_000,
} as const;

/** Why a text holds no document of the kind that is wanted. The first that applies. */
export type DocumentError =
  | { readonly code: "license/too-large"; readonly limit: number }
  /** Nothing in the text begins a document of this library. */
  | { readonly code: "license/no-document" }
  | { readonly code: "license/several-documents"; readonly count: number }
  | { readonly code: "license/other-document"; readonly label: string; readonly expected: readonly DocumentLabel[] }
  /** It is cut off, or something in it is no letter of its alphabet: `at` is an index in UTF-16 units, where one is to blame. */
  | { readonly code: "license/damaged"; readonly at?: number }
  /** The signed header says what is not taken: another algorithm or type, or a member beside them. */
  | { readonly code: "license/header-refused"; readonly member: string }
  /** What is signed or sealed is not well formed: whoever made it, made it wrongly. */
  | { readonly code: "license/malformed"; readonly faults: readonly Fault[] };

/** The faults of what is signed, as a document's error. */
export function malformed({ faults }: InputError): DocumentError {
  return { code: "license/malformed", faults };
}

/** That a signed text is no canonical JSON: a name twice, blanks, a fraction. */
export const notCanonical: InputError = inputError([{ path: [], rule: "format", expected: "canonical JSON" }]);

/** What was parsed of a value that the caller composed. Throws `RangeError` on faults: those are the caller's own. */
export function sound<T>(parsed: Result<T, InputError>): T {
  if (!parsed.ok) throw new RangeError(`not well formed: ${JSON.stringify(parsed.error.faults)}`);
  return parsed.value;
}
