import { dayOf, MS_A_DAY, twoDigits } from "../core/index.js";
import { formatPin } from "../pins/index.js";
import type { Grammar } from "./words.js";

/** What a template is filled with. */
export type Values = { readonly [name: string]: unknown };

/** Items of a list that are said (included). */
const MOST_ITEMS = 5;
/** UTF-16 units of a text that are said (included): nobody reads more in a sentence. */
const LONGEST = 200;

/** Fills a template: see {@link Grammar}. What stands in brackets is left out where a value of it is missing. */
export function fill(template: string, values: Values, words: Grammar): string {
  return template
    .replace(/\[([^[\]]*)\]/g, (_, part: string) => (isComplete(part, values) ? part : ""))
    .replace(PLACE, (_, sign: string, name: string, forms: string) => place(sign, name, forms, values, words));
}

const PLACE = /\{([~@#]?)(\w+)((?:\|[^|{}]*)*)\}/g;

function isComplete(part: string, values: Values): boolean {
  return [...part.matchAll(PLACE)].every(([, , name = ""]) => {
    const value = valueIn(values, name);
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  });
}

function place(sign: string, name: string, forms: string, values: Values, words: Grammar): string {
  const value = valueIn(values, name);
  if (forms !== "") return forms.split("|")[1 + words.form(typeof value === "number" ? value : 0)] ?? "";
  if (sign === "#" && typeof value === "number") return String(value + 1);
  if (sign === "@") return dayIn(value, words);
  if (typeof value === "number" && (name === "reference" || name === "observed")) {
    return measured(value, values["parameter"], words);
  }
  return say(value, words, sign === "~", name);
}

/** What an outcome says itself, and not its prototype. */
function valueIn(values: Values, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function say(value: unknown, words: Grammar, inWords: boolean, name = ""): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return text(value, words, inWords, name);
  if (Array.isArray(value)) return list(value, words, inWords, name);
  return typeof value === "object" && value !== null ? member({ ...value }, words) : gap;
}

function text(value: string, words: Grammar, inWords: boolean, name: string): string {
  if (inWords) return term(value, words) ?? value;
  if (/pin$/i.test(name) && /^[0-9]{15,16}$/.test(value)) return formatPin(value);
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

function term(value: string, { terms }: Grammar): string | undefined {
  return Object.hasOwn(terms, value) ? terms[value] : undefined;
}

/** Differences in one parameter, once. */
function unique(findings: readonly unknown[]): readonly unknown[] {
  const nameOf = (one: unknown): unknown =>
    typeof one === "object" && one !== null && "parameter" in one ? one.parameter : one;
  return findings.filter((one, at) => findings.findIndex((other) => nameOf(other) === nameOf(one)) === at);
}

function list(items: readonly unknown[], words: Grammar, inWords: boolean, name: string): string {
  const said = items.slice(0, MOST_ITEMS).map((item) => say(item, words, inWords, name));
  const left = items.length - said.length;
  return [...said, ...(left > 0 ? [fill(words.more, { left }, words)] : [])].join(words.separator);
}

/** What stands in a list: a finding, a place of a PIN, a field with its hint, a fault with its path, a file, a dongle. */
function member(of: Values, words: Grammar): string {
  const { parameter, kind, set, place: at, field, hint, path, rule, directory, series, id, from, to } = of;
  if (typeof parameter === "string" && typeof kind === "string") return term(parameter, words) ?? parameter;
  if (Array.isArray(of["findings"])) return list(unique(of["findings"]), words, true, "findings");
  if (typeof of["seats"] === "number") return `${say(of["user"] ?? of["computer"], words, false)} – ${of["seats"]}`;
  if (set !== undefined && at !== undefined) return fill(words.pinPlace, of, words);
  if (typeof field === "string") {
    const why = typeof hint === "string" ? ` (${term(hint, words) ?? hint})` : "";
    return `${term(field === "kind" ? "ownerKind" : field, words) ?? field}${why}`;
  }
  if (Array.isArray(path) && typeof rule === "string")
    return `${path.map(String).join(".")} (${term(rule, words) ?? rule})`;
  if (typeof directory === "string") return pathOf(directory, say(of["name"] ?? "", words, false));
  if (typeof from === "number" && typeof to === "number") return from === to ? String(from) : `${from}–${to}`;
  if (series !== undefined) return `${say(series, words, false)} ${say(id, words, false)}`;
  return say(of["model"] ?? of["name"] ?? of["path"] ?? of["code"], words, true);
}

/** As its system writes it. */
function pathOf(directory: string, name: string): string {
  return directory.includes("\\") ? `${directory}\\${name}` : `${directory}/${name}`;
}

/** A moment as its day, UTC. */
function dayIn(value: unknown, words: Grammar): string {
  if (typeof value !== "number" || !Number.isFinite(value)) return gap;
  const { year, month, day } = dayOf(Math.floor(value / MS_A_DAY));
  return fill(words.date, { year, month: twoDigits(month), day: twoDigits(day) }, words);
}

/** What a comparison found, in the unit of its parameter. */
function measured(value: number, parameter: unknown, words: Grammar): string {
  if (parameter === "os.installedAt") return dayIn(value, words);
  if (parameter !== "memoryBytes") return String(value);
  return fill(words.size, { gib: Math.round((value / 2 ** 30) * 100) / 100 }, words);
}

/** What an outcome does not say. */
const gap = "…";
