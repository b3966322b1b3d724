import { compareCodePoints } from "../core/index.js";
import { readArmor } from "./armor.js";
import type { DocumentError } from "./document.js";
import { pathKey, type DirectoryListing, type FilePlace, type LicenseDirectory, type ListedFile } from "./listing.js";

/** Who looks for licenses. */
export interface Viewer {
  /** The user in whose name the application runs: to the letter, as the directories name him. */
  readonly user: string;
  /**
   * Whether a license verifies, say by `openLicense`. Where it is given, what does not verify is refused, and is no copy of
   * anything; where not, a file whose signature alone is damaged counts as a copy.
   */
  readonly verifies?: ((text: string) => boolean) | undefined;
}

/** A license that was found, and is to be checked. */
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
  | { readonly code: "license/not-verified" }
  /** The same license lies in other places too: none of them counts, until one is left. */
  | { readonly code: "license/copied"; readonly copies: readonly FilePlace[] }
  /** It is another name of a file that counts. */
  | { readonly code: "license/same-file"; readonly as: FilePlace }
  /** Its directory is looked at only where nothing else is found. */
  | { readonly code: "license/not-looked-at" };

/** What a viewer sees. */
export interface VisibleLicenses {
  /** In the order in which they are to be tried. Whether they can be trusted and hold here, `checkLicense` says. */
  readonly usable: readonly UsableFile[];
  readonly refused: readonly RefusedFile[];
}

/**
 * Which license files an application finds: directories in the order given, within each the files by name, by code points.
 * Every file is in one of the two lists. What is damaged hides nothing else.
 *
 * A file in a user's directory serves that user only. The same license (the same signed bytes, whatever the name and the
 * lines around them) in two places that the viewer sees is a copy: all of them are refused. A directory that is listed twice
 * counts once, and so does a file with one `fileId` in two places. An older license of the same PIN is no copy: whoever adds
 * up seats takes one license of each name.
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
  const found = inOrder(listing, viewer);
  const elsewhere = found.some(({ directory, read }) => read.ok && directory.onlyIfNothing !== true);
  const [usable, refused]: [UsableFile[], RefusedFile[]] = [[], []];
  const considered = found.filter(({ directory, name, read }) => {
    const error = elsewhere && directory.onlyIfNothing ? ({ code: "license/not-looked-at" } as const) : errorOf(read);
    if (error !== undefined) refused.push({ directory, name, error });
    return error === undefined;
  });
  for (const { first, names, files } of groupsOf(considered)) {
    const copies = files > 1 ? names.map(placeOf) : [];
    for (const one of names) {
      if (files > 1) refused.push({ ...placeOf(one), error: { code: "license/copied", copies } });
      else if (one !== first)
        refused.push({ ...placeOf(one), error: { code: "license/same-file", as: placeOf(first) } });
      else usable.push({ ...placeOf(one), text: textOf(one) });
    }
  }
  return { usable, refused };
}

interface Found {
  readonly directory: LicenseDirectory;
  readonly name: string;
  readonly fileId: string | undefined;
  readonly read: Read;
}

/** A license, known by the bytes that were signed; or why there is none. */
type Read =
  | { readonly ok: true; readonly signed: string; readonly text: string }
  | { readonly ok: false; readonly error: FileError };

/** Every file once, in the order of the search; of a directory that is listed twice, as the viewer can use it. */
function inOrder(listing: readonly DirectoryListing[], viewer: Viewer): readonly Found[] {
  const files = new Map<string, Found>();
  for (const { directory, files: inIt } of listing) {
    const path = pathKey(directory.path);
    for (const file of [...inIt].sort((a, b) => compareCodePoints(a.name, b.name))) {
      const key = JSON.stringify([path, file.name]);
      if (files.get(key)?.read.ok === true) continue;
      files.set(key, { directory, name: file.name, fileId: file.fileId, read: read(directory, file, viewer) });
    }
  }
  return [...files.values()];
}

/** The same license under all its names, in the order of the search, and how many files those are. */
interface Group {
  readonly first: Found;
  readonly names: readonly Found[];
  readonly files: number;
}

function groupsOf(found: readonly Found[]): readonly Group[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const { read } = one;
    if (!read.ok) continue;
    const group = groups.get(read.signed);
    if (group === undefined) groups.set(read.signed, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((names) => {
    const [first] = names;
    const known = names.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId]));
    return first === undefined ? [] : [{ first, names, files: names.length - known.length + new Set(known).size }];
  });
}

function read({ serves }: LicenseDirectory, { name, text }: ListedFile, { user, verifies }: Viewer): Read {
  if (serves !== "everyone" && serves.user !== user) return not({ code: "license/other-user", user: serves.user });
  if (!/\.lic$/i.test(name)) return not({ code: "license/other-file" });
  if (typeof text !== "string") return not({ code: "license/unreadable", why: text.unreadable });
  const armor = readArmor(text, ["LICIT LICENSE", "LICIT PHONE LICENSE"]);
  if (!armor.ok) return armor;
  const { label, body } = armor.value;
  // Signed again, the same license has another signature: it stands behind the last dot, and does not count.
  const signed = label === "LICIT LICENSE" ? /^([^.]+\.[^.]+)\.[^.]*$/.exec(body)?.[1] : body;
  if (signed === undefined) return not({ code: "license/damaged" });
  return verifies?.(text) === false
    ? not({ code: "license/not-verified" })
    : { ok: true, signed: `${label} ${signed}`, text };
}

function not(error: FileError): Read {
  return { ok: false, error };
}

function errorOf(read: Read): FileError | undefined {
  return read.ok ? undefined : read.error;
}

function textOf({ read }: Found): string {
  return read.ok ? read.text : "";
}

function placeOf({ directory, name }: Found): FilePlace {
  return { directory, name };
}
