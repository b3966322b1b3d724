import { scryptSync } from "node:crypto";
import type { Stretch } from "licit";
import {
  wizard,
  type Effect,
  type Outcome,
  type WizardInput,
  type WizardState,
  type WizardView,
} from "licit/acquisition";
import { bindsEnough, type KeyParameters } from "licit/fingerprint";
import { phoneLicense, phoneRequest, phoneResponse, type LicenseRequest } from "licit/license";
import type { PhoneSheet } from "licit/phone";
import { officePc } from "./office-pc.js";
import { newKeys, randomBytes, valueOf, type VendorKeys } from "./keys.js";

/** One screen of the wizard, and what the person does on it. */
export interface Screen {
  readonly view: WizardView;
  readonly did: string;
}

/** The way by phone: no internet here, none elsewhere. */
export interface WizardTour {
  readonly screens: readonly Screen[];
  readonly broken: readonly string[];
}

const stretch: Stretch = (secret, salt, { cost, blockSize, parallelism, length }) =>
  new Uint8Array(scryptSync(secret, salt, length, { N: cost, r: blockSize, p: parallelism, maxmem: 2 ** 26 }));

const context = {
  issuer: "Example Vendor",
  product: "ledger",
  opened: "at-start",
  found: { license: false, dongle: false },
  storable: "for-everyone",
  runsOn: "workstation",
  kind: "single-user",
  center: "unreachable",
  internetElsewhere: false,
} as const;

const owner = {
  organization: "ООО «Ромашка»",
  country: "Россия",
  zip: "123056",
  town: "Москва",
  street: "Селезнёвская ул.",
  house: "21",
  confirmed: true,
};

/** What the person enters on a screen, and how that is told. */
const answers: { readonly [step: string]: readonly [values: { readonly [name: string]: unknown }, told: string] } = {
  action: [{ action: "acquire" }, "acquire a license"],
  kit: [{ kit: "8050525679", pin: "381 505 376 410 122" }, "types kit number and PIN"],
  operation: [{ operation: "first-time" }, "first-time registration"],
  owner: [owner, "types the owner, and confirms"],
  channel: [{ channel: "phone" }, "by phone, as recommended"],
  "phone-request": [{}, "reads four rows and the total to the operator"],
  confirm: [{}, "confirms"],
};

/** Walks the wizard by phone: a host that makes and checks real digits, a center that signs them, and one row misheard. */
export function wizardTour(own: KeyParameters): WizardTour {
  const computer = bindsEnough(own).ok ? own : officePc;
  const keys = newKeys();
  const screens: Screen[] = [];
  let { state } = wizard.start(context);
  let response: PhoneSheet | undefined;
  for (let moves = 0; moves < 40 && wizard.view(state).step !== "finish"; moves++) {
    const view = wizard.view(state);
    const [effect] = view.owed;
    if (effect !== undefined) {
      screens.push({ view, did: "…" });
      if (effect.type === "encode-for-phone") response = dictated(effect.request, keys);
      state = give(state, { type: "outcome", effect: effect.id, outcome: outcomeOf(effect, computer, keys) });
    } else if (view.step === "phone-response" && response !== undefined) {
      state = typeRows(state, response, screens);
    } else {
      const [values, told] = answers[view.step] ?? [{}, "next"];
      const filled = wizard.submit(state, { type: "enter", step: view.step, values }).state;
      screens.push({ view: wizard.view(filled), did: told });
      state = give(filled, { type: "next", step: view.step });
    }
  }
  const end = wizard.view(state);
  screens.push({ view: end, did: "done" });
  return { screens, broken: end.step === "finish" ? [] : [`the wizard ends on ${end.step}`] };
}

function give(state: WizardState, input: WizardInput): WizardState {
  return wizard.submit(state, input).state;
}

/** What the host does: it reads, turns into digits, checks, stores. */
function outcomeOf(effect: Effect, computer: KeyParameters, keys: VendorKeys): Outcome {
  switch (effect.type) {
    case "gather-parameters": {
      const id = Buffer.from(randomBytes(16)).toString("hex");
      return { outcome: "parameters", parameters: computer, id, at: Date.UTC(2026, 10, 22, 9, 30, 5) };
    }
    case "encode-for-phone":
      return { outcome: "digits", digits: valueOf(phoneRequest(effect.request, stretch)).digits };
    case "make-license": {
      const made = phoneLicense(effect.request, effect.digits, { verify: keys.program.verify, stretch });
      if (!made.ok) return { outcome: "failed", code: made.error.code };
      return { outcome: "granted", text: made.value.text, license: made.value.license };
    }
    case "install":
      return { outcome: "done", file: "20261122093005.lic" };
    default:
      return { outcome: "failed", code: "acquisition/center-unreachable" };
  }
}

/** What the operator reads: 120 digits, signed for these 48. */
function dictated(request: LicenseRequest, keys: VendorKeys): PhoneSheet {
  const { digits } = valueOf(phoneRequest(request, stretch));
  const { issuer, product, kit } = request;
  return phoneResponse({ issuer, product, kit, request: digits, payload: "0000" }, keys.center.phoneSign);
}

/** Nine rows, the third of them misheard at first. */
function typeRows(from: WizardState, { rows, total }: PhoneSheet, screens: Screen[]): WizardState {
  let state = from;
  const type = (field: string, text: string, did: string): void => {
    const moved = wizard.submit(state, { type: "enter", step: "phone-response", values: { [field]: text } });
    ({ state } = moved);
    const told = moved.refused === undefined || field === "row3";
    if (told) screens.push({ view: wizard.view(state), did });
  };
  for (const [at, { groups, checksum }] of rows.entries()) {
    const row = [...groups, checksum].join(" ");
    if (at === 2) type("row3", swapped(row), "mishears two digits of row 3");
    type(`row${at + 1}`, row, at === 2 ? "types row 3 again" : `types row ${at + 1}`);
  }
  type("total", total, "types the total");
  return give(state, { type: "next", step: "phone-response" });
}

/** Two neighboring digits the other way round, where they differ. */
function swapped(row: string): string {
  return row.replace(/(\d)(?!\1)(\d)/, "$2$1");
}
