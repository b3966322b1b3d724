/** An object whose members may be anything. */
export interface Members {
  readonly [name: string]: unknown;
}

/** Whether a value that came as JSON is an object, and no list. */
export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value where it is a text of at most so many UTF-16 units (included). */
export function textOf(value: unknown, limit: number): string | undefined {
  return typeof value === "string" && value.length <= limit ? value : undefined;
}

/** What a text says as JSON; `undefined` where it is none: no JSON text means that. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
