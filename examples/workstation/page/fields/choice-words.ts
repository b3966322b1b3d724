import type { ChoiceWords, Labels } from "licit/messages";

/** What a choice is called, and what it means; of a newer version's choice, its own name. */
export function choiceWords({ choices }: Labels, field: string, value: string): ChoiceWords {
  const known: { readonly [name: string]: ChoiceWords | undefined } = choices;
  return known[`${field}:${value}`] ?? { name: value, description: "" };
}
