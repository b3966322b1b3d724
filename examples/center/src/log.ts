/**
 * A line of the log, in JSON, on standard error. What customers send, PINs and owners among it, never goes in: of a request
 * only which page it was for, and what code it came to.
 */
export interface LogLine {
  readonly event: string;
  readonly method?: string;
  readonly page?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly code?: string;
  readonly from?: string;
  readonly error?: string;
}

export type Log = (line: LogLine) => void;

export const log: Log = (line) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
};

/** What an error is, without what it was about: a database names the values that it stumbled over. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}`;
}
