import type { Field } from "licit/acquisition";
import { ChoiceField } from "./choice-field.js";
import { CountryField } from "./country-field.js";
import type { FieldProps } from "./field-props.js";
import { FlagField } from "./flag-field.js";
import { RowField } from "./row-field.js";
import { TextField } from "./text-field.js";

export interface FieldsProps extends Omit<FieldProps, "field" | "alone"> {
  readonly fields: readonly Field[];
}

/** The fields of a step, in the order of the view. */
export function Fields({ fields, ...rest }: FieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="fields">
      {fields.map((field) => (
        <OneField key={field.name} field={field} alone={fields.length === 1} {...rest} />
      ))}
    </div>
  );
}

function OneField(props: FieldProps) {
  switch (props.field.kind) {
    case "flag":
      return <FlagField {...props} />;
    case "choice":
      return <ChoiceField {...props} />;
    case "country":
      return <CountryField {...props} />;
    case "row":
    case "checksum":
      return <RowField {...props} />;
    default:
      return <TextField {...props} />;
  }
}
