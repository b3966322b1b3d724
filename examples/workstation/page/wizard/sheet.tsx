import { dictate, type PhoneSheet } from "licit/phone";
import { useSpeech } from "../speech.js";

/** The digits to read to the operator, in the order in which they are read. */
export function Sheet({ sheet }: { readonly sheet: PhoneSheet }) {
  const { words, language } = useSpeech();
  return (
    <div className="sheet">
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.rows.digits}</th>
            <th scope="col">{words.rows.checksum}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ groups, checksum }, at) => (
            <tr key={at}>
              <th scope="row">{words.rows.row(at + 1)}</th>
              <td>
                <span className="groups">
                  {groups.map((group, place) => (
                    <Digits key={place} digits={group} />
                  ))}
                </span>
              </td>
              <td>
                <span className="caption" aria-hidden="true">
                  {words.rows.checksum}
                </span>
                <strong>
                  <Digits digits={checksum} />
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.rows.total}
            </th>
            <td>
              <strong>
                <Digits digits={sheet.total} />
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <details>
        <summary>{words.rows.aloud}</summary>
        <ol className="aloud">
          {dictate(sheet, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
    </div>
  );
}

/** A screen reader would read a group as a number. */
function Digits({ digits }: { readonly digits: string }) {
  return (
    <>
      <span aria-hidden="true">{digits}</span>
      <span className="visually-hidden">{Array.from(digits).join(" ")}, </span>
    </>
  );
}
