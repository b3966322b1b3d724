/** What a form sent, by field. */
export interface Form {
  readonly [name: string]: unknown;
}

/** The text of a form: of its file, or else of what was pasted. Bytes that are no UTF-8 are shown as such, and do not open. */
export async function uploaded(form: Form, file: string, pasted: string): Promise<string> {
  const chosen = form[file];
  if (chosen instanceof File && chosen.size > 0) return chosen.text();
  return field(form, pasted);
}

/** What was typed into a field of a form. */
export function field(form: Form, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value.trim() : "";
}

/** Whether a box was ticked. */
export function ticked(form: Form, name: string): boolean {
  return field(form, name) !== "";
}
