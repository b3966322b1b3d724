/** Who owns a license. Every field is a text; absent or empty means none. @rule OW-01 @source S2 p. 9 f., 30 (figures) */
export type Owner = Company | Individual;

/** A company, with the person who represents it. */
export interface Company extends OwnerFields {
  readonly kind: "company";
  readonly organization?: string | undefined;
}

/** A person. */
export interface Individual extends OwnerFields {
  readonly kind: "individual";
}

interface OwnerFields {
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly email?: string | undefined;
  readonly country?: Country | undefined;
  readonly zip?: string | undefined;
  /** Region or area. */
  readonly region?: string | undefined;
  readonly district?: string | undefined;
  readonly town?: string | undefined;
  readonly street?: string | undefined;
  readonly house?: string | undefined;
  readonly building?: string | undefined;
  /** Apartment or office. */
  readonly apartment?: string | undefined;
}

/** A country: as it was typed, or an entry of the list. @rule OW-08 */
export type Country = string | ListedCountry;

/** A country chosen from a list. Only its code counts, whatever the language of its name. */
export interface ListedCountry {
  /** ISO 3166-1 alpha-2: two letters A–Z. */
  readonly code: string;
  readonly name: string;
}

/** A field of an owner. */
export type OwnerField = "organization" | keyof OwnerFields;

/** All fields, in the order of the form. */
export const ownerFields: readonly OwnerField[] = [
  "organization",
  "lastName",
  "firstName",
  "middleName",
  "email",
  "country",
  "zip",
  "region",
  "district",
  "town",
  "street",
  "house",
  "building",
  "apartment",
];

/** What an owner's field holds. An individual has no organization. */
export function fieldOf(owner: Owner, field: OwnerField): Country | undefined {
  if (field === "organization") return owner.kind === "company" ? owner.organization : undefined;
  return owner[field];
}
