import type { PhoneSheet } from "licit/phone";
import { words } from "./languages.js";
import type { Language } from "./words.js";

/** Rows to read aloud. The style sheet marks the first one that is not ticked off. */
export function Dictation({ language, sheet }: { readonly language: Language; readonly sheet: PhoneSheet }) {
  const { desk } = words[language];
  return (
    <section>
      <h2>{desk.dictate}</h2>
      <p class="hint">{desk.dictateHint}</p>
      <ol class="dictation">
        {sheet.rows.map(({ groups, checksum }, index) => (
          <li>
            <label>
              <input type="checkbox" />
              <span>
                {desk.row} {index + 1}
              </span>
              <span class="digits">{groups.join(" ")}</span>
              <span>
                {desk.checksum} <span class="digits">{checksum}</span>
              </span>
            </label>
          </li>
        ))}
        <li>
          <label>
            <input type="checkbox" />
            <span>{desk.total}</span>
            <span class="digits">{sheet.total}</span>
          </label>
        </li>
      </ol>
    </section>
  );
}
