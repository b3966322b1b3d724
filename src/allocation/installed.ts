import { compareCodePoints } from "../core/index.js";

/** For whom a license was made. Client and server licenses of different levels do not serve each other. @rule AL-21, AL-22 */
export type LicenseLevel = "professional" | "developer" | "community";

/** A license, and the computer on which it lies or into which its dongle is plugged. */
export type InstalledLicense = ClientLicense | ServerLicense;

/** A license from which clients get their seats. */
export type ClientLicense = SoftwareLicense | Dongle;

/** The types of licenses from which clients get their seats. */
export const clientLicenseTypes: readonly ClientLicense["type"][] = [
  "single-user",
  "multi-user",
  "dongle",
  "basic",
  "community",
];

interface AnyLicense {
  /** Its name, `<PIN>-<kit number>`, or a dongle's id: 1 to 200 UTF-16 units (included). No two are equal. */
  readonly license: string;
  /** The computer's id. */
  readonly computer: string;
}

/** What a license in a file has beside. */
interface InFile extends AnyLicense {
  /** The place of its directory in the order in which directories are looked at. Default 0. @rule AL-29 */
  readonly directory?: number | undefined;
  /** The file's name. Default: the license's own. @rule AL-29 */
  readonly file?: string | undefined;
  /** It serves before this moment only. Milliseconds since 1970 UTC. Default: for ever; a community license: 7 days from its installation. */
  readonly expiresAt?: number | undefined;
}

export type SoftwareLicense =
  /** One seat. */
  | (InFile & { readonly type: "single-user"; readonly level?: "professional" | "developer" | undefined })
  | (InFile & {
      readonly type: "multi-user";
      /** 1 to 100,000 (included). */
      readonly seats: number;
      readonly level?: "professional" | "developer" | undefined;
    })
  /** Three sessions an infobase, for 7 days (AL-21). */
  | (InFile & { readonly type: "community" })
  /** One seat on its own computer, for basic configurations (AL-11). */
  | (InFile & { readonly type: "basic" });

/** A key that is plugged into a computer: for clients there, or for clients everywhere (`network`). @rule AL-05, AL-08 */
export interface Dongle extends AnyLicense {
  readonly type: "dongle";
  /** Of several of one series on one computer only one counts. */
  readonly series: string;
  /** 1 to 100,000 (included). */
  readonly seats: number;
  readonly network?: boolean | undefined;
  readonly level?: "professional" | "developer" | undefined;
}

/** What an application server runs under. @rule AL-09, AL-23, AL-27 */
export type ServerLicense =
  | (InFile & ServerFacts & { readonly type: "server" })
  | (AnyLicense & ServerFacts & { readonly type: "server-dongle" });

interface ServerFacts {
  readonly bits: 32 | 64;
  readonly level?: LicenseLevel | undefined;
}

/** How long a community license serves. @rule AL-21 */
export const COMMUNITY_MS: number = 7 * 86_400_000;

/** How many sessions of one infobase a community license serves at a time. @rule AL-21 */
export const COMMUNITY_SESSIONS = 3;

/** For whom a license was made: `professional`, unless it says otherwise. */
export function levelOf(license: InstalledLicense): LicenseLevel {
  if (license.type === "community") return "community";
  return ("level" in license ? license.level : undefined) ?? "professional";
}

/** How many seats a license has; of a community license, for each infobase. */
export function seatsOf(license: InstalledLicense): number {
  if (license.type === "multi-user" || license.type === "dongle") return license.seats;
  return license.type === "community" ? COMMUNITY_SESSIONS : 1;
}

/** When a license that was installed at a moment stops serving; `undefined`: never. @rule AL-17, AL-21 */
export function expiryOf(license: InstalledLicense, installedAt: number): number | undefined {
  const said = "expiresAt" in license ? license.expiresAt : undefined;
  if (levelOf(license) !== "community") return said;
  return Math.min(said ?? Number.MAX_SAFE_INTEGER, installedAt + COMMUNITY_MS);
}

/** The order in which licenses of one kind are taken: by directory, by file name, by id; dongles by id. @rule AL-29 */
export function inOrderOfFiles(a: InstalledLicense, b: InstalledLicense): number {
  return (
    directoryOf(a) - directoryOf(b) ||
    compareCodePoints(fileOf(a), fileOf(b)) ||
    compareCodePoints(a.license, b.license)
  );
}

function directoryOf(license: InstalledLicense): number {
  return ("directory" in license ? license.directory : undefined) ?? 0;
}

function fileOf(license: InstalledLicense): string {
  return ("file" in license ? license.file : undefined) ?? license.license;
}
