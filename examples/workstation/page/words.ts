import type { EffectType } from "licit/acquisition";
import type { Evidence } from "licit/diagnosis";
import type { PlayedChange } from "../src/contract.js";
import type { Trouble } from "./trouble.js";

export type Language = "en" | "ru";

/** The page's own words: what the library has no words for, because it draws no page. */
export interface Words {
  readonly name: string;
  readonly skip: string;
  readonly language: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly home: HomeWords;
  readonly files: FileWords;
  readonly causes: CauseWords;
  readonly differences: DifferenceWords;
  readonly play: PlayWords;
  readonly stored: StoredWords;
  readonly wizard: WizardWords;
  readonly chooser: ChooserWords;
  readonly rows: RowWords;
  readonly installation: InstallationWords;
  readonly trouble: { readonly [T in Trouble]: string };
}

interface HomeWords {
  readonly title: string;
  readonly licensed: string;
  readonly licensedText: string;
  readonly notLicensed: string;
  readonly notLicensedText: string;
  readonly start: string;
  readonly startAnother: string;
}

interface FileWords {
  readonly title: string;
  readonly none: string;
  readonly valid: string;
  readonly invalid: string;
  readonly undetermined: string;
  readonly passedOver: string;
  readonly validity: string;
  readonly until: (day: string) => string;
  readonly unlimited: string;
  readonly grace: (day: string) => string;
  readonly changed: string;
}

interface CauseWords {
  readonly title: string;
  readonly nothingSeen: string;
  readonly sure: { readonly [C in Evidence["certainty"]]: string };
  /** Beside those that something speaks for; and where nothing speaks for any. */
  readonly more: (count: number) => string;
  readonly possible: (count: number) => string;
  readonly restsOn: string;
  readonly from: { readonly [O in Evidence["from"]]: string };
}

interface DifferenceWords {
  readonly breaking: string;
}

interface PlayWords {
  readonly title: string;
  readonly hint: string;
  readonly legend: string;
  readonly changes: { readonly [C in PlayedChange]: string };
  readonly asItIs: string;
  readonly differs: string;
  readonly stays: string;
  readonly falls: string;
}

interface StoredWords {
  readonly title: string;
  readonly text: (step: string | undefined) => string;
  readonly goOn: string;
  readonly startOver: string;
  readonly lost: string;
}

interface WizardWords {
  readonly toHome: string;
  readonly earlier: string;
  readonly optional: string;
  readonly right: string;
  readonly differs: (how: string) => string;
  readonly asTyped: string;
  readonly failedAt: (step: string) => string;
  readonly support: string;
  /** Said where nothing else on the screen says it. */
  readonly done: { readonly [E in EffectType]?: string };
  readonly doing: { readonly [E in EffectType]: string };
  readonly cancel: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
}

interface ChooserWords {
  readonly title: string;
  readonly choose: string;
  readonly drop: string;
  readonly cancel: string;
}

interface RowWords {
  readonly digits: string;
  readonly checksum: string;
  readonly row: (row: number) => string;
  readonly total: string;
  readonly readOut: (checksum: string) => string;
  readonly didYouMean: string;
  readonly take: (digits: string) => string;
  readonly aloud: string;
}

interface InstallationWords {
  readonly product: string;
  readonly place: string;
  readonly supersededPin: string;
  readonly file: string;
}
