import type * as acquisition from "../acquisition/index.js";
import type * as allocation from "../allocation/index.js";
import type * as center from "../center/index.js";
import type { Decision, Open, Result, Seal, Sign, Stretch, Verify } from "../core/index.js";
import type * as fingerprint from "../fingerprint/index.js";
import type {
  Comparison,
  ExactPolicy,
  HardwareChange,
  KeyParameters,
  Policy,
  StandardPolicy,
} from "../fingerprint/index.js";
import type * as license from "../license/index.js";
import type * as owner from "../owner/index.js";
import type * as phone from "../phone/index.js";
import type * as pins from "../pins/index.js";
import type { DiagnosisSubject } from "./diagnosis/subject.js";
import type { Eventually } from "./eventually.js";
import type { PlatformSubject } from "./platform/subject.js";

export type { DiagnosisSubject } from "./diagnosis/subject.js";
export type { Eventually } from "./eventually.js";
export type { PlatformSubject } from "./platform/subject.js";

/** What is checked of `licit/fingerprint`. Every function may answer later. */
export interface FingerprintSubject {
  parseKeyParameters(input: unknown): Eventually<ReturnType<typeof fingerprint.parseKeyParameters>>;
  compare(reference: KeyParameters, observed: KeyParameters, policy?: Policy): Eventually<Comparison>;
  survives(reference: KeyParameters, observed: KeyParameters, policy?: Policy): Eventually<boolean>;
  whatIf(
    reference: KeyParameters,
    changes: readonly HardwareChange[],
    policy?: Policy,
  ): Eventually<ReturnType<typeof fingerprint.whatIf>>;
  bindsEnough(reference: KeyParameters, policy?: Policy): Eventually<ReturnType<typeof fingerprint.bindsEnough>>;
  isCheckDue(last: number | undefined, now: number, policy: Policy): Eventually<boolean>;
  lawsOf(policy: Policy): Eventually<fingerprint.Laws>;
  digestOf(parameters: KeyParameters, policy?: StandardPolicy | ExactPolicy): Eventually<string>;
  pseudonymize(parameters: KeyParameters, salt: string): Eventually<KeyParameters>;
  recoveriesNeeded(
    licenses: readonly fingerprint.BoundReference[],
    observed: KeyParameters,
    policy?: Policy,
  ): Eventually<fingerprint.Recoveries>;
}

/** What is checked of `licit/allocation`. What a state is, only the subject knows. */
export interface AllocationSubject {
  unitOf(session: allocation.CountedSession, source: allocation.SeatSource): Eventually<allocation.Unit>;
  readonly seats: {
    initialState(): Eventually<unknown>;
    decide(
      command: allocation.SeatCommand,
      state: unknown,
    ): Eventually<Decision<allocation.SeatEvent, allocation.Denial>>;
    evolve(state: unknown, event: allocation.SeatEvent): Eventually<unknown>;
  };
  holders(state: unknown): Eventually<readonly allocation.Holder[]>;
  freeSeats(state: unknown): Eventually<readonly allocation.FreeSeats[]>;
  plan(
    demand: allocation.Demand,
    kitSizes: readonly allocation.KitSize[],
  ): Eventually<ReturnType<typeof allocation.plan>>;
}

/** What is checked of `licit/pins`. What a state is, only the subject knows. */
export interface PinsSubject {
  parsePin(text: string, edition?: pins.Edition): Eventually<ReturnType<typeof pins.parsePin>>;
  formatPin(pin: pins.Pin): Eventually<string>;
  parseKitNumber(text: string): Eventually<ReturnType<typeof pins.parseKitNumber>>;
  licenseName(pin: pins.Pin, kit: pins.KitNumber): Eventually<string>;
  readonly kits: typeof pins.kits;
  readonly pinKit: {
    initialState(): Eventually<unknown>;
    decide(command: pins.PinKitCommand, state: unknown): Eventually<Decision<pins.PinKitEvent, pins.PinKitError>>;
    evolve(state: unknown, event: pins.PinKitEvent): Eventually<unknown>;
  };
  pinReport(state: unknown): Eventually<readonly pins.PinRow[]>;
  adviseSet(kit: pins.KitDefinition, placement: pins.Placement): Eventually<pins.SetAdvice>;
  sharedPins(register: Parameters<typeof pins.sharedPins>[0]): Eventually<readonly pins.SharedPin[]>;
}

