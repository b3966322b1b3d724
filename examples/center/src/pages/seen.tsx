import type { OperatorView } from "licit/center";
import { describe } from "licit/messages";
import { formatPin } from "licit/pins";
import { Counted, History, PinTable } from "./facts.js";
import { words } from "./languages.js";
import { OnRecord } from "./on-record.js";
import type { Language } from "./words.js";

interface SeenProperties {
  readonly language: Language;
  readonly view: OperatorView;
}

/** Everything that an operator sees of a request: what is asked, what would be decided and why, what is on record. */
export function Seen({ language, view }: SeenProperties) {
  const { desk, kit: own } = words[language];
  return (
    <>
      <section>
        <h2>{desk.decision}</h2>
        <Decision language={language} view={view} />
      </section>
      <OnRecord language={language} view={view} />
      <AskedFor language={language} view={view} />
      {view.license === undefined ? null : (
        <section>
          <h2>{desk.differences}</h2>
          <Differences language={language} view={view} />
        </section>
      )}
      {view.kit === undefined ? null : (
        <section>
          <h2>
            {own.title}{" "}
            <a href={`/operator/kits/${view.kit.kit}`} target="_blank" rel="noopener">
              {view.kit.kit}
            </a>
          </h2>
          <PinTable language={language} rows={view.kit.pins} />
        </section>
      )}
      <section>
        <h2>{own.history}</h2>
        <History language={language} entries={view.history.slice(0, 10)} />
      </section>
    </>
  );
}

function Decision({ language, view: { problem, answer, path, violations } }: SeenProperties) {
  const { desk, changes } = words[language];
  if (problem !== undefined) return <p class="bad">{describe(problem, language)}</p>;
  return (
    <>
      {answer?.answer === "granted" ? <p class="good">{desk.granted}</p> : null}
      {answer?.answer === "would-be-granted" ? <p class="good">{desk.wouldBeGranted}</p> : null}
      {answer?.answer === "refused" ? <p class="bad">{describe(answer.refusal, language)}</p> : null}
      {path === undefined || path.obstacles.length === 0 ? null : (
        <>
          <h2>{desk.path}</h2>
          <ol>
            {path.obstacles.map(({ refusal, change }) => (
              <li>
                {describe(refusal, language)}
                {change === undefined ? null : (
                  <strong>
                    {" → "}
                    {changes[change.change]}
                    {"pin" in change ? ` ${formatPin(change.pin)}` : ""}
                  </strong>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      <Counted language={language} tallies={violations} />
    </>
  );
}

function AskedFor({ language, view: { request } }: SeenProperties) {
  const { desk, operations } = words[language];
  if (request === undefined) return null;
  const { operation, pin } = request.by === "phone" ? request.fields : request.document;
  return (
    <section>
      <h2>{desk.request}</h2>
      <p>
        {operations[operation]}, PIN <span class="digits">{formatPin(pin)}</span>
      </p>
      {request.by === "phone" ? (
        <table>
          {request.sheet.rows.map(({ groups, checksum }, index) => (
            <tr>
              <th>
                {desk.row} {index + 1}
              </th>
              <td class="digits">{groups.join(" ")}</td>
              <td>
                {desk.checksum} <span class="digits">{checksum}</span>
              </td>
            </tr>
          ))}
          <tr>
            <th>{desk.total}</th>
            <td />
            <td class="digits">{request.sheet.total}</td>
          </tr>
        </table>
      ) : null}
    </section>
  );
}

function Differences({ language, view: { owner, computer } }: SeenProperties) {
  const { desk, kit: own } = words[language];
  const fields = owner?.fields ?? [];
  const findings = computer !== undefined && "findings" in computer ? computer.findings : [];
  return (
    <>
      <p>
        {own.owner}: {owner?.same === false ? <span class="bad">≠</span> : desk.same}
      </p>
      <ul>
        {fields.map(({ field, hint, stored, entered }) => (
          <li>
            {field} ({hint}): {shown(stored)} → {shown(entered)}
          </li>
        ))}
      </ul>
      <p>
        {own.computer}: {computer?.outcome === "same" ? desk.same : <span class="bad">{computer?.outcome}</span>}
      </p>
      <ul>
        {findings.map((finding) => (
          <li>{describe(finding, language)}</li>
        ))}
      </ul>
    </>
  );
}

function shown(value: unknown): string {
  if (value === undefined) return "—";
  return typeof value === "string" ? `“${value}”` : JSON.stringify(value);
}
