import * as fc from "fast-check";
import { utf8Encode } from "../../core/index.js";
import type { IniFinding, KnownManagers, NethaspIni } from "../../platform/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { PlatformSubject } from "./subject.js";
import { iniCases, type IniCase } from "./ini-files.js";
import { ensureKept } from "./ini-kept.js";
import { iniRepairs } from "./ini-repairs.js";

const rule = rulesFor("platform");

/** What is known of managers: sound ones, and some that would spoil the file: lines, comments and blanks of their own. */
const known = fc
  .array(
    fc.record({
      address: fc.constantFrom("192.168.0.12", "10.9.8.7", "SRV-LIC", "lm.example"),
      name: fc.constantFrom(undefined, "MAIN", "second"),
    }),
    { maxLength: 3 },
  )
  .map((managers) => ({
    managers: [
      ...managers,
      { address: "10.66.0.1\r\nNH_TCPIP=Disabled", name: "injected" },
      { address: "10.66.0.2", name: "a;b" },
      { address: "10.66.0.3", name: "c d" },
    ],
  }));

/** Files of anything at all. */
const scrap = fc.array(
  fc.constantFrom("[", "]", "=", ";", "\r", "\n", " ", "\t", "NH_TCPIP", "ж", "\ud800", "\ufeff", "\0"),
  {
    maxLength: 30,
  },
);

/** The rule on nethasp.ini. */
export const nethaspRules: readonly Rule[] = [
  rule(
    {
      id: "DG-03",
      statement:
        "nethasp.ini is read, checked (sections NH_COMMON, NH_TCPIP, NHS_SERVER; NH_TCPIP = Enabled, NH_SERVER_ADDR, NH_SERVER_NAME, NHS_SERVERNAMES; addresses; names that do not pair), and written back with the repair; comments, order, unknown keys and line ends kept.",
      source: "S3",
    },
    {
      cases: fc.tuple(iniCases, known, scrap, fc.uint8Array({ maxLength: 40 })),
      async holds(subject, [file, managers, parts, bytes]) {
        for (const text of [parts.join(""), file.text]) await keeps(subject, text);
        await keepsBytes(subject, bytes);
        await keepsEncodings(subject, file.text);
        const ini = await read(subject, file.text);
        const findings = await subject.checkNethaspIni(ini);
        ensureEqual(inAnyOrder(findings), inAnyOrder(file.findings), "findings");
        const places = findings.map((finding) => ("line" in finding ? finding.line : 0));
        ensureEqual(
          places,
          [...places].sort((a, b) => a - b),
          "findings in the order of lines",
        );
        await repairsAlone(subject, ini, file);
        await repairsWith(subject, ini, file, managers);
        await holdsOfVendors(subject);
        await holdsOfExamples(subject);
      },
    },
  ),
];

async function read(subject: PlatformSubject, input: string | Uint8Array): Promise<NethaspIni> {
  const parsed = await subject.parseNethaspIni(input);
  ensure(parsed.ok, `the file is read: ${JSON.stringify(parsed)}`);
  // Stored and restored: it is a plain value.
  return JSON.parse(JSON.stringify(parsed.value)) as NethaspIni;
}

async function keeps(subject: PlatformSubject, text: string): Promise<void> {
  for (const whole of [text, `\ufeff${text}`]) {
    ensureEqual(await subject.writeNethaspIni(await read(subject, whole)), whole, "the text as it was");
  }
}

async function keepsBytes(subject: PlatformSubject, bytes: Uint8Array): Promise<NethaspIni> {
  const ini = await read(subject, bytes);
  const again = await subject.writeNethaspIni(ini);
  ensure(typeof again !== "string", "bytes of bytes");
  ensureEqual([...again], [...bytes], "the bytes as they were");
  return ini;
}