/** What is checked of `licit/owner`, and of `licit/owner/countries` what recognizes a country. */
export interface OwnerSubject {
  parseOwner(input: unknown, required?: owner.RequiredFields): Eventually<ReturnType<typeof owner.parseOwner>>;
  registerOwner(
    input: unknown,
    confirmed: unknown,
    required?: owner.RequiredFields,
  ): Eventually<ReturnType<typeof owner.registerOwner>>;
  canonicalOwner(of: owner.Owner): Eventually<string>;
  sameOwner(a: owner.Owner, b: owner.Owner): Eventually<boolean>;
  compareOwner(
    stored: owner.Owner,
    entered: owner.Owner,
    countryOf?: owner.CountryOf,
  ): Eventually<owner.OwnerComparison>;
  digestOwner(of: owner.Owner, key: Uint8Array, countryOf?: owner.CountryOf): Eventually<owner.OwnerDigest>;
  matchOwnerDigest(
    stored: owner.OwnerDigest,
    entered: owner.Owner,
    key: Uint8Array,
    countryOf?: owner.CountryOf,
  ): Eventually<owner.OwnerComparison>;
  writeOwnerFile(of: owner.Owner, extra?: owner.OwnerFileExtra, language?: owner.FileLanguage): Eventually<Uint8Array>;
  readOwnerFile(bytes: Uint8Array): Eventually<ReturnType<typeof owner.readOwnerFile>>;
  readonly countryOf: owner.CountryOf;
}

/** What is checked of `licit/phone`. What an entry's state is, only the subject knows. */
export interface PhoneSubject {
  rowChecksum(groups: readonly string[], row: number, kind: phone.MessageKind): Eventually<string>;
  totalChecksum(digits: string, kind: phone.MessageKind): Eventually<string>;
  checkRow(typed: string, row: number, kind: phone.MessageKind): Eventually<phone.RowCheck>;
  sheetOf(digits: string, layout: phone.PhoneLayout): Eventually<phone.PhoneSheet>;
  encodeRequest(fields: phone.RequestFields): Eventually<phone.PhoneSheet>;
  decodeRequest(text: string): Eventually<ReturnType<typeof phone.decodeRequest>>;
  encodeResponse(fields: phone.ResponseFields): Eventually<phone.PhoneSheet>;
  decodeResponse(text: string): Eventually<ReturnType<typeof phone.decodeResponse>>;
  readonly responseEntry: {
    initialState(): Eventually<unknown>;
    decide(command: phone.EntryCommand, state: unknown): Eventually<Decision<phone.EntryEvent, phone.EntryError>>;
    evolve(state: unknown, event: phone.EntryEvent): Eventually<unknown>;
  };
  dictate(
    sheet: phone.PhoneSheet,
    language: phone.PhoneLanguage,
    style?: phone.DictationStyle,
  ): Eventually<readonly string[]>;
  acquirableByPhone(candidate: phone.PhoneCandidate): Eventually<ReturnType<typeof phone.acquirableByPhone>>;
}

/**
 * The keys with which licenses are checked. A model of them comes with the specification; put your own adapters in their
 * place, and the rules are put to these too.
 */
export interface LicensePorts {
  readonly sign: Sign;
  readonly verify: Verify;
  /** A key that is not trusted, under the id of the one that is. */
  readonly foreignSign: Sign;
  readonly seal: Seal;
  readonly open: Open;
  /** A key for which nothing was sealed. */
  readonly foreignOpen: Open;
  readonly phoneSign: Sign;
  readonly phoneVerify: Verify;
  readonly stretch: Stretch;
}

