export { checkRow, checkRowOf, type RowCheck, type RowError } from "./check-row.js";
export { rowChecksum, totalChecksum, type MessageKind } from "./checksum.js";
export { dictate, type DictationStyle } from "./dictate.js";
export { acquirableByPhone, type NotByPhone, type PhoneCandidate } from "./eligible.js";
export {
  checksumOf,
  entryOf,
  responseEntry,
  totalOf,
  type EnteredRow,
  type EntryCommand,
  type EntryError,
  type EntryEvent,
  type EntryState,
} from "./entry.js";
export { sheetText, type MessageError } from "./message.js";
export type { PhoneLanguage } from "./number-words.js";
export { decodeRequest, encodeRequest, type PhoneOperation, type RequestError, type RequestFields } from "./request.js";
export { decodeResponse, encodeResponse, type ResponseError, type ResponseFields } from "./response.js";
export { requestLayout, responseLayout, sheetOf, type PhoneLayout, type PhoneRow, type PhoneSheet } from "./sheet.js";
