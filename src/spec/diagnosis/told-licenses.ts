import type { TrailStep } from "../../allocation/index.js";
import type { Cause, CauseCode, ObservedLicense } from "../../diagnosis/index.js";
import type { FileError, LicenseReason } from "../../license/index.js";
import { licenseName } from "../../pins/index.js";
import { KIT, pinNumber } from "../pins/kits.js";
import {
  annasComputer,
  annasProfile,
  computer,
  everyones,
  judged,
  licenseWith,
  other,
  placeIn,
  valid,
} from "./office.js";
import { type Details, type Told } from "./told-details.js";

export function ofFiles({ bad, reason, else: also }: Details): readonly Told[] {
  const error = (code: Details["reason"]): FileError =>
    code === "license/copied" ? { code, copies: [] } : code === "license/unreadable" ? { code, why: "no" } : { code };
  const others = { code: "license/other-user", user: "boris" } as const;
  const refused = bad.map((is, at) => ({ ...placeIn(annasProfile, `${at}.lic`), error: is ? error(reason) : others }));
  const paths = (those: boolean) =>
    bad.flatMap((is, at) => (is === those ? [{ directory: annasProfile, name: `${at}.lic` }] : []));
  const files = paths(true);
  const names = files.map(({ name }) => name);
  const visible = { usable: [], refused };
  const system =
    also === undefined
      ? annasComputer
      : ({
          ...annasComputer,
          mode: "server",
          server: { user: "USR1CV8", LOCALAPPDATA: "C:\\Users\\USR1CV8\\AppData\\Local" },
        } as const);
  const to = also === undefined ? everyones : "C:\\Users\\USR1CV8\\AppData\\Local\\1C\\1cv8\\conf";
  const lost = { directory: "D:\\old", name: "lost.lic" };
  const older = { directory: "C:\\Program Files\\1cv8\\8.3.20.1\\bin\\conf", name: "older.lic" };
  const causes = {
    "license/copied": ["diagnosis/copied-file", { action: "keep-one-file", files }],
    "license/unreadable": ["diagnosis/file-unreadable", { action: "grant-access", files }],
    "license/damaged": ["diagnosis/damaged-file", { action: "put-file-back", files: names, otherwise: "same-pin" }],
  } as const;
  const [cause, remedy] = causes[reason];
  return [
    ...(names.length > 0 ? [{ cause, observed: { visible }, says: { remedy, licenses: names } }] : []),
    {
      cause: "diagnosis/file-elsewhere",
      observed: { system, visible, elsewhere: [older, lost] },
      says: { remedy: { action: "move-file", files: [...paths(false), lost], to } },
    },
    {
      cause: "diagnosis/other-version-directory",
      observed: { system, visible, elsewhere: [older, lost] },
      says: { remedy: { action: "move-file", files: [older], to } },
    },
    {
      cause: "diagnosis/file-elsewhere",
      observed: { elsewhere: [lost] },
      says: { certainty: "partial", remedy: { action: "move-file", files: [lost] } },
    },
  ];
}

export function ofLicenses({ bad, unread, since }: Details): readonly Told[] {
  const nth = (at: number) => licenseWith(pinNumber(at));
  const those = (reason: LicenseReason): readonly ObservedLicense[] =>
    bad.map((is, at) => {
      const reasons: readonly [LicenseReason, LicenseReason] = [{ code: "license/expired", expiresAt: since }, reason];
      return { verdict: is ? { outcome: "invalid", license: nth(at), reasons } : valid(nth(at)) };
    });
  const licenses = bad.flatMap((is, at) => (is ? [licenseName(pinNumber(at), KIT)] : []));
  const dongle = { series: "ORGL8", id: `${since}` };
  const weak = { code: "license/weak-binding", missing: unread } as const;
  const found: readonly (readonly [CauseCode, LicenseReason, Partial<Cause>])[] = [
    ["diagnosis/license-expired", weak, { remedy: { action: "ask-center", about: "renewal" } }],
    ["diagnosis/weak-binding", weak, { remedy: { action: "ask-center", about: "weak-binding" }, missing: unread }],
    ["diagnosis/clock-wrong", { code: "license/not-yet-valid", issuedAt: since }, { remedy: { action: "set-clock" } }],
    [
      "diagnosis/dongle-absent",
      { code: "license/dongle-absent", dongle },
      { remedy: { action: "attach-dongle", dongles: [dongle] } },
    ],
    ["diagnosis/pin-superseded", { code: "license/superseded" }, { remedy: { action: "superseded" } }],
    [
      "diagnosis/damaged-file",
      { code: "license/damaged" },
      { remedy: { action: "put-file-back", files: licenses, otherwise: "same-pin" } },
    ],
  ];
  const observed = { ...computer, ...Object.fromEntries(unread.map((name) => [name, { unreadable: "no rights" }])) };
  return [
    ...(licenses.length === 0 ? [] : found).map(([cause, reason, says]) => ({
      cause,
      observed: { licenses: those(reason) },
      says: { certainty: "certain" as const, licenses, ...says },
    })),
    {
      cause: "diagnosis/parameters-unread",
      observed: { licenses: [{ verdict: valid(other) }, judged(nth(0), observed)] },
      says: { remedy: { action: "read-again", parameters: unread }, licenses: [nth(0).name] },
    },
    {
      cause: "diagnosis/weak-binding",
      observed: { refusal: { code: "fingerprint/weak-binding" } },
      says: { remedy: { action: "read-again", parameters: [] } },
    },
  ];
}

export function ofSaid({ bad }: Details): readonly Told[] {
  const file = (at: number): string => `2026112209300${at}.lic`;
  const says = { certainty: "certain", licenses: bad.flatMap((is, at) => (is ? [file(at)] : [])) } as const;
  const trail = bad.map((is, at): TrailStep => {
    const found = [
      { license: "another", why: "another-level" },
      { license: file(at), why: is ? "expired" : "another-level" },
    ] as const;
    return { for: "client", place: "client", look: "software", computer: "BUH-31", found };
  });
  const messages = bad.map((is, at) => {
    const code = is ? "wrong-kind" : "copied";
    return { code, line: at + 1, file: `C:/ProgramData/1C/licenses/${file(at)}` } as const;
  });
  if (says.licenses.length === 0) return [];
  return [
    { cause: "diagnosis/license-expired", observed: { denial: { code: "allocation/not-found", trail } }, says },
    { cause: "diagnosis/wrong-kind", observed: { messages: { messages, unknown: [] } }, says },
  ];
}
