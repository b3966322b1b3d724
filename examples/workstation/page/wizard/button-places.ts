import type { Button, WizardButton } from "licit/acquisition";

/** Where on a screen a button stands: beside the row or the total that it is about, under what is to be done, or at the end. */
export type ButtonPlace = "row" | "total" | "work" | "end";

const places: { readonly [B in WizardButton]: ButtonPlace } = {
  cancel: "end",
  leave: "end",
  "save-owner-data": "work",
  "open-owner-data": "work",
  "read-again": "work",
  "save-request": "work",
  "open-page": "work",
  "open-response": "work",
  "confirm-row": "row",
  "reject-row": "row",
  "confirm-total": "total",
  "try-again": "work",
  "other-channel": "work",
  correct: "work",
};

export function buttonsAt(place: ButtonPlace, buttons: readonly Button[]): readonly Button[] {
  return buttons.filter(({ button }) => places[button] === place);
}
