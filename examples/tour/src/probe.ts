import { fromSystemInformation, type HardwareProbe } from "licit/fingerprint";
import { get } from "systeminformation";

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

/** Reads this computer. */
export const thisComputer: HardwareProbe = {
  async read() {
    const read = fromSystemInformation(await get(wanted));
    if (!read.ok) throw new Error(`systeminformation answered in another form: ${JSON.stringify(read.error.faults)}`);
    return read.value;
  },
};
