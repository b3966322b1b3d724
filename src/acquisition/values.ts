import type { Fault } from "../core/index.js";
import { fieldChoices, fieldKinds, type FieldName, type FieldValue } from "./answers.js";

/** UTF-16 units of a text that is entered (included). */
export const textLimit = 4_096;

/** A value as its field takes it; `undefined` where the field cannot hold it. */
export function readValue(name: FieldName, value: unknown): FieldValue | undefined {
  switch (fieldKinds[name]) {
    case "flag":
      return typeof value === "boolean" ? value : undefined;
    case "choice":
      return typeof value === "string" && fieldChoices[name]?.includes(value) === true ? value : undefined;
    case "country":
      return typeof value === "string" ? readText(value) : readListed(value);
    case "port":
      return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : readText(value);
    default:
      return readText(value);
  }
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" && value.length <= textLimit ? value : undefined;
}

function readListed(value: unknown): FieldValue | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const [code, name] = [ownText(value, "code"), ownText(value, "name")];
  return code === undefined || name === undefined ? undefined : { code, name };
}

/** A text that the value has itself, and not by way of a getter. */
function ownText(value: object, name: string): string | undefined {
  return readText(Object.getOwnPropertyDescriptor(value, name)?.value);
}

/** Why a field cannot hold a value. */
export function valueFault(name: FieldName, value: unknown, path: Fault["path"]): Fault {
  const kind = fieldKinds[name];
  if (kind === "choice") return { path, rule: "choice", expected: (fieldChoices[name] ?? []).join(" | ") };
  if (kind === "flag") return { path, rule: "type", expected: "boolean" };
  return typeof value === "string"
    ? { path, rule: "length", limit: textLimit }
    : { path, rule: "type", expected: kind === "country" ? "text | { code, name }" : "text" };
}
