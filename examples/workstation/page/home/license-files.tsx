import type { LicenseVerdict } from "licit/license";
import type { FoundFile } from "../../src/contract.js";
import { useSpeech } from "../speech.js";
import { Differences } from "../differences.js";
import { LicenseFacts } from "./license-facts.js";

/** Each license file, and what became of it. */
export function LicenseFiles({ files }: { readonly files: readonly FoundFile[] }) {
  const { words } = useSpeech();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words.files.title}</h2>
      {files.length === 0 && <p className="dim">{words.files.none}</p>}
      <ul className="plain-list">
        {files.map((file) => (
          <LicenseFile key={file.path} file={file} />
        ))}
      </ul>
    </section>
  );
}

function LicenseFile({ file: { path, verdict } }: { readonly file: FoundFile }) {
  const { words, say } = useSpeech();
  return (
    <li className="card">
      <p className="card-line">
        <span className="path">{path}</span>
        <Verdict outcome={verdict.outcome} />
      </p>
      {verdict.outcome === "passed-over" ? (
        <p>{say({ code: verdict.code })}</p>
      ) : (
        <>
          {verdict.reasons.map((reason) => (
            <p key={reason.code}>{say(reason)}</p>
          ))}
          <Grace verdict={verdict} />
          {verdict.license !== undefined && <LicenseFacts license={verdict.license} />}
          <Differences title={words.files.changed} findings={verdict.comparison?.findings ?? []} />
        </>
      )}
    </li>
  );
}

const looks = { valid: "good", invalid: "bad", undetermined: "unsure", "passed-over": "unsure" } as const;

function Verdict({ outcome }: { readonly outcome: FoundFile["verdict"]["outcome"] }) {
  const { words } = useSpeech();
  const { valid, invalid, undetermined, passedOver } = words.files;
  const said = { valid, invalid, undetermined, "passed-over": passedOver };
  return <span className={`badge badge-${looks[outcome]}`}>{said[outcome]}</span>;
}

function Grace({ verdict }: { readonly verdict: LicenseVerdict }) {
  const { words, day } = useSpeech();
  if (verdict.outcome !== "valid" || verdict.graceUntil === undefined) return null;
  return <p>{words.files.grace(day(verdict.graceUntil))}</p>;
}
