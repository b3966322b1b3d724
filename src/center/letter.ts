import type { KitNumber, Pin } from "../pins/index.js";

/** A letter to the licensing center. @rule CE-13 @source S2 p. 34; S3; S4 */
export type Letter = AdditionalPinLetter | LostDataLetter | RequestFileLetter;

/** Asks for a PIN beyond those of the kit. Texts are up to 1,000 UTF-16 units (included), as everywhere in letters. */
export interface AdditionalPinLetter {
  readonly kind: "additional-pin";
  readonly kit: KitNumber;
  readonly company: string;
  /** The current PIN, to be replaced. */
  readonly pin: Pin;
  readonly taxNumber?: string | undefined;
  readonly reason: string;
}

/** Asks for PINs, or for the owner's data, that were lost. */
export interface LostDataLetter {
  readonly kind: "lost-data";
  readonly wants: "pins" | "owner";
  readonly kit: KitNumber;
  /** The organization's name; of an individual, last and first name. */
  readonly name: string;
  readonly taxNumber?: string | undefined;
  readonly reason: string;
}

/** Sends a request file: an armored document, as `sealRequest` gives it. */
export interface RequestFileLetter {
  readonly kind: "request-file";
  readonly document: string;
}
