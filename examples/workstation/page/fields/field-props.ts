import type { Button, Entered, Field, WizardButton } from "licit/acquisition";

/** What every field is given. */
export interface FieldProps {
  readonly field: Field;
  /** "Next" was refused: everything that is wrong is said. */
  readonly refused: boolean;
  readonly enter: (values: Entered) => void;
  /** The field is all that the step asks: its heading says already what it is about. */
  readonly alone: boolean;
  readonly buttons: readonly Button[];
  readonly press: (button: WizardButton) => void;
}
