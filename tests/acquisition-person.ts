import {
  wizard,
  type Effect,
  type Entered,
  type Outcome,
  type WizardButton,
  type WizardContext,
  type WizardState,
} from "licit/acquisition";
import type { KeyParameters } from "licit/fingerprint";
import { licenseFor, type LicenseRequest } from "licit/license";
import { expect } from "vitest";

export const [kit, pin, spare] = ["8050525679", "381505376410122", "996007681344799"];
export const owner = { kind: "company", organization: "ООО «Ромашка»", town: "Москва" } as const;

export const computer: KeyParameters = {
  os: { family: "linux", name: "Debian GNU/Linux", version: "12" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 2_147_483_648,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [],
};

export const context: WizardContext = {
  issuer: "Example Vendor",
  product: "ledger",
  opened: "on-purpose",
  found: { license: false, dongle: false },
  storable: "for-everyone",
  runsOn: "workstation",
  kind: "single-user",
  required: { company: ["organization"], individual: ["lastName"] },
};

/** The request by which a license was acquired earlier. */
export const earlier: LicenseRequest = {
  id: "f".repeat(32),
  issuer: context.issuer,
  product: context.product,
  kit,
  pin,
  operation: "first-time",
  owner,
  parameters: computer,
  at: 1,
};

/** A wizard with what its host still owes. */
export interface Walk {
  readonly state: WizardState;
  readonly effects: readonly Effect[];
  readonly refused?: string;
}

export function begin(more: Partial<WizardContext> = {}): Walk {
  return told(wizard.start({ ...context, ...more }));
}

function told({ state, effects, refused }: ReturnType<typeof wizard.submit>): Walk {
  return refused === undefined ? { state, effects } : { state, effects, refused: refused.code };
}

/** "Next", with what was entered. */
export function next({ state }: Pick<Walk, "state">, values: Entered = {}): Walk {
  return told(wizard.submit(state, { type: "next", step: state.step, values }));
}

export function press({ state }: Pick<Walk, "state">, button: WizardButton): Walk {
  return told(wizard.submit(state, { type: "press", step: state.step, button }));
}

/** The host answers what it was asked for last. */
export function answer({ state }: Pick<Walk, "state">, outcome: Outcome): Walk {
  const effect = wizard.view(state).owed.at(-1);
  expect(effect, `on ${state.step} something is owed`).toBeDefined();
  return told(wizard.submit(state, { type: "outcome", effect: effect?.id ?? 0, outcome }));
}

/** The computer as it is read, under an id of its own. */
export function read(parameters: KeyParameters = computer, id = 1): Outcome {
  return { outcome: "parameters", parameters, id: id.toString(16).padStart(32, "0"), at: 2 };
}

/** The license that a request is granted. */
export function granted(request: LicenseRequest): Outcome {
  return {
    outcome: "granted",
    text: `license ${request.id}`,
    license: licenseFor(request, { kind: request.kind ?? "single-user", seats: 1, channel: "file", issuedAt: 3 }),
  };
}

/** What the host was asked to do with a request. */
export function requestIn({ state, effects }: Walk): LicenseRequest {
  const [effect] = effects.length > 0 ? effects : wizard.view(state).owed;
  if (effect === undefined || !("request" in effect) || effect.request === null)
    throw new Error(`no request on ${state.step}`);
  return effect.request;
}

/** Up to the channel: for the first time, automatic switched off. */
export function toChannel(more: Partial<WizardContext> = {}): Walk {
  const at = next(next(begin(more), { action: "acquire" }), { kit, pin, automatic: false });
  return next(next(at, { operation: "first-time" }), {
    organization: owner.organization,
    town: owner.town,
    confirmed: true,
  });
}

/** Up to a recovery's first question. */
export function toRecovery(more: Partial<WizardContext>, values: Entered = {}): Walk {
  return next(next(next(begin(more), { action: "acquire" }), { kit, pin, ...values }), { operation: "recovery" });
}
