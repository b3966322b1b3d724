import { pinKit, type PinKitEvent } from "../pins/index.js";
import type { CenterEvent, KitRegistered, LicenseGranted, LicenseRenewed, RequestRefused } from "./event.js";
import { remembered } from "./history.js";
import { licenseOf, withLicense } from "./license-pages.js";
import { KEPT_TIMES, type Violation } from "./policies.js";
import type { CenterState, Granted, LicenseRecord, RegisteredKit, WaitingRequest } from "./state.js";

/** Folds an event into a kit: see `center`. */
export function evolve(state: CenterState, event: CenterEvent): CenterState {
  const folded =
    event.type === "kit-registered"
      ? state.status === "unregistered" && registered(event.data)
      : state.status === "registered" && happenedTo(state, event);
  if (folded === false || folded === undefined) return impossible(event);
  return { ...folded, history: remembered(folded.history, event) };
}

function impossible({ type }: { readonly type: string }): never {
  throw new TypeError(`center.evolve: no kit in this state has an event "${type}" like this`);
}

type Later = Exclude<CenterEvent, { readonly type: "kit-registered" }>;

function happenedTo(kit: RegisteredKit, event: Later): RegisteredKit | undefined {
  switch (event.type) {
    case "license-granted":
      return granted(kit, event.data);
    case "request-refused":
      return refusedOn(kit, event.data);
    case "request-repeated":
      return counted(kit, event.data.license, "copies", event.data.at);
    case "license-renewed":
      return renewed(kit, event.data);
    case "additional-pin-requested":
      return { ...kit, waiting: [...without(kit.waiting, event.data.pin), event.data] };
    case "request-file-requested":
      return fileRequested(kit, event.data.pin);
    case "additional-pin-denied":
      return { ...kit, waiting: without(kit.waiting, event.data.pin) };
    case "additional-pin-issued": {
      const { pins } = event.data;
      return { ...withPins(kit, [pins]), waiting: without(kit.waiting, pins.data.replaces) };
    }
    case "license-revoked": {
      const { pins } = event.data;
      if (pins.type !== "pin-cancelled") return undefined;
      return { ...withPins(kit, [pins]), waiting: without(kit.waiting, pins.data.pin) };
    }
    case "pin-noted":
      return event.data.pins.type === "pin-noted" ? withPins(kit, [event.data.pins]) : undefined;
    case "additional-pin-refused":
    case "lost-data-sent":
    case "lost-data-refused":
      return kit;
    default:
      return undefined;
  }
}

function registered({ issuer, product, customer, pins: event }: KitRegistered): RegisteredKit | undefined {
  const pins = pinKit.evolve(pinKit.initialState(), event);
  if (pins.status !== "open") return undefined;
  return { status: "registered", issuer, product, customer, pins, licenses: [], waiting: [], history: [] };
}

function withPins(kit: RegisteredKit, events: readonly PinKitEvent[]): RegisteredKit {
  let pins: ReturnType<typeof pinKit.evolve> = kit.pins;
  for (const event of events) pins = pinKit.evolve(pins, event);
  return pins.status === "open" ? { ...kit, pins } : kit;
}

function granted(kit: RegisteredKit, event: LicenseGranted): RegisteredKit | undefined {
  if (!isOfPins(event)) return undefined;
  const after = withPins(kit, event.pins);
  const license = event.owner === null ? recovered(kit, event) : acquired(event);
  if (license === undefined) return undefined;
  // What was asked for in place of a PIN that gave way is no longer asked for.
  const waiting = license.supersededPin === null ? kit.waiting : without(kit.waiting, license.supersededPin);
  return { ...after, waiting, licenses: withLicense(after.licenses, license) };
}

