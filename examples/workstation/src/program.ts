import { applyChanges, type KeyParameters } from "licit/fingerprint";
import type { Result } from "licit";
import type { PlayedChange } from "./contract.js";
import type { DataFolder } from "./data-folder.js";
import type { Places } from "./directories.js";
import type { ReadHardware } from "./hardware.js";
import type { InTurn } from "./in-turn.js";
import { log } from "./log.js";
import { hardwareChanges, parsePlayed } from "./played-changes.js";
import type { Vendor } from "./vendor.js";

/** What this program has of the outside world. */
export interface Program {
  readonly vendor: Vendor;
  /** The licensing center's address. */
  readonly center: string;
  readonly places: Places;
  readonly data: DataFolder;
  readonly readHardware: ReadHardware;
  /** One license is installed after another. */
  readonly installing: InTurn;
}

/** The computer as it is, and with the changes that are played. */
export interface Computer {
  readonly real: KeyParameters;
  readonly played: readonly PlayedChange[];
  readonly now: KeyParameters;
}

/** Reads the computer, and plays on it what is to be played. */
export async function readComputer({ data, readHardware }: Program): Promise<Result<Computer, string>> {
  const [read, played = []] = await Promise.all([readHardware(), data.read("changes", parsePlayed)]);
  return read.ok ? { ok: true, value: playedOn(read.value, played) } : read;
}

/** A change that the computer does not bear is left out, with all the others: what is seen is never half of what is said. */
export function playedOn(real: KeyParameters, played: readonly PlayedChange[]): Computer {
  const changed = applyChanges(real, hardwareChanges(real, played));
  if (changed.ok) return { real, played, now: changed.value };
  log("not played", changed.error.code);
  return { real, played: [], now: real };
}
