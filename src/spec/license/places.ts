import type { DirectoryListing, LicenseDirectory, RequestDetails } from "../../license/index.js";
import { ensureEqual } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { licenseFor, requestOf, type Grant } from "./arbitraries.js";

export const shared: LicenseDirectory = { path: "/var/1C/licenses", serves: "everyone", receives: true };
export const installed: LicenseDirectory = { path: "/opt/1cv8/conf", serves: "everyone" };
export const annas: LicenseDirectory = { path: "/home/anna/conf", serves: { user: "anna" }, receives: true };
export const servers: LicenseDirectory = { path: "/home/usr1cv8/conf", serves: { user: "usr1cv8" }, receives: true };
export const directories: readonly LicenseDirectory[] = [installed, annas, servers, shared];

/** In whose name the application runs. */
export const ANNA = { user: "anna" } as const;

/** A directory with these files in it. */
export function at(
  directory: LicenseDirectory,
  ...files: readonly (readonly [name: string, text: string, fileId?: string])[]
): DirectoryListing {
  return { directory, files: files.map(([name, text, fileId]) => ({ name, text, fileId })) };
}

/** The document of a license that answers a request of these details. */
export async function signed(subject: LicenseSubject, of: RequestDetails, given: Grant): Promise<string> {
  return subject.signLicense(licenseFor(await requestOf(subject, of), given), subject.ports.sign);
}

/** Which files Anna's application may use, in order. */
export async function sees(
  subject: LicenseSubject,
  listing: readonly DirectoryListing[],
  names: readonly string[],
  what: string,
): Promise<void> {
  const { usable } = await subject.visibleLicenses(listing, ANNA);
  ensureEqual(
    usable.map(({ name }) => name),
    names,
    what,
  );
}
