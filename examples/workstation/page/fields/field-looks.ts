import type { Field, FieldName } from "licit/acquisition";

/** How wide a field is, in twelfths of a line: as wide as what goes into it. Others take the whole line. */
const widths: { readonly [F in FieldName]?: 3 | 4 | 5 | 6 | 8 } = {
  kit: 6,
  pin: 6,
  currentPin: 6,
  sparePin: 6,
  host: 8,
  port: 4,
  lastName: 4,
  firstName: 4,
  middleName: 4,
  email: 6,
  country: 6,
  zip: 4,
  region: 8,
  district: 6,
  town: 6,
  house: 3,
  building: 4,
  apartment: 5,
};

export function widthOf({ name }: Field): string {
  const width = widths[name];
  return width === undefined ? "" : `field-${width}`;
}

/** What the browser may fill in. @see https://www.w3.org/TR/WCAG22/#input-purposes */
const purposes: { readonly [F in FieldName]?: string } = {
  organization: "organization",
  lastName: "family-name",
  firstName: "given-name",
  middleName: "additional-name",
  email: "email",
  country: "country-name",
  zip: "postal-code",
  region: "address-level1",
  town: "address-level2",
};

export function autoComplete(name: FieldName): string {
  return purposes[name] ?? "off";
}