/** Whether what became of the PINs is what a grant does: its PIN is acquired or recovered, and perhaps a spare one spent. */
function isOfPins({ operation, pin, acquiredWith, pins }: LicenseGranted): boolean {
  const [first, spent, ...more] = pins;
  if (more.length > 0 || (spent !== undefined && spent.type !== "pin-cancelled")) return false;
  if (operation === "first-time")
    return first?.type === "license-acquired" && first.data.pin === pin && pin === acquiredWith && spent === undefined;
  return first?.type === "license-recovered" && first.data.pin === pin;
}

function acquired(event: LicenseGranted): LicenseRecord | undefined {
  const { by, pin, acquiredWith, owner, computer, contact } = event;
  if (owner === null || computer === null) return undefined;
  const times = { "two-computers": [], recoveries: [], "owner-guesses": [], copies: [] };
  const made = grantOf(event);
  const { terms } = event;
  return {
    acquiredWith,
    pin,
    supersededPin: null,
    channel: by,
    owner,
    computer,
    contact,
    terms,
    made,
    again: [],
    times,
  };
}

/** The same license again, or anew: under a spare PIN, or bound to another state. Channel, owner and contact stay. @rule CE-03, CE-12 */
function recovered(kit: RegisteredKit, event: LicenseGranted): LicenseRecord | undefined {
  const license = licenseOf(kit.licenses, event.acquiredWith);
  if (license === undefined) return undefined;
  const { pin, computer, terms } = event;
  // What an operator allowed is not held against anybody.
  const counted = event.allowed ? license : withTime(license, "recoveries", event.at);
  const one = { ...counted, terms };
  const grant = grantOf(event);
  if (computer === null) return { ...one, again: latest(one.again, grant, KEPT_GRANTS) };
  const supersededPin = pin === license.pin ? license.supersededPin : license.pin;
  return { ...one, pin, supersededPin, computer, made: grant, again: [] };
}

/** The same request, with other terms from now on. */
function renewed(kit: RegisteredKit, { request, license, terms, at }: LicenseRenewed): RegisteredKit | undefined {
  const one = licenseOf(kit.licenses, license);
  if (one === undefined) return undefined;
  const anew = (grant: Granted): Granted => (grant.request === request ? { request, terms, at } : grant);
  const renewal = { ...one, terms, made: anew(one.made), again: one.again.map(anew) };
  return { ...kit, licenses: withLicense(kit.licenses, renewal) };
}

/** How many requests are remembered that got the same license again. @rule CE-07 */
export const KEPT_GRANTS = 32;

function grantOf({ request, terms, at }: LicenseGranted): LicenseRecord["made"] {
  return { request, terms, at };
}

function refusedOn(kit: RegisteredKit, { license, counts, at }: RequestRefused): RegisteredKit | undefined {
  return license === null || counts === null ? kit : counted(kit, license, counts, at);
}

function counted(kit: RegisteredKit, license: string, violation: Violation, at: number): RegisteredKit | undefined {
  const one = licenseOf(kit.licenses, license);
  return one && { ...kit, licenses: withLicense(kit.licenses, withTime(one, violation, at)) };
}

function withTime(license: LicenseRecord, violation: Violation, at: number): LicenseRecord {
  const { times } = license;
  return { ...license, times: { ...times, [violation]: latest(times[violation], at, KEPT_TIMES) } };
}

/** A list with one more behind, of which so many are kept. */
function latest<T>(list: readonly T[], item: T, kept: number): readonly T[] {
  return [...(list.length < kept ? list : list.slice(1)), item];
}

function without(waiting: readonly WaitingRequest[], pin: string): readonly WaitingRequest[] {
  return waiting.some((one) => one.pin === pin) ? waiting.filter((one) => one.pin !== pin) : waiting;
}

function fileRequested(kit: RegisteredKit, pin: string): RegisteredKit | undefined {
  if (!kit.waiting.some((one) => one.pin === pin)) return undefined;
  const waiting = kit.waiting.map((one): WaitingRequest => {
    return one.pin === pin ? { ...one, requestFile: "missing", evidence: null } : one;
  });
  return { ...kit, waiting };
}
