/**
 * Says on stderr what was refused or went wrong, one JSON line each. Only words of this program go in: what a client sent, a
 * license's text or an owner's data never does.
 */
export function log(what: string, why: string): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), what, why })}\n`);
}

/** What was thrown, as far as it can be said without saying what it was about: messages quote their input. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "unknown";
  const { cause } = thrown;
  if ("code" in thrown && typeof thrown.code === "string") return thrown.code;
  return cause instanceof Error ? reasonOf(cause) : thrown.name;
}
