import type { CauseCode, Observations, Remedy } from "../../diagnosis/index.js";
import type { FileError, LicenseReason } from "../../license/index.js";
import {
  annasComputer,
  annasProfile,
  both,
  computer,
  denied,
  invalid,
  judged,
  message,
  one,
  placeIn,
  valid,
} from "./office.js";

/** A cause, planted: what is observed where it is the true one, and what must be said of it. */
export interface Plant {
  readonly cause: CauseCode;
  readonly observed: Observations;
  readonly certainty: "certain" | "partial";
  readonly action: Remedy["action"];
  readonly licenses?: readonly string[];
}

/** Each cause, in each of the ways in which it shows. @rule DG-02 */
export const plants: readonly Plant[] = [
  ...refusedFiles("diagnosis/copied-file", "keep-one-file", [
    { code: "license/copied", copies: [placeIn(annasProfile, "1.lic")] },
  ]),
  ...refusedFiles("diagnosis/damaged-file", "put-file-back", [
    { code: "license/damaged" },
    { code: "license/not-verified" },
    { code: "license/malformed", faults: [] },
  ]),
  ...refusedFiles("diagnosis/file-unreadable", "grant-access", [{ code: "license/unreadable", why: "no rights" }]),
  ...refusedFiles("diagnosis/file-elsewhere", "move-file", [
    { code: "license/other-user", user: "boris" },
    { code: "license/not-looked-at" },
  ]),
  ...reasons("diagnosis/parameters-unread", "read-again", [{ code: "license/undetermined" }]),
  ...reasons("diagnosis/weak-binding", "ask-center", [{ code: "license/weak-binding", missing: ["networkName"] }]),
  ...reasons("diagnosis/clock-wrong", "set-clock", [
    { code: "license/clock-moved-back", latestSeen: 5 },
    { code: "license/not-yet-valid", issuedAt: 5 },
    { code: "license/time-unreadable", which: "now" },
  ]),
  ...reasons("diagnosis/license-expired", "ask-center", [{ code: "license/expired", expiresAt: 5 }]),
  ...reasons("diagnosis/other-vendor", "acquire-license", [
    { code: "license/other-issuer", issuer: "Acme" },
    { code: "license/other-product", product: "payroll" },
  ]),
  ...reasons("diagnosis/pin-superseded", "superseded", [{ code: "license/superseded" }]),
  ...reasons("diagnosis/dongle-absent", "attach-dongle", [
    { code: "license/dongle-absent", dongle: { series: "ORGL8", id: "1" } },
  ]),
  ...reasons("diagnosis/damaged-file", "put-file-back", [{ code: "license/damaged" }]),
  plant("diagnosis/parameters-changed", "spare-pin", { licenses: [judged(one, { ...computer, memoryBytes: 1 })] }),
  ...messages("diagnosis/parameters-changed", "spare-pin", "binding-broken"),
  ...messages("diagnosis/copied-file", "keep-one-file", "copied"),
  ...messages("diagnosis/wrong-kind", "acquire-license", "wrong-kind", "developer-server"),
  ...messages("diagnosis/seats-taken", "release-seats", "none-free", "seats-taken"),
  ...messages("diagnosis/dongle-absent", "attach-dongle", "key-not-on-server"),
  ...messages("diagnosis/pin-already-activated", "same-pin", "pin-already-activated"),
  ...messages("diagnosis/pin-not-in-kit", "check-pin", "pin-not-in-kit"),
  ...messages("diagnosis/pin-mistyped", "check-pin", "pin-incomplete"),
  ...messages("diagnosis/places-taken", "same-pin", "too-many-active"),
  ...messages("diagnosis/other-response", "load-own-response", "other-request"),
  ...messages("diagnosis/center-unreachable", "use-another-channel", "center-unreachable"),
  ...pointed("diagnosis/no-license", "acquire-license", message("file-not-found")),
  ...pointed("diagnosis/no-license", "acquire-license", { visible: { usable: [], refused: [] } }),
  ...pointed("diagnosis/no-license", "acquire-license", denied("allocation/not-found")),
  ...pointed("diagnosis/file-missing", "put-file-back", message("file-not-found")),
  ...pointed("diagnosis/registration-failed", "nothing", message("registration-failed")),
  ...pointed("diagnosis/dongle-absent", "attach-dongle", message("no-local-dongle")),
  ...pointed("diagnosis/dongle-absent", "attach-dongle", message("no-network-dongle")),
  ...pointed("diagnosis/dongle-manager-unreachable", "start-dongle-manager", message("dongle-manager")),
  ...pointed("diagnosis/nethasp-ini", "correct-nethasp-ini", message("no-ini")),
  ...pointed("diagnosis/port-blocked", "open-ports", message("dongle-manager")),
  ...pointed("diagnosis/hardware-licenses-off", "change-setting", { settings: { hardwareLicenses: false } }),
  ...pointed("diagnosis/damaged-file", "put-file-back", message("bad-format")),
  ...pointed("diagnosis/copied-file", "keep-one-file", message("bad-format")),
  ...pointed("diagnosis/dongle-and-software", "change-setting", {
    licenses: [{ verdict: valid(one) }],
    dongles: { seen: [{ dongle: { series: "ORGL8", id: "1" }, present: true }] },
  }),
  plant("diagnosis/file-elsewhere", "move-file", inPlace(annasProfile.replace("anna", "boris"))),
  plant("diagnosis/file-elsewhere", "move-file", inPlace("D:\\old licenses")),
  plant("diagnosis/file-elsewhere", "move-file", {
    system: { ...annasComputer, mode: "server", server: { user: "USR1CV8", LOCALAPPDATA: "C:\\Users\\USR1CV8" } },
    elsewhere: [{ directory: annasProfile, name: "1.lic" }],
  }),
  plant("diagnosis/other-version-directory", "move-file", inPlace("C:\\Program Files\\1cv8\\8.3.20.1\\bin\\conf")),
  plant("diagnosis/other-version-directory", "move-file", inPlace("C:\\Program Files\\1Cv82\\8.2.19.1\\bin\\conf")),
  plant("diagnosis/other-version-directory", "move-file", inPlace(annasProfile.replace("1cv8", "1Cv82"))),
  ...trails("diagnosis/wrong-kind", "acquire-license", "multi-user-on-a-workstation", "another-level"),
  ...trails("diagnosis/hardware-licenses-off", "change-setting", "hardware-switched-off"),
  ...trails("diagnosis/license-expired", "ask-center", "expired"),
  ...trails("diagnosis/server-license-missing", "acquire-license", "no-server-license-of-its-level"),
  plant("diagnosis/seats-taken", "release-seats", denied("allocation/none-free", "all-seats-taken")),
  plant("diagnosis/dongle-absent", "attach-dongle", dongles({ id: "1", present: false })),
  plant("diagnosis/dongles-of-one-series", "move-dongle", dongles({ id: "1" }, { id: "2" })),
  plant("diagnosis/hardware-licenses-off", "change-setting", {
    ...dongles({ id: "1" }),
    settings: { hardwareLicenses: false },
  }),
  plant("diagnosis/dongle-manager-unreachable", "start-dongle-manager", { dongles: { manager: "unreachable" } }),
  plant("diagnosis/nethasp-ini", "correct-nethasp-ini", both(message("no-ini"), dongles({ id: "1" }))),
  plant("diagnosis/nethasp-ini", "correct-nethasp-ini", {
    nethasp: [{ code: "nethasp/no-address", severity: "fault" }],
  }),
  plant("diagnosis/port-blocked", "open-ports", {
    ports: [{ port: 475, protocol: "udp", purpose: "dongle-manager", reachable: false }],
  }),
  plant("diagnosis/licenses-not-given", "change-setting", { settings: { infobaseGivesLicenses: false } }),
  plant("diagnosis/licenses-not-given", "change-setting", { settings: { serviceGivesLicenses: false } }),
  plant("diagnosis/other-edition-pin", "use-other-wizard", { wizard: "standard", typedPin: "3815 0537 6410 1229" }),
  ...refusals("diagnosis/other-edition-pin", "use-other-wizard", "pins/other-edition"),
  plant("diagnosis/pin-mistyped", "check-pin", { typedPin: "381 505" }),
  ...refusals("diagnosis/pin-already-activated", "same-pin", "pins/already-activated"),
  ...refusals("diagnosis/pin-superseded", "superseded", "pins/superseded"),
  ...refusals("diagnosis/pin-cancelled", "ask-center", "pins/cancelled"),
  ...refusals("diagnosis/pin-not-in-kit", "check-pin", "pins/not-in-kit"),
  ...refusals("diagnosis/places-taken", "same-pin", "pins/no-place-left"),
  ...refusals("diagnosis/owner-mismatch", "correct-owner", "center/owner-differs"),
  ...refusals("diagnosis/parameters-changed", "spare-pin", "center/parameters-changed"),
  plant("diagnosis/owner-mismatch", "correct-owner", {
    owner: { same: false, fields: [{ field: "zip", hint: "different" }] },
  }),
  plant("diagnosis/center-unreachable", "use-another-channel", { center: "unreachable" }),
  plant("diagnosis/edition-changed", "return-to-edition", { edition: { before: "basic", now: "standard" } }),
  ...pointed("diagnosis/observation-unread", "read-again", { typedPin: 7 } as unknown as Observations), // on purpose
];