/** What is checked of `licit/license`. */
export interface LicenseSubject {
  readonly ports: LicensePorts;
  createRequest(
    details: license.RequestDetails,
    randomBytes: (length: number) => Uint8Array,
  ): Eventually<ReturnType<typeof license.createRequest>>;
  sealRequest(request: license.LicenseRequest, seal: Seal): Eventually<string>;
  openRequest(text: string, open: Open): Eventually<ReturnType<typeof license.openRequest>>;
  signLicense(of: license.License, sign: Sign): Eventually<string>;
  signRefusal(refusal: license.Refusal, sign: Sign): Eventually<string>;
  openLicense(
    text: string,
    verify: license.Verifiers,
    stretch?: Stretch,
  ): Eventually<ReturnType<typeof license.openLicense>>;
  openResponse(
    text: string,
    request: license.LicenseRequest,
    ports: license.ResponsePorts,
  ): Eventually<ReturnType<typeof license.openResponse>>;
  checkLicense(text: string, options: license.CheckOptions): Eventually<license.LicenseVerdict>;
  phoneRequest(
    request: license.LicenseRequest,
    stretch: Stretch,
  ): Eventually<Result<phone.PhoneSheet, phone.NotByPhone>>;
  phoneResponse(answer: license.PhoneAnswer, sign: Sign): Eventually<phone.PhoneSheet>;
  phoneLicense(
    request: license.LicenseRequest,
    digits: string,
    ports: license.PhonePorts,
  ): Eventually<ReturnType<typeof license.phoneLicense>>;
  phoneExpiry(expiresAt: number | undefined): Eventually<string>;
  licenseFileName(at: number, taken?: Iterable<string>): Eventually<string>;
  visibleLicenses(
    listing: readonly license.DirectoryListing[],
    viewer: license.Viewer,
  ): Eventually<license.VisibleLicenses>;
  installDirectory(
    directories: readonly license.LicenseDirectory[],
    installation: license.Installation,
  ): Eventually<ReturnType<typeof license.installDirectory>>;
}

/** What is checked of `licit/center`. What a state is, only the subject knows. */
export interface CenterSubject {
  centerWith(policies: center.SomePolicies): {
    initialState(): Eventually<unknown>;
    decide(command: center.CenterCommand, state: unknown): Eventually<Decision<center.CenterEvent, center.CenterError>>;
    evolve(state: unknown, event: center.CenterEvent): Eventually<unknown>;
  };
  answerTo(
    command: center.CustomerCommand,
    handled: { readonly decision: Decision<center.CenterEvent, center.CenterError>; readonly state: unknown },
  ): Eventually<center.CustomerAnswer>;
  operatorView(state: unknown, request: center.ToLookAt, options?: center.ViewOptions): Eventually<center.OperatorView>;
  lostDataOf(
    state: unknown,
    wants: "pins" | "owner",
    letters: readonly center.Consignment[],
  ): Eventually<readonly center.LostData[]>;
  writeLetter(letter: center.Letter, language?: center.LetterLanguage): Eventually<string>;
  parseLetter(
    text: string,
    requirements?: center.LetterRequirements,
  ): Eventually<ReturnType<typeof center.parseLetter>>;
}

/** What is checked of `licit/acquisition`. What a state is, only the subject knows; as JSON it can be stored. */
export interface AcquisitionSubject {
  readonly wizard: {
    start(context: acquisition.WizardContext): Eventually<WizardMove>;
    submit(state: unknown, input: acquisition.WizardInput): Eventually<WizardMove>;
    back(state: unknown, step?: acquisition.AskingStep): Eventually<unknown>;
    view(state: unknown): Eventually<acquisition.WizardView>;
    resume(value: unknown): Eventually<Result<WizardMove, acquisition.ResumeError>>;
  };
}

/** What came of an input, whatever a state is. */
export interface WizardMove extends Omit<acquisition.Moved, "state"> {
  readonly state: unknown;
}

/** An implementation of the rules: this library, another one, a port, a server. Modules that it does not have are left out. */
export interface Subject {
  readonly acquisition?: AcquisitionSubject;
  readonly allocation?: AllocationSubject;
  readonly center?: CenterSubject;
  readonly diagnosis?: DiagnosisSubject;
  readonly fingerprint?: FingerprintSubject;
  readonly license?: LicenseSubject;
  readonly owner?: OwnerSubject;
  readonly phone?: PhoneSubject;
  readonly pins?: PinsSubject;
  readonly platform?: PlatformSubject;
}
