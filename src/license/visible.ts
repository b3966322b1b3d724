import { compareCodePoints } from "../core/index.js";
import { readArmor } from "./armor.js";
import type { DocumentError } from "./document.js";
import { pathKey, type DirectoryListing, type FilePlace, type LicenseDirectory, type ListedFile } from "./listing.js";

/** Who looks for licenses. */
export interface Viewer {
  /** The user in whose name the application runs. */
  readonly user: string;
}

/** A license that is found, and may be checked. */
export interface UsableFile extends FilePlace {
  readonly text: string;
}

/** A file that is passed over, and why. */
export interface RefusedFile extends FilePlace {
  readonly error: FileError;
}

/** Why a file is passed over. */
export type FileError =
  | DocumentError
  /** It lies in another user's directory. */
  | { readonly code: "license/other-user"; readonly user: string }
  /** Its name does not end with `.lic`. */
  | { readonly code: "license/other-file" }
  | { readonly code: "license/unreadable"; readonly why: string }
  /** The same license lies in other places too: none of them counts, until one is left. */
  | { readonly code: "license/copied"; readonly copies: readonly FilePlace[] };

/** What a viewer sees. */
export interface VisibleLicenses {
  /** In the order in which they are to be tried. */
  readonly usable: readonly UsableFile[];
  readonly refused: readonly RefusedFile[];
}

/**
 * Which license files an application finds: directories in the order given, within each the files by name, by code points.
 * Every file is in one of the two lists. What is damaged hides nothing else.
 *
 * A file in a user's directory serves that user only. The same license (the same signed bytes, whatever the name and the
 * lines around them) in two places that the viewer sees is a copy: all of them are refused. A directory that is listed twice
 * counts once, and so does a file with one `fileId` in two places. Whether a license can be trusted, and holds here,
 * `checkLicense` says.
 *
 * Outcomes: the codes of {@link FileError}.
 *
 * @rule AL-29, LC-04, LC-05, LC-06, LC-10
 * @source S1; S2 p. 6, 20 ("Do not store multiple copies of a single software license file"); S3 ("cannot be copied!")
 * @example
 * ```ts
 * import { visibleLicenses } from "licit/license";
 *
 * const shared = { path: "C:\\ProgramData\\1C\\licenses", serves: "everyone" } as const;
 * const annas = { path: "C:\\Users\\anna\\AppData\\Local\\1C\\1cv8\\conf", serves: { user: "anna" } } as const;
 * const listing = [
 *   { directory: annas, files: [{ name: "20261122093005.lic", text: "…" }] },
 *   { directory: shared, files: [{ name: "readme.txt", text: "…" }] },
 * ];
 *
 * const { refused } = visibleLicenses(listing, { user: "boris" });
 * refused.map(({ error }) => error.code); // → ["license/other-user", "license/other-file"]
 * ```
 */
export function visibleLicenses(listing: readonly DirectoryListing[], viewer: Viewer): VisibleLicenses {
  const found = inOrder(listing).map((file) => ({ file, read: read(file, viewer) }));
  const places = new Map<string, Found[]>();
  for (const { file, read } of found) {
    if (read.ok) places.set(read.signed, [...(places.get(read.signed) ?? []), file]);
  }
  const usable: UsableFile[] = [];
  const refused: RefusedFile[] = [];
  for (const { file, read } of found) {
    const { directory, name } = file;
    if (!read.ok) {
      refused.push({ directory, name, error: read.error });
      continue;
    }
    const copies = places.get(read.signed) ?? [];
    if (copies.length === 1) usable.push({ directory, name, text: read.text });
    else refused.push({ directory, name, error: { code: "license/copied", copies: copies.map(placeOf) } });
  }
  return { usable, refused };
}

interface Found extends ListedFile {
  readonly directory: LicenseDirectory;
}

type Read =
  | { readonly ok: true; readonly signed: string; readonly text: string }
  | { readonly ok: false; readonly error: FileError };

/** Every file once, in the order of the search. */
function inOrder(listing: readonly DirectoryListing[]): readonly Found[] {
  const [directories, ids] = [new Set<string>(), new Set<string>()];
  const files: Found[] = [];
  for (const { directory, files: inIt } of listing) {
    const key = pathKey(directory.path);
    if (directories.has(key)) continue;
    directories.add(key);
    for (const file of [...inIt].sort((a, b) => compareCodePoints(a.name, b.name))) {
      if (file.fileId !== undefined && ids.has(file.fileId)) continue;
      if (file.fileId !== undefined) ids.add(file.fileId);
      files.push({ ...file, directory });
    }
  }
  return files;
}

function read({ directory, name, text }: Found, viewer: Viewer): Read {
  const { serves } = directory;
  if (serves !== "everyone" && serves.user !== viewer.user) {
    return { ok: false, error: { code: "license/other-user", user: serves.user } };
  }
  if (!/\.lic$/i.test(name)) return { ok: false, error: { code: "license/other-file" } };
  if (typeof text !== "string") return { ok: false, error: { code: "license/unreadable", why: text.unreadable } };
  const armor = readArmor(text, ["LICIT LICENSE", "LICIT PHONE LICENSE"]);
  if (!armor.ok) return armor;
  // Signed again, the same license has another signature: it stands behind the last dot, and does not count.
  const { label, body } = armor.value;
  const signed = label === "LICIT LICENSE" ? body.slice(0, Math.max(body.lastIndexOf("."), 0)) : body;
  return { ok: true, signed: `${label} ${signed}`, text };
}

function placeOf({ directory, name }: Found): FilePlace {
  return { directory, name };
}
