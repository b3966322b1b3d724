import { resolve } from "node:path";
import { err, ok, type Result } from "licit";

/** Where this program listens, keeps things and asks. */
export interface Settings {
  /** 0: any that is free. */
  readonly port: number;
  readonly data: string;
  /** The licensing center, without a slash at the end. */
  readonly center: string;
  /** The vendor's public keys. */
  readonly keys: string;
  /** Key parameters that are read in place of the computer's own. */
  readonly hardware: string | undefined;
  /** `own`: the documented directories, below the data folder. `system`: where they really are. */
  readonly directories: "own" | "system";
}

/** Reads the settings out of the environment; or says which of them is wrong. */
export function readSettings(environment: { readonly [name: string]: string | undefined }): Result<Settings, string> {
  const { PORT = "8402", DATA = "data/workstation", CENTER = "http://127.0.0.1:8401", KEYS, HARDWARE } = environment;
  const { DIRECTORIES: directories = "own" } = environment;
  if (!/^[0-9]{1,5}$/.test(PORT) || Number(PORT) > 65_535) return err("PORT: 0 to 65535");
  if (!URL.canParse(CENTER) || !/^https?:$/.test(new URL(CENTER).protocol)) return err("CENTER: http:// or https://");
  if (KEYS === undefined || KEYS === "") return err("KEYS: the file of the vendor's public keys");
  if (directories !== "own" && directories !== "system") return err("DIRECTORIES: own or system");
  return ok({
    port: Number(PORT),
    data: resolve(DATA),
    center: CENTER.replace(/\/+$/, ""),
    keys: resolve(KEYS),
    hardware: HARDWARE === undefined || HARDWARE === "" ? undefined : resolve(HARDWARE),
    directories,
  });
}