export function dongles(...all: readonly { readonly id: string; readonly present?: boolean }[]): Observations {
  const seen = all.map(({ id, present = true }) => ({ dongle: { series: "ORGL8", id }, present }));
  return { dongles: { seen } };
}

function plant(cause: CauseCode, action: Remedy["action"], observed: Observations): Plant {
  return { cause, action, observed, certainty: "certain" };
}

function pointed(cause: CauseCode, action: Remedy["action"], observed: Observations): readonly Plant[] {
  return [{ cause, action, observed, certainty: "partial" }];
}

function refusedFiles(cause: CauseCode, action: Remedy["action"], errors: readonly FileError[]): readonly Plant[] {
  return errors.map((error) => ({
    ...plant(cause, action, { visible: { usable: [], refused: [{ ...placeIn(annasProfile, "1.lic"), error }] } }),
    licenses: ["1.lic"],
  }));
}

function reasons(cause: CauseCode, action: Remedy["action"], all: readonly LicenseReason[]): readonly Plant[] {
  return all.map((reason) => ({
    ...plant(cause, action, { licenses: [{ verdict: invalid(one, reason) }] }),
    licenses: [one.name],
  }));
}

function messages(
  cause: CauseCode,
  action: Remedy["action"],
  ...codes: readonly Parameters<typeof message>[0][]
): readonly Plant[] {
  return codes.map((code) => ({
    ...plant(cause, action, message(code, { file: "C:/1C/20130821122954.lic" })),
    licenses: ["20130821122954.lic"],
  }));
}

function trails(
  cause: CauseCode,
  action: Remedy["action"],
  ...whys: readonly Parameters<typeof denied>[1][]
): readonly Plant[] {
  return whys.map((why) => ({ ...plant(cause, action, denied("allocation/not-found", why)), licenses: [one.name] }));
}

function refusals(cause: CauseCode, action: Remedy["action"], ...codes: readonly string[]): readonly Plant[] {
  return codes.map((code) => plant(cause, action, { refusal: { code } }));
}

function inPlace(directory: string): Observations {
  return { system: annasComputer, elsewhere: [{ directory, name: "1.lic" }] };
}
