import type { OwnerDifference } from "licit/owner";
import type { PinKitError } from "licit/pins";

/** Why a kit refused, and what to do, in words. */
export function whyRefused(error: PinKitError): string {
  switch (error.code) {
    case "pins/spare-is-current":
      return `the current PIN is not its own spare; ${todo(error)}`;
    case "pins/superseded":
      return `superseded ${new Date(error.since).toISOString().slice(0, 10)}; ${todo(error)}`;
    case "pins/unused-pin-left":
      return `an unused PIN is left; ${todo(error)}`;
    default:
      return `${error.code}; ${todo(error)}`;
  }
}

function todo(error: PinKitError): string {
  if (error.instead !== "use-an-unused-pin") return error.instead.replaceAll("-", " ").replace("pin", "PIN");
  return `use PIN no. ${error.unused.place} of the ${error.unused.set} set`;
}

/** What a customer is told of a field that differs. */
export function whatDiffers({ field, hint }: OwnerDifference): readonly [field: string, words: string] {
  return [field, hintWords[hint]];
}

const hintWords: { readonly [H in OwnerDifference["hint"]]: string } = {
  presence: "filled in on one side only: was it empty at the time?",
  "same-country": "the same country, but another name: try what you would have typed then",
  "letter-case": "upper or lower case",
  "look-alike": "a letter of another alphabet that looks the same: type it anew, in one keyboard layout",
  punctuation: "quotes, dashes, punctuation or blanks",
  "near-miss": "nearly right: a slip, or another spelling",
  different: "different",
};
