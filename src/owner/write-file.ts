import { utf8Encode } from "../core/index.js";
import { canonicalText } from "./canonical-text.js";
import {
  channelWords,
  kindWords,
  labelWords,
  type FileChannel,
  type FileLanguage,
  type FileName,
} from "./file-labels.js";
import { fieldOf, ownerFields, type Country, type Owner } from "./owner.js";

/** What a saved file can carry beside the owner: what a recovery will ask for. @rule OW-12 @source S2 p. 5; S4 */
export interface OwnerFileExtra {
  readonly kit?: string | undefined;
  /** The PIN that was used. */
  readonly pin?: string | undefined;
  /** How the license was acquired: one acquired by phone is recovered by phone only, and no other is. */
  readonly channel?: FileChannel | undefined;
  readonly computer?: string | undefined;
}

/**
 * Writes an owner to a text file, customarily `licdata.txt`: one `Label: value` a line, UTF-8 with a byte order mark,
 * CRLF. Values stand in their canonical form, so that each is one line; a country from the list as `RU|Россия`. It reads
 * back to the same owner.
 *
 * Throws `RangeError` on a lone surrogate, which `parseOwner` refuses.
 *
 * @rule OW-09, OW-12
 * @source S1 ("Save data"); S2 p. 5, 10; S4 ("you can search for it on your computer in the licdata.txt file")
 * @example
 * ```ts
 * import { utf8Decode } from "licit";
 * import { writeOwnerFile } from "licit/owner";
 *
 * const owner = { kind: "company", organization: "ООО «Ромашка»", town: "Москва" } as const;
 * const bytes = writeOwnerFile(owner, { pin: "381505376410122" }, "ru");
 *
 * utf8Decode(bytes); // → { ok: true, value: "\ufeffВладелец лицензии: Организация\r\nОрганизация: ООО «Ромашка»\r\nГород: Москва\r\nПинкод: 381505376410122\r\n" }
 * ```
 */
export function writeOwnerFile(owner: Owner, extra: OwnerFileExtra = {}, language: FileLanguage = "en"): Uint8Array {
  const { kit, pin, channel, computer } = extra;
  const lines: readonly (readonly [FileName, string])[] = [
    ["kind", kindWords.word(owner.kind, language)],
    ...ownerFields.map((field) => {
      const value = fieldOf(owner, field);
      return [field, field === "country" ? writtenCountry(value) : written(value)] as const;
    }),
    ["kit", written(kit)],
    ["pin", written(pin)],
    ["channel", channel === undefined ? "" : channelWords.word(channel, language)],
    ["computer", written(computer)],
  ];
  const text = lines
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${labelWords.word(name, language)}: ${value}\r\n`)
    .join("");
  return utf8Encode(`\ufeff${text}`);
}

function written(value: Country | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return `${value.code}|${canonicalText(value.name)}`;
  return canonicalText(value);
}

/** A country; one that was typed and only looks like an entry of the list gets a `\\` in front. */
function writtenCountry(value: Country | undefined): string {
  const text = written(value);
  return typeof value === "string" && /^\\*[A-Z]{2}\|/.test(text) ? `\\${text}` : text;
}
