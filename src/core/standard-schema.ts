import type { Fault, InputError } from "./input.js";
import type { Result } from "./result.js";

/**
 * A Standard Schema (https://standardschema.dev, version 1), which form and server libraries take directly. Written out
 * here, as its authors intend, so that no types of a validation library reach a consumer.
 */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "licit";
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: unknown; readonly output: T } | undefined;
  };
}

/** What a Standard Schema answers. */
export type StandardResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

/** A fault in the form that Standard Schema prescribes: a message for developers, and the path. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** The Standard Schema of a parser. */
export function standardSchema<T>(parse: (input: unknown) => Result<T, InputError>): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "licit",
      validate(input) {
        const parsed = parse(input);
        if (parsed.ok) return { value: parsed.value };
        return { issues: parsed.error.faults.map((fault) => ({ message: messageOf(fault), path: fault.path })) };
      },
    },
  };
}

function messageOf({ rule, expected, limit }: Fault): string {
  const detail = limit ?? expected;
  return detail === undefined ? rule : `${rule}: ${detail}`;
}
