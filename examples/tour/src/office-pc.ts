import type { KeyParameters } from "licit/fingerprint";

/** A described office PC, for computers that show too little of themselves to play every change on. */
export const officePc: KeyParameters = {
  os: {
    family: "windows",
    name: "Microsoft Windows 11 Pro",
    version: "10.0.22631",
    serialNumber: "00330-80000-00000-AA790",
    installedAt: 1_700_000_000_000,
  },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 16 * 2 ** 30,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600 6-Core Processor", cores: 6 }],
  networkAdapters: [
    { model: "Realtek PCIe GbE Family Controller", mac: "00:1a:2b:3c:4d:57" },
    { model: "Intel Wi-Fi 6 AX200", mac: "a0:88:69:00:00:00" },
  ],
  disks: [
    { model: "Samsung SSD 980", serial: "S64DNX0R192623", sizeBytes: 500_107_862_016 },
    { model: "WDC WD10EZEX", serial: "WD-WCC6Y378659", sizeBytes: 1_000_204_886_016 },
  ],
};
