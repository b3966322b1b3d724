import type {
  Asked,
  CenterCommand,
  CenterError,
  CenterEvent,
  CenterRefusal,
  CustomerAnswer,
  CustomerCommand,
  GrantedAnswer,
  OperatorView,
  SomePolicies,
  ToLookAt,
  ViewOptions,
} from "../../center/index.js";
import type { Decision } from "../../core/index.js";
import type { Kit, KitDefinition, PinRow } from "../../pins/index.js";
import { kitOf } from "../pins/kits.js";
import { ensure } from "../rule.js";
import type { CenterSubject } from "../subject.js";

/** Who sells the kits here, and what. */
export const vendor = { issuer: "Example Vendor", product: "ledger" } as const;

/** A center with one kit, and what happened to it so far. */
export interface Desk {
  readonly subject: CenterSubject;
  readonly policies: SomePolicies;
  readonly kit: Kit;
  readonly events: readonly CenterEvent[];
  readonly state: unknown;
}

/** What a command came to. */
export interface Told {
  readonly desk: Desk;
  readonly decision: Decision<CenterEvent, CenterError>;
}

/** A center with a kit of this definition. */
export async function openDesk(
  subject: CenterSubject,
  definition: KitDefinition,
  policies: SomePolicies = {},
  more: { readonly customer?: { readonly name: string; readonly email: string } } = {},
): Promise<Desk> {
  const kit = kitOf(definition);
  const machine = subject.centerWith(policies);
  const empty: Desk = { subject, policies, kit, events: [], state: await machine.initialState() };
  const { desk, decision } = await tell(empty, { type: "register-kit", data: { ...vendor, ...kit, ...more, at: 1 } });
  ensure(decision.ok && desk.events.length === 1, `a kit is registered: ${JSON.stringify(decision)}`);
  return desk;
}

/** Gives a command, and folds what happened. */
export async function tell(desk: Desk, command: CenterCommand): Promise<Told> {
  const machine = desk.subject.centerWith(desk.policies);
  const decision = await machine.decide(command, desk.state);
  if (!decision.ok) return { desk, decision };
  let { state } = desk;
  for (const event of decision.events) state = await machine.evolve(state, event);
  return { desk: { ...desk, state, events: [...desk.events, ...decision.events] }, decision };
}

/** What a customer's command came to, and what the customer is told. */
export async function answered(
  desk: Desk,
  command: CustomerCommand,
): Promise<{ readonly desk: Desk; readonly answer: CustomerAnswer; readonly events: readonly CenterEvent[] }> {
  const { desk: after, decision } = await tell(desk, command);
  const answer = await desk.subject.answerTo(command, { decision, state: after.state });
  return { desk: after, answer, events: decision.ok ? decision.events : [] };
}

/** What a request for a license came to. */
export async function ask(desk: Desk, data: Asked): Promise<Awaited<ReturnType<typeof answered>>> {
  return answered(desk, { type: "request-license", data });
}

/** Asks what must be granted. */
export async function granted(
  desk: Desk,
  data: Asked,
  what = "a request",
): Promise<{ readonly desk: Desk; readonly answer: GrantedAnswer; readonly events: readonly CenterEvent[] }> {
  const { desk: after, answer, events } = await ask(desk, data);
  ensure(answer.answer === "granted", `${what} is granted: ${JSON.stringify(answer)}`);
  return { desk: after, answer, events };
}

/** Asks what must be refused, for this reason, with nothing spent. */
export async function refused(
  desk: Desk,
  data: Asked,
  code: string,
  what = "a request",
): Promise<{ readonly desk: Desk; readonly refusal: CenterRefusal | CenterError }> {
  const before = await look(desk, data);
  const { desk: after, answer } = await ask(desk, data);
  ensure(answer.answer === "refused", `${what} is refused: ${JSON.stringify(answer)}`);
  const { refusal } = answer;
  ensure(refusal.code === code, `${what} is refused as ${code}: ${JSON.stringify(refusal)}`);
  ensure(refusal.instead.length > 0, `${what} is told what to do instead`);
  const looked = await look(after, data);
  const same = JSON.stringify(before.kit?.pins) === JSON.stringify(looked.kit?.pins);
  ensure(same, `${what} is refused, and spends nothing`);
  return { desk: after, refusal };
}

/** What the operator sees of a request. */
export async function look(desk: Desk, request: ToLookAt, options: ViewOptions = {}): Promise<OperatorView> {
  return desk.subject.operatorView(desk.state, request, { policies: desk.policies, ...options });
}

/** The kit's PINs, as the operator sees them. */
export async function rowsOf(desk: Desk, request: ToLookAt): Promise<readonly PinRow[]> {
  return (await look(desk, request)).kit?.pins ?? [];
}
