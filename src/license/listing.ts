/** A directory in which licenses may lie. */
export interface LicenseDirectory {
  readonly path: string;
  /** Whom its licenses serve: everyone on the computer, or the one user whose directory it is. @rule LC-05 */
  readonly serves: { readonly user: string } | "everyone";
  /** Whether new licenses go here, where they can. @rule LC-14 */
  readonly receives?: boolean | undefined;
  /** Whether it is looked at only where no other directory holds a license for the viewer. @rule LC-06 */
  readonly onlyIfNothing?: boolean | undefined;
}

/** A directory with what was found in it. */
export interface DirectoryListing {
  readonly directory: LicenseDirectory;
  readonly files: readonly ListedFile[];
}

/** A file as it was found. */
export interface ListedFile {
  readonly name: string;
  /** What is in it; or why that could not be read. */
  readonly text: string | { readonly unreadable: string };
  /**
   * What tells a file from every other, exactly, where the system knows: device and inode, volume and file index (in Node
   * as `bigint`: as numbers they lose digits). Two names of one file are no copies.
   */
  readonly fileId?: string | undefined;
}

/** Where a file is. */
export interface FilePlace {
  readonly directory: LicenseDirectory;
  readonly name: string;
}

/**
 * A path as its system tells it from others. One that begins with a drive or a share is of Windows: letter case does not
 * count there, nor which slash it is. Slashes that say nothing are left out.
 */
export function pathKey(path: string): string {
  const windows = /^[A-Za-z]:|^\\\\/.test(path);
  const key = windows ? path.replaceAll("/", "\\").toLowerCase() : path;
  return key.replace(/(?<=.)([\\/])\1+/g, "$1").replace(/(?<=[^:])[\\/]$/, "");
}