/** The same file in every encoding says the same. Its first comment is Russian. */
async function keepsEncodings(subject: PlatformSubject, text: string): Promise<void> {
  const whole = `; адрес\n${text}`;
  const units = (mark: string, low: 0 | 1): number[] =>
    [...Array.from(mark + whole, (one) => one.charCodeAt(0))].flatMap((unit) =>
      low === 0 ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    );
  const windows1251 = Array.from(whole, (one) => (one > "~" ? one.charCodeAt(0) - 0x410 + 0xc0 : one.charCodeAt(0)));
  await keepsBytes(subject, new Uint8Array([...units("", 0), 10])); // cut in the middle of a unit
  const expected = await subject.checkNethaspIni(await read(subject, whole));
  for (const bytes of [
    utf8Encode(whole),
    utf8Encode(`\ufeff${whole}`),
    ...(["", "\ufeff"] as const).flatMap((mark) => [units(mark, 0), units(mark, 1)].map((one) => new Uint8Array(one))),
    new Uint8Array(windows1251),
  ]) {
    ensureEqual(await subject.checkNethaspIni(await keepsBytes(subject, bytes)), expected, "in another encoding");
  }
}

const UNREPAIRED: readonly string[] = [
  "nethasp/no-address",
  "nethasp/bad-address",
  "nethasp/names-unpaired",
  "nethasp/name-not-listed",
  "nethasp/bad-port",
  "nethasp/bad-method",
  "nethasp/bad-broadcast",
];

/** Whether a repair that knows of no manager puts it right. */
function isRepaired(finding: IniFinding): boolean {
  if (finding.code === "nethasp/commented-out") return finding.key === "NH_TCPIP";
  return finding.severity === "fault" && !UNREPAIRED.includes(finding.code);
}

async function repairsAlone(subject: PlatformSubject, ini: NethaspIni, file: IniCase): Promise<void> {
  const { ini: after, repaired, left, refused } = await subject.repairNethaspIni(ini);
  ensureEqual(refused, [], "nothing known, nothing refused");
  ensureEqual(inAnyOrder(repaired), inAnyOrder(file.findings.filter(isRepaired)), "what is repaired");
  ensureEqual(left, await subject.checkNethaspIni(after), "what is left is what a check finds");
  ensureEqual(
    left.map(({ code, severity }) => [code, severity]).sort(),
    file.findings
      .filter((one) => !isRepaired(one))
      .map(({ code, severity }) => [code, severity])
      .sort(),
    "what is left",
  );
  const text = await subject.writeNethaspIni(after);
  ensure(typeof text === "string", "a text of a text");
  ensureEqual(await read(subject, text), after, "what was repaired is what is read again");
  ensureEqual((await subject.repairNethaspIni(after)).ini, after, "repaired twice");
  ensureKept(file, text);
  const added = file.findings.filter(({ code }) => code === "nethasp/no-section").length;
  const isAdded = file.findings.some((one) => one.code === "nethasp/tcpip-not-enabled" && one.line === undefined);
  const belongs = file.findings.flatMap((one) =>
    one.code === "nethasp/misplaced-key" && one.severity === "fault" && one.belongs === "NHS_SERVER" ? [one] : [],
  );
  const hasServer = /^\s*\[\s*nhs_server\s*\]/im.test(file.text);
  const more = added + (isAdded ? 1 : 0) + (belongs.length > 0 && !hasServer ? 1 : 0);
  ensureEqual(after.lines.length, file.lines.length + more, "lines");
}

