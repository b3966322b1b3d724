import { handle } from "licit";
import {
  answerTo,
  centerWith,
  type Asked,
  type CenterCommand,
  type CenterEvent,
  type CenterState,
  type CustomerAnswer,
  type CustomerCommand,
  type RegisteredKit,
  type SomePolicies,
} from "licit/center";
import type { LicenseRequest } from "licit/license";
import type { Owner } from "licit/owner";
import { encodeRequest, type PhoneOperation } from "licit/phone";
import { kits, pinCountOf, setsOf, type KitName } from "licit/pins";

export const [issuer, product, kit] = ["Example Vendor", "ledger", "8050525679"] as const;
export const pinAt = (n: number): string => String(381505376410122 + n * 7919);
export const [first, second, third] = [pinAt(0), pinAt(1), pinAt(2)] as const;
export const day = 86_400_000;
export const start = Date.UTC(2026, 10, 2);

export const owner: Owner = {
  kind: "company",
  organization: "ООО «Ромашка»",
  zip: "123056",
  email: "one@romashka.example",
};
export const computer: LicenseRequest["parameters"] = {
  os: { family: "linux", name: "Debian GNU/Linux", version: "12" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 2_147_483_648,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};
/** Another computer; and the same, changed. */
export const elsewhere = {
  ...computer,
  networkName: "B",
  networkAdapters: [{ model: "X", mac: "00:1a:2b:3c:4d:99" }],
  disks: [],
};
export const renamed = { ...computer, networkName: "BUH-32" };

/** A center with one kit, step by step. */
export interface Desk {
  state: CenterState;
  policies: SomePolicies;
  readonly events: CenterEvent[];
}

export function deskOf(name: KitName = "client-1", policies: SomePolicies = {}, customer?: object): Desk {
  const definition = kits[name];
  let n = 0;
  const pins = Object.fromEntries(
    setsOf(definition).map((set) => [set, Array.from({ length: pinCountOf(definition, set) }, () => pinAt(n++))]),
  );
  const desk: Desk = { state: centerWith({}).initialState(), policies, events: [] };
  const data = { issuer, product, kit, definition, pins, ...(customer === undefined ? {} : { customer }), at: start };
  tell(desk, { type: "register-kit", data } as CenterCommand); // a customer is checked by the center
  return desk;
}

export function tell(desk: Desk, command: CenterCommand): ReturnType<ReturnType<typeof centerWith>["decide"]> {
  const { decision, state } = handle(centerWith(desk.policies), command, desk.state);
  desk.state = state;
  if (decision.ok) desk.events.push(...decision.events);
  return decision;
}

export function ask(desk: Desk, command: CustomerCommand): CustomerAnswer {
  const decision = tell(desk, command);
  return answerTo(command, { decision, state: desk.state });
}

export function request(desk: Desk, asked: Asked): CustomerAnswer {
  return ask(desk, { type: "request-license", data: asked });
}

let ids = 0;

/** A request by file. */
export function file(
  of: Partial<LicenseRequest> = {},
  more: Partial<Asked> = {},
): Extract<Asked, { readonly by: "automatic" | "file" }> {
  const id = (++ids).toString(16).padStart(32, "0");
  const at = of.at ?? start;
  const base = {
    id,
    issuer,
    product,
    kit,
    operation: "first-time",
    pin: first,
    owner,
    parameters: computer,
    at,
  } as const;
  return { by: "file", request: { ...base, ...of }, at, ...(more as object) };
}

/** A call. */
export function call(
  operation: PhoneOperation,
  binding = "4".repeat(26),
  more: object = {},
  ownerCode = "824450",
): Extract<Asked, { readonly by: "phone" }> {
  const pin = operation === "recovery-spare" ? second : first;
  const { digits: bare, total } = encodeRequest({ operation, pin, ownerCode, binding });
  const digits = bare + total;
  const heard = operation === "first-time" ? { contact: { name: "Olga" } } : { contactConfirmed: true };
  const spoken = operation === "recovery-spare" ? { supersededPin: first } : {};
  return { by: "phone", kit, digits, ...heard, ...spoken, at: start, ...more };
}

export function codeOf(answer: CustomerAnswer): string {
  if (answer.answer === "refused") return answer.refusal.code;
  return answer.answer === "failed" ? answer.error.code : answer.answer;
}

export function registered({ state }: Desk): RegisteredKit {
  if (state.status !== "registered") throw new TypeError("not registered");
  return state;
}
