import type { Change, Violation } from "licit/center";

/** The words of the pages. What the library says in words (refusals, differences, fields) is not here. */
export interface Words {
  readonly send: {
    readonly title: string;
    readonly lead: string;
    readonly file: string;
    readonly text: string;
    readonly submit: string;
    readonly granted: string;
    readonly refused: string;
    readonly unreadable: string;
    readonly save: string;
    readonly back: string;
  };
  readonly login: {
    readonly title: string;
    readonly password: string;
    readonly submit: string;
    readonly wrong: string;
  };
  readonly menu: {
    readonly kits: string;
    readonly desk: string;
    readonly letters: string;
    readonly requests: string;
    readonly out: string;
  };
  readonly kits: {
    readonly title: string;
    readonly search: string;
    readonly none: string;
    readonly sold: string;
    readonly definition: string;
    readonly buyer: string;
    readonly organization: string;
    readonly email: string;
    readonly register: string;
  };
  readonly kit: {
    readonly title: string;
    readonly pins: string;
    readonly set: string;
    readonly place: string;
    readonly pin: string;
    readonly state: string;
    readonly computer: string;
    readonly note: string;
    readonly licenses: string;
    readonly owner: string;
    readonly channel: string;
    readonly history: string;
    readonly when: string;
    readonly what: string;
    readonly revoke: string;
    readonly reason: string;
    readonly save: string;
    readonly none: string;
  };
  readonly desk: {
    readonly title: string;
    readonly lead: string;
    readonly kit: string;
    readonly digits: string;
    readonly digitsHint: string;
    readonly confirmed: string;
    readonly caller: string;
    readonly organization: string;
    readonly contactConfirmed: string;
    readonly superseded: string;
    readonly allowed: string;
    readonly look: string;
    readonly grant: string;
    readonly request: string;
    readonly decision: string;
    readonly wouldBeGranted: string;
    readonly granted: string;
    readonly path: string;
    readonly record: string;
    readonly contact: string;
    readonly differences: string;
    readonly same: string;
    readonly dictate: string;
    readonly dictateHint: string;
    readonly row: string;
    readonly checksum: string;
    readonly total: string;
    readonly counted: string;
  };
  readonly letters: {
    readonly title: string;
    readonly lead: string;
    readonly letter: string;
    readonly file: string;
    readonly read: string;
    readonly waiting: string;
    readonly noneWaiting: string;
    readonly grant: string;
    readonly askFile: string;
    readonly refuse: string;
    readonly reason: string;
    readonly known: string;
    readonly unknownCompany: string;
    readonly mail: string;
    readonly noAddress: string;
    readonly newPin: string;
    readonly sent: string;
    readonly sentToday: string;
    readonly nowWaits: string;
    readonly requestFiles: { readonly "not-asked": string; readonly missing: string; readonly attached: string };
    readonly denied: string;
  };
  readonly requests: {
    readonly title: string;
    readonly lead: string;
    readonly text: string;
    readonly granted: string;
    readonly back: string;
  };
  /** What a request file shows of the license that it is to help. */
  readonly comparisons: { readonly [C in "same" | "different" | "changed" | "undetermined" | "unknown"]: string };
  readonly sets: { readonly [S in "single-user" | "multi-user" | "server"]: string };
  readonly states: { readonly [S in "unused" | "current" | "superseded" | "cancelled" | "void"]: string };
  readonly operations: { readonly [O in "first-time" | "recovery" | "recovery-spare"]: string };
  readonly channels: { readonly [C in "automatic" | "file" | "phone"]: string };
  readonly violations: { readonly [V in Violation]: string };
  readonly changes: { readonly [C in Change["change"]]: string };
  readonly events: { readonly [name: string]: string };
  readonly problems: { readonly [P in Problem]: string };
  readonly language: string;
}

/** What the pages themselves refuse. */
export type Problem =
  | "too-many-guesses"
  | "busy"
  | "failed"
  | "no-kit"
  | "no-file"
  | "too-large"
  | "not-found"
  | "no-decision"
  | "no-reason"
  | "unreadable-kit"
  | "malformed-form";

export type Language = "en" | "ru";
