import { err, ok, type Result } from "../core/index.js";
import { pathKey, type LicenseDirectory } from "./listing.js";

/** What is known of the computer on which a license is to be installed. */
export interface Installation {
  /** For whom: the users of this computer, or a server that runs on it. */
  readonly mode: "file" | "server";
  /** The user who installs; of a server, the one in whose name it runs. */
  readonly user: string;
  /** Paths that can be written to. */
  readonly writable: readonly string[];
  /** Whether the user agreed that the license serves him alone, where it cannot serve everyone. */
  readonly forThisUserOnly: boolean;
}

/** Why there is no place. */
export type InstallError =
  /** Nobody can write where it would serve everyone: it can serve this user alone, if he agrees. */
  | { readonly code: "license/for-this-user-only"; readonly directory: LicenseDirectory }
  | { readonly code: "license/nowhere-to-write"; readonly directories: readonly LicenseDirectory[] };

/**
 * Where a new license goes: into the directory for everyone; where that cannot be written, into the user's own, if he
 * agreed; for a server, into the profile of the user in whose name it runs. Of `directories`, in the order of the search,
 * those that receive licenses are considered.
 *
 * A license that served files and is to serve a server is moved there, never copied.
 *
 * Outcomes: `license/for-this-user-only`, `license/nowhere-to-write`.
 *
 * @rule LC-14
 * @source S1; S2 p. 20; S3
 * @example
 * ```ts
 * import { installDirectory } from "licit/license";
 *
 * const shared = { path: "/var/1C/licenses", serves: "everyone", receives: true } as const;
 * const own = { path: "/home/anna/.1cv8/1C/1cv8/conf", serves: { user: "anna" }, receives: true } as const;
 * const wanted = { mode: "file", user: "anna", writable: [own.path], forThisUserOnly: false } as const;
 *
 * installDirectory([own, shared], wanted); // → { ok: false, error: { code: "license/for-this-user-only", directory: own } }
 * installDirectory([own, shared], { ...wanted, forThisUserOnly: true }); // → { ok: true, value: own }
 * ```
 */
export function installDirectory(
  directories: readonly LicenseDirectory[],
  { mode, user, writable, forThisUserOnly }: Installation,
): Result<LicenseDirectory, InstallError> {
  const paths = new Set(writable.map(pathKey));
  const receiving = directories.filter(({ receives }) => receives === true);
  const canWrite = ({ path }: LicenseDirectory): boolean => paths.has(pathKey(path));
  const own = receiving.filter(({ serves }) => serves !== "everyone" && serves.user === user).find(canWrite);
  const shared = receiving.filter(({ serves }) => serves === "everyone").find(canWrite);
  const nowhere = { code: "license/nowhere-to-write", directories: receiving } as const;
  if (mode === "server") return own === undefined ? err(nowhere) : ok(own);
  if (shared !== undefined) return ok(shared);
  if (own === undefined) return err(nowhere);
  return forThisUserOnly ? ok(own) : err({ code: "license/for-this-user-only", directory: own });
}
