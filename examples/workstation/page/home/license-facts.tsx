import type { License } from "licit/license";
import { pinShown } from "../formats.js";
import { useSpeech } from "../speech.js";

/** What a person knows a license by. */
export function LicenseFacts({ license: { kind, kit, pin, expiresAt } }: { readonly license: License }) {
  const { words, labels, day } = useSpeech();
  return (
    <dl className="facts">
      <div>
        <dt>{labels.fields.kind}</dt>
        <dd>{labels.choices[`kind:${kind}`].name}</dd>
      </div>
      <div>
        <dt>{labels.fields.kit}</dt>
        <dd className="digits">{kit}</dd>
      </div>
      <div>
        <dt>{labels.fields.pin}</dt>
        <dd className="digits">{pinShown(pin)}</dd>
      </div>
      <div>
        <dt>{words.files.validity}</dt>
        <dd>{expiresAt === undefined ? words.files.unlimited : words.files.until(day(expiresAt))}</dd>
      </div>
    </dl>
  );
}
