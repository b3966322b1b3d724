import { compareCodePoints } from "licit";
import {
  judgeLicense,
  openLicenseAsync,
  supersededPins,
  visibleLicenses,
  type Circumstances,
  type DirectoryListing,
  type FilePlace,
  type License,
  type LicenseVerdict,
  type VisibleLicenses,
} from "licit/license";
import type { Vendor } from "./vendor.js";

/** A license that verifies, and where it was found. */
export interface OpenedFile extends FilePlace {
  readonly text: string;
  readonly license: License;
}

/** What the files that were found are. */
export interface FoundLicenses {
  readonly visible: VisibleLicenses;
  /** All that verify, whether they count or not. */
  readonly opened: readonly OpenedFile[];
}

/** Opens what was found, each text once, and says which of the files count. */
export async function openFound(
  listing: readonly DirectoryListing[],
  user: string,
  { verify, stretch }: Vendor,
): Promise<FoundLicenses> {
  const files = listing.flatMap(({ directory, files: inIt }) =>
    inIt.flatMap(({ name, text }) => (typeof text === "string" ? [{ directory, name, text }] : [])),
  );
  const licenses = new Map<string, License>();
  for (const text of new Set(files.map((file) => file.text))) {
    const read = await openLicenseAsync(text, verify, stretch);
    if (read.ok) licenses.set(text, read.value);
  }
  const opened = files.flatMap((file) => {
    const license = licenses.get(file.text);
    return license === undefined ? [] : [{ ...file, license }];
  });
  return { visible: visibleLicenses(listing, { user, verifies: (text) => licenses.has(text) }), opened };
}

/** A license that counts, and whether it may be used here and now. */
export interface JudgedFile {
  readonly place: FilePlace;
  readonly verdict: LicenseVerdict;
}

/** Judges each license that counts. Which of them gave way to a spare PIN, the others tell. */
export function judgeFound({ visible, opened }: FoundLicenses, here: Circumstances): readonly JudgedFile[] {
  const ours = opened.filter(({ license }) => license.issuer === here.issuer && license.product === here.product);
  const superseded = supersededPins(ours.map(({ license }) => license));
  return visible.usable.flatMap(({ directory, name }) => {
    const file = opened.find((one) => one.directory === directory && one.name === name);
    if (file === undefined) return [];
    return [{ place: { directory, name }, verdict: judgeLicense(file.license, { ...here, superseded }) }];
  });
}

/** What verifies, in the order in which it was acquired: files are named by their time. A copy is no further license. */
export function acquired({ opened }: FoundLicenses): readonly License[] {
  const byText = new Map(opened.map((file) => [file.text, file]));
  return [...byText.values()]
    .sort((a, b) => compareCodePoints(a.name, b.name))
    .slice(-MOST)
    .map(({ license }) => license);
}

/** As many as a wizard takes. */
const MOST = 1_000;
