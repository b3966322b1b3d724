export { fromBase64url, toBase64url } from "./base64url.js";
export { isBlank, isBlankText } from "./blanks.js";
export { bytesToHex, hexToBytes, utf8Decode, utf8Encode, type BytesError } from "./bytes.js";
export { dayOf, monthStart, MS_A_DAY, twoDigits, type CalendarDay } from "./calendar.js";
export { canonicalJson, type CanonicalJsonError, type Json } from "./canonical-json.js";
export { compareCodePoints, loneSurrogateAt } from "./code-points.js";
export { readTypedDigits, type TypedDigitsError } from "./typed-digits.js";
export { decimalDigit } from "./decimal-digits.js";
export { handle, replay, throwingDecider, type Decider, type Decision, type ThrowingDecider } from "./decider.js";
export { hmacSha256Hex, sha256Hex } from "./digest.js";
export { bytesToInteger, fromDigits, integerToBytes, toDigits, type DigitsError } from "./digits.js";
export { inputError, type Fault, type FaultRule, type InputError } from "./input.js";
export { type OtherNames, type PlainLimits } from "./plain.js";
export {
  blsAlgorithm,
  type Open,
  type RandomBytes,
  type Seal,
  type Sealed,
  type Sign,
  type Stretch,
  type Verify,
} from "./ports.js";
export { err, ok, type Result } from "./result.js";
/** @internal */
export { parseWith } from "./schema.js";
export { standardSchema, type StandardIssue, type StandardResult, type StandardSchema } from "./standard-schema.js";
