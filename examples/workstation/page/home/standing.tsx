import type { License } from "licit/license";
import type { FoundFile } from "../../src/contract.js";
import { Icon } from "../icons.js";
import { useSpeech } from "../speech.js";
import { LicenseFacts } from "./license-facts.js";

export interface StandingProps {
  readonly licensed: boolean;
  readonly files: readonly FoundFile[];
}

/** Whether the program may run here, and by which license. */
export function Standing({ licensed, files }: StandingProps) {
  const { words } = useSpeech();
  const license = files.map(validLicense).find((one) => one !== undefined);
  return (
    <section className={`card standing ${licensed ? "card-good" : "card-bad"}`} aria-labelledby="standing">
      <div role="status">
        <h2 id="standing">
          <Icon shape={licensed ? "check" : "cross"} />
          {licensed ? words.home.licensed : words.home.notLicensed}
        </h2>
        <p>{licensed ? words.home.licensedText : words.home.notLicensedText}</p>
      </div>
      {licensed && license !== undefined && <LicenseFacts license={license} />}
    </section>
  );
}

function validLicense({ verdict }: FoundFile): License | undefined {
  return verdict.outcome === "valid" ? verdict.license : undefined;
}