async function repairsWith(
  subject: PlatformSubject,
  ini: NethaspIni,
  file: IniCase,
  {
    managers,
  }: Required<KnownManagers> & {
    readonly managers: readonly { readonly address: string; readonly name?: string | undefined }[];
  },
): Promise<void> {
  const alone = await subject.repairNethaspIni(ini);
  const { ini: after, left, refused } = await subject.repairNethaspIni(ini, { managers });
  const text = await subject.writeNethaspIni(after);
  ensure(typeof text === "string", "a text of a text");
  ensure(!/injected|10\.66|a;b|c d/.test(text), "what is unsound is not written");
  ensureEqual(
    refused.filter(({ code }) => code.startsWith("nethasp/unsound")),
    [
      { code: "nethasp/unsound-address", manager: managers.length - 3 },
      { code: "nethasp/unsound-name", manager: managers.length - 2 },
      { code: "nethasp/unsound-name", manager: managers.length - 1 },
    ],
    "the code of what is unsound",
  );
  const sound = managers.slice(0, -3);
  ensureEqual(await read(subject, text), after, "what was written is what is read again");
  ensureEqual(left, await subject.checkNethaspIni(after), "what is left is what a check finds");
  ensureEqual((await subject.repairNethaspIni(after, { managers })).ini, after, "repaired twice");
  const before = new Set(alone.left.map(({ code }) => code));
  for (const { code } of left) {
    // A name that was nowhere is now known, and listed where names are listed.
    ensure(before.has(code), `knowledge brings no ${code}`);
  }
  const settings = after.lines.filter((line) => line.kind === "setting");
  const valueOf = (key: string): string[] =>
    (settings.filter(({ key: name }) => name.toUpperCase() === key).find((one) => one.value !== "<none>")?.value ?? "")
      .split(",")
      .map((item) => item.trim().toUpperCase());
  const addresses = valueOf("NH_SERVER_ADDR");
  if (sound.length === 0) ensureEqual(after, alone.ini, "nothing known, nothing more");
  const isRefused = (at: number): boolean =>
    refused.some(({ code, manager }) => code.startsWith("nethasp/manager") && manager === at);
  for (const [at, { address }] of sound.entries()) {
    const first = sound.findIndex((one) => one.address === address);
    ensureEqual(
      addresses.includes(address.toUpperCase()),
      !isRefused(first),
      `whether ${address}, manager ${at}, is written`,
    );
  }
  const isPaired = file.names === file.items || file.names === 0;
  if (sound.length > 0 && isPaired && (file.names === 0 || sound.every(({ name }) => name !== undefined))) {
    ensure(!sound.some((_, at) => isRefused(at)), "there is room for each manager");
    const isLost = left.some(({ code }) => code === "nethasp/no-address" || code === "nethasp/bad-address");
    ensure(!isLost, "where managers are known, no address is missing or bad");
  }
  const old = file.addresses.map((address) => address.toUpperCase());
  ensureEqual(
    addresses.filter((one) => old.includes(one)).slice(0, old.length),
    old,
    "addresses that can be asked stay",
  );
}

/** What the vendor and a user's file say is without fault. */
async function holdsOfVendors(subject: PlatformSubject): Promise<void> {
  const minimal =
    "[NH_COMMON]\nNH_TCPIP=Enabled\n[NH_TCPIP]\nNH_SERVER_ADDR=192.168.0.12\nNH_PORT_NUMBER=475\nNH_TCPIP_METHOD=UDP\nNH_USE_BROADCAST=Disabled\n";
  const list = minimal.replace("192.168.0.12", "192.168.0.41, 192.168.0.16, 192.168.0.218");
  for (const text of [minimal, list]) {
    ensureEqual(await subject.checkNethaspIni(await read(subject, text)), [], "a file without fault");
  }
}

async function holdsOfExamples(subject: PlatformSubject): Promise<void> {
  for (const { file, managers = [], repaired = file, refused = [] } of iniRepairs) {
    const repair = await subject.repairNethaspIni(await read(subject, file), { managers });
    ensureEqual(await subject.writeNethaspIni(repair.ini), repaired, `the repair of ${JSON.stringify(file)}`);
    ensureEqual(repair.refused, refused, `what is refused of ${JSON.stringify(file)}`);
  }
}

/** Findings as a set. */
function inAnyOrder(findings: readonly IniFinding[]): readonly string[] {
  return findings.map((finding) => JSON.stringify(Object.entries(finding).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}
