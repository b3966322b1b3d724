import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { err, type Result } from "licit";
import { fromSystemInformation, readKeyParameters, type HardwareProbe, type KeyParameters } from "licit/fingerprint";
import { get } from "systeminformation";

/** Reads the key parameters of a computer; or says why it cannot. */
export type ReadHardware = () => Promise<Result<KeyParameters, string>>;

/** The real computer, or the one that a file describes. */
export function hardwareReader(file: string | undefined): ReadHardware {
  return file === undefined ? keptFor(5_000, () => readWith(thisComputer)) : () => readWith(describedIn(file));
}

/** A computer of which nothing could be read: no permission, and no change either. */
export function nothingRead(unreadable: string): KeyParameters {
  const not = { unreadable: unreadable.slice(0, 1_000) };
  return {
    os: { family: not, name: not, version: not },
    networkName: not,
    board: { model: not },
    memoryBytes: not,
    bios: { type: not, version: not },
    processors: not,
    networkAdapters: not,
    disks: not,
  };
}

async function readWith(probe: HardwareProbe): Promise<Result<KeyParameters, string>> {
  const deadline = setTimeout(DEADLINE, undefined, { ref: false });
  const read = await readKeyParameters(probe, deadline);
  return read.ok ? read : err(JSON.stringify(read.error));
}

/** Milliseconds for a reading. Windows asks its own services, and they may take their time. */
const DEADLINE = 15_000;

/** The functions of systeminformation that `fromSystemInformation` looks at; `*` asks each for all it has. */
const wanted = {
  osInfo: "*",
  system: "*",
  bios: "*",
  baseboard: "*",
  cpu: "*",
  mem: "*",
  memLayout: "*",
  networkInterfaces: "*",
  diskLayout: "*",
};

const thisComputer: HardwareProbe = {
  async read() {
    const read = fromSystemInformation(await get(wanted));
    if (!read.ok) throw new Error(`systeminformation answered in another form: ${JSON.stringify(read.error.faults)}`);
    return read.value;
  },
};

function describedIn(file: string): HardwareProbe {
  return { read: async () => JSON.parse(await readFile(file, "utf8")) as unknown };
}

/** A reading that takes a second is done once for all who ask within a moment. One that failed is not kept. */
function keptFor(milliseconds: number, read: ReadHardware): ReadHardware {
  let last: { readonly until: number; readonly reading: ReturnType<ReadHardware> } | undefined;
  return async () => {
    if (last === undefined || performance.now() > last.until) {
      last = { until: performance.now() + milliseconds, reading: read() };
    }
    const { reading } = last;
    const result = await reading;
    if (!result.ok) last = undefined;
    return result;
  };
}
