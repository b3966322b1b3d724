import type { NoUse } from "../allocation/index.js";
import type { FileError, LicenseReason } from "../license/index.js";
import type { PlatformMessage } from "../platform/index.js";
import type { Evidence } from "./cause.js";
import { nameOf, type Facts } from "./facts.js";
import type { ObservationName } from "./observations.js";

// What an observation says of a cause: one evidence for each item that says it.

type Grade = Evidence["certainty"];

/** Licenses that may not be used for one of these reasons. */
export function verdicts({ licenses }: Facts, ...codes: readonly LicenseReason["code"][]): readonly Evidence[] {
  return licenses.flatMap((one) =>
    one.verdict.reasons
      .filter(({ code }) => codes.includes(code))
      .map(({ code }) => seen("certain", "licenses", code, nameOf(one))),
  );
}

/** Files that are passed over for one of these reasons. */
export function passedOver({ refused }: Facts, ...codes: readonly FileError["code"][]): readonly Evidence[] {
  return refused
    .filter(({ error }) => codes.includes(error.code))
    .map(({ name, error }) => seen("certain", "visible", error.code, name));
}

/** What the platform said. */
export function said(
  facts: Facts,
  certainty: Grade,
  ...codes: readonly PlatformMessage["code"][]
): readonly Evidence[] {
  return facts.messages
    .filter(({ code }) => codes.includes(code))
    .map((message) => seen(certainty, "messages", message.code, nameInMessage(facts, message)));
}

/** Why licenses that a search found did not serve. */
export function found({ denial }: Facts, certainty: Grade, ...whys: readonly NoUse[]): readonly Evidence[] {
  const all = denial?.trail.flatMap((step) => step.found) ?? [];
  return all.filter(({ why }) => whys.includes(why)).map(({ license, why }) => seen(certainty, "denial", why, license));
}

/** Why a center, a kit or a parser refused. */
export function refused({ refusal }: Facts, certainty: Grade, ...codes: readonly string[]): readonly Evidence[] {
  return refusal !== undefined && codes.includes(refusal.code) ? [seen(certainty, "refusal", refusal.code)] : [];
}

/** One evidence, where something is so. */
export function when(holds: boolean, certainty: Grade, from: ObservationName, says: string): readonly Evidence[] {
  return holds ? [seen(certainty, from, says)] : [];
}

export function seen(certainty: Grade, from: ObservationName, says: string, license?: string): Evidence {
  return { certainty, from, says, ...(license !== undefined && { license }) };
}

/** What the license that a message is about is called, where it names a file. */
export function nameInMessage({ byFile }: Facts, { file }: PlatformMessage): string | undefined {
  const name = file?.split(/[\\/]/).at(-1);
  const known = name === undefined ? undefined : byFile.get(name);
  return (known && nameOf(known)) ?? name;
}
