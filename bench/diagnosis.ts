import { diagnose, type Observations } from "licit/diagnosis";
import type { KeyParameters } from "licit/fingerprint";
import { judgeLicense, type License } from "licit/license";
import { checkNethaspIni, parseNethaspIni, recognizeMessage, repairNethaspIni, writeNethaspIni } from "licit/platform";
import { contest, report } from "./harness.js";

const reference: KeyParameters = {
  os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 17_179_869_184,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};
const license: License = {
  issuer: "Example Vendor",
  product: "ledger",
  name: "381505376410122-8050525679",
  kind: "single-user",
  seats: 1,
  kit: "8050525679",
  pin: "381505376410122",
  owner: { kind: "company", organization: "ООО «Ромашка»" },
  binding: { to: "hardware", reference },
  channel: "file",
  issuedAt: 1,
};
const verdict = judgeLicense(license, {
  issuer: license.issuer,
  product: license.product,
  now: 2,
  observed: { ...reference, networkName: "BUH-32" },
});
const paragraph = [
  "На сервере 1С:Предприятия не найдена лицензия. Не обнаружен ключ защиты программы или полученная программная лицензия!",
  "по причине:",
  "Ошибка программного лицензирования. Ошибка привязки программной лицензии к компьютеру: file://C:/ProgramData/1C/1Cv82/conf/20130821122954.lic",
  "После получения лицензии удалены:",
  "Sys Type_0: ProLiant DL360 G7, x64-based PC",
  "В текущей конфигурации компьютера имеются:",
  "Phis Mem_0: 19313217536",
  "локальный ключ недоступен: Status=-100, ORGL8 Локальный, не установлен",
  "Something that nobody knows, of the usual length of such a line in a log file.",
  "",
].join("\r\n");
const ini =
  "[NH_COMMON]\r\nNH_TCPIP = Disabled ; since the move\r\n[NH_TCPIP]\r\nNH_SERVER_ADDR = 192.168.0.41, 192.168.0.16\r\n";
const lines = "; a comment, as administrators leave them\r\nNH_SOMETHING = 17 ; and a note\r\n\r\n";

const read = parseNethaspIni(ini);
const said = recognizeMessage(paragraph);
const observed: Observations = {
  system: {
    family: "windows",
    version: "8.3.24",
    mode: "file",
    user: "anna",
    environment: { ProgramData: "C:\\ProgramData" },
  },
  licenses: [{ verdict }],
  elsewhere: [{ directory: "C:\\Program Files\\1cv8\\8.3.20.1\\bin\\conf", name: "20261122093005.lic" }],
  dongles: { seen: [{ dongle: { series: "ORGL8", id: "1" }, present: false }], manager: "unreachable" },
  settings: { hardwareLicenses: false },
  ports: [{ port: 475, protocol: "udp", purpose: "dongle-manager", reachable: false }],
  ...(said.ok ? { messages: said.value } : {}),
  ...(read.ok ? { nethasp: checkNethaspIni(read.value) } : {}),
  center: "unreachable",
  edition: { before: "professional", now: "basic" },
};

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");
const { ours, peer } = contest(
  () => diagnose(observed),
  () => diagnose({}),
  21,
);
report(
  "`diagnose`, a full observation",
  `${(ours / 1000).toFixed(0)} µs (nothing observed: ${(peer / 1000).toFixed(0)} µs)`,
);

/** As often as it takes to fill so many units. */
const filled = (text: string, units: number): string => text.repeat(Math.floor(units / text.length));
const works: readonly (readonly [string, string, (text: string) => unknown])[] = [
  ["`recognizeMessage`", paragraph, recognizeMessage],
  [
    "`parseNethaspIni`, check, repair and write",
    lines,
    (text) => {
      const parsed = parseNethaspIni(ini + text);
      return parsed.ok && [checkNethaspIni(parsed.value), writeNethaspIni(repairNethaspIni(parsed.value).ini)];
    },
  ],
];
for (const [name, text, work] of works) {
  const [small, large] = [filled(text, 10_000), filled(text, 999_000)];
  const each = contest(
    () => work(large),
    () => work(small),
    5,
  );
  const ratio = each.ours / large.length / (each.peer / small.length);
  const [a, b] = [each.ours / large.length, each.peer / small.length].map((ns) => ns.toFixed(0));
  report(
    `${name}: a character at 1 MB against one at 10 kB`,
    `${ratio.toFixed(2)} (${a} ns, ${b} ns)`,
    "≤ 2",
    ratio <= 2,
  );
}
