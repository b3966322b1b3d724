import { handle } from "licit";
import { answerTo, center, type Asked, type CenterCommand, type CenterState } from "licit/center";
import type { KeyParameters } from "licit/fingerprint";
import type { LicenseRequest } from "licit/license";
import type { Owner } from "licit/owner";
import { kits, pinKit, type PinKitCommand } from "licit/pins";
import { contest, report } from "./harness.js";

const [issuer, product, kit] = ["Example Vendor", "ledger", "8050525679"];
const pinAt = (n: number): string => String(381505376410122 + n * 7919);
const [pin, spare] = [pinAt(0), pinAt(1)];

const owner: Owner = {
  kind: "company",
  organization: "ООО «Ромашка»",
  country: { code: "RU", name: "Россия" },
  zip: "123056",
  region: "Москва",
  town: "Москва",
  street: "Лесная улица",
  house: "5",
  building: "2",
  apartment: "101",
  email: "office@romashka.example",
};
const computer: KeyParameters = {
  os: {
    family: "windows",
    name: "Microsoft Windows 11 Pro",
    version: "10.0.22631",
    serialNumber: "00330-80000",
    installedAt: 1_600_000_000_000,
  },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 17_179_869_184,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600", cores: 6 }],
  networkAdapters: [
    { model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" },
    { model: "Intel Wi-Fi 6", mac: "00:1a:2b:3c:4d:58" },
  ],
  disks: [
    { model: "Samsung SSD 980", serial: "S64D192623" },
    { model: "WDC WD10EZEX", serial: "WD-WCC6Y1" },
  ],
};
/** As it is read anew at each request: equal, and no object of it the same. */
const readAnew = (of: KeyParameters): KeyParameters => JSON.parse(JSON.stringify(of)) as KeyParameters;
const changed = { ...readAnew(computer), networkName: "BUH-32" };

function request(n: number, operation: LicenseRequest["operation"], of: KeyParameters): Asked {
  const named = operation === "recovery-spare" ? { pin: spare, supersededPin: pin } : { pin };
  const id = n.toString(16).padStart(32, "0");
  const typed = JSON.parse(JSON.stringify(owner)) as Owner;
  return {
    by: "file",
    request: { id, issuer, product, kit, operation, ...named, owner: typed, parameters: of, at: n },
    at: n,
  };
}

function asking(asked: Asked): CenterCommand {
  return { type: "request-license", data: asked };
}

const pins = { "single-user": [pin, spare, pinAt(2)] };
const registration = { issuer, product, kit, definition: kits["client-1"], pins, at: 1 };
const registered = granted({ type: "register-kit", data: registration }, center.initialState());
const first = asking(request(1, "first-time", readAnew(computer)));
const inUse = granted(first, registered);

function granted(command: CenterCommand, state: CenterState): CenterState {
  const { decision, state: after } = handle(center, command, state);
  if (!decision.ok || decision.events.some(({ type }) => type === "request-refused"))
    throw new Error(`the bench's own command is refused: ${JSON.stringify(decision)}`);
  return after;
}

const bare = handle(
  pinKit,
  { type: "open", data: { kit, definition: kits["client-1"], pins, at: 1 } },
  pinKit.initialState(),
);
const acquire: PinKitCommand = { type: "acquire", data: { pin, reference: "r", at: 2 } };
const bareInUse = handle(pinKit, acquire, bare.state).state;
const again: PinKitCommand = { type: "recover", data: { parameters: "unchanged", pin, at: 3 } };
const withSpare: PinKitCommand = {
  type: "recover",
  data: { parameters: "changed", pin, sparePin: spare, reference: "r2", at: 3 },
};

console.log("| work | measured | wanted | reached |\n|---|---|---|---|");

const recoverSame = asking(request(2, "recovery", readAnew(computer)));
const recoverSpare = asking(request(3, "recovery-spare", changed));
granted(recoverSame, inUse);
granted(recoverSpare, inUse);
for (const [what, ours, peer, most] of [
  ["a first-time registration", () => handle(center, first, registered), () => handle(pinKit, acquire, bare.state), 10],
  [
    "a recovery of the same license",
    () => handle(center, recoverSame, inUse),
    () => handle(pinKit, again, bareInUse),
    20,
  ],
  [
    "a recovery with a spare PIN",
    () => handle(center, recoverSpare, inUse),
    () => handle(pinKit, withSpare, bareInUse),
    20,
  ],
] as const) {
  const { ours: one, peer: other, ratio } = contest(ours, peer);
  const figure = `${(1 / ratio).toFixed(1)} times as long (${one.toFixed(0)} ns, ${other.toFixed(0)} ns)`;
  report(`${what}, against the bare PIN command`, figure, `at most ${most}`, 1 / ratio <= most);
}

/** A kit with a long history: recoveries, refusals and repeats, years apart. */
function aged(events: number): CenterState {
  let state = inUse;
  for (let n = 0; n < events; n++) {
    const at = 10 + n * 40 * 86_400_000;
    const one = request(100 + n, "recovery", computer);
    const asked =
      n % 3 === 0 && one.by !== "phone"
        ? { ...one, request: { ...one.request, owner: { ...owner, zip: String(n) } } }
        : one;
    state = handle(center, asking({ ...asked, at }), state).state;
  }
  return state;
}
const [young, old] = [aged(10), aged(10_000)];
const later = 10 + 10_001 * 40 * 86_400_000;
for (const [what, command] of [
  ["a recovery of the same license", asking({ ...request(2, "recovery", readAnew(computer)), at: later })],
  ["a recovery with a spare PIN", asking({ ...request(3, "recovery-spare", changed), at: later })],
] as const) {
  granted(command, young);
  const { ratio } = contest(
    () => handle(center, command, young),
    () => handle(center, command, old),
  );
  report(`${what}, 10,000 events old against 10`, `${ratio.toFixed(2)} times as long`, "at most 1.5", ratio <= 1.5);
}

granted(first, inUse);
const repeated = contest(
  () => answerTo(first as Parameters<typeof answerTo>[0], handle(center, first, inUse)),
  () => handle(center, recoverSame, inUse),
);
report("the same request again, with its answer", `${repeated.ours.toFixed(0)} ns`);
const wrong = request(4, "recovery", computer);
const guess = asking(
  wrong.by === "phone" ? wrong : { ...wrong, request: { ...wrong.request, owner: { ...owner, zip: "123057" } } },
);
report(
  "a request that is refused",
  `${contest(
    () => handle(center, guess, inUse),
    () => handle(center, recoverSame, inUse),
  ).ours.toFixed(0)} ns`,
);
