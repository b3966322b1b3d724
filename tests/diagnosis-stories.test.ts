import { handle, replay } from "licit";
import { holders, seats, startAnswer, type SeatCommand } from "licit/allocation";
import { diagnose, type Cause, type Observations } from "licit/diagnosis";
import { compare, type KeyParameters } from "licit/fingerprint";
import { judgeLicense, visibleLicenses, type License } from "licit/license";
import { kits, pinKit, type PinKitEvent } from "licit/pins";
import { checkNethaspIni, parseNethaspIni, recognizeMessage, type LicensedSystem } from "licit/platform";
import { describe, expect, test } from "vitest";

// What people told of their licenses, and what they should have been told first.

const kit = "8050525679";
const [main, spare, last] = ["381505376410122", "996007681344799", "412000000000017"] as const;
const pins = { "single-user": [main, spare, last] };
const opened: readonly PinKitEvent[] = [
  { type: "kit-opened", data: { kit, definition: kits["client-1"], pins, at: 1 } },
  {
    type: "license-acquired",
    data: { pin: main, set: "single-user", voids: null, reference: "r", computer: "BUH-31", at: 2 },
  },
];

const before: KeyParameters = {
  os: { family: "windows", name: "Microsoft Windows 7 Professional", version: "6.1.7601" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 8 * 2 ** 30,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};

const license: License = {
  issuer: "Example Vendor",
  product: "ledger",
  name: `${main}-${kit}`,
  kind: "single-user",
  seats: 1,
  kit,
  pin: main,
  owner: { kind: "company", organization: "ООО «Ромашка»" },
  binding: { to: "hardware", reference: before },
  channel: "automatic",
  issuedAt: Date.UTC(2026, 10, 22),
};

const here = { issuer: "Example Vendor", product: "ledger", now: Date.UTC(2026, 10, 23) };
const office: LicensedSystem = {
  family: "windows",
  version: "8.3.24.1467",
  mode: "file",
  user: "user2",
  environment: {
    install: "C:\\Program Files\\1cv8",
    LOCALAPPDATA: "C:\\Users\\user2\\AppData\\Local",
    ProgramData: "C:\\ProgramData",
  },
};
const shared = "C:\\ProgramData\\1C\\licenses";
const dongle = { series: "ORGL8", id: "1000456" };

function first(observed: Observations): Cause | undefined {
  return diagnose(observed)[0];
}

function says(text: string): Pick<Observations, "messages"> {
  const read = recognizeMessage(text);
  if (!read.ok) throw new Error("not reached");
  return { messages: read.value };
}

const notFound = says("Не найдена лицензия. Не обнаружен ключ защиты программы или полученная программная лицензия!");

describe("what customers told, and what helps", () => {
  test("user2 does not see the license of user1 (S3)", () => {
    const profile = { path: "C:\\Users\\user1\\AppData\\Local\\1C\\1cv8\\conf", serves: { user: "user1" } };
    const listing = [{ directory: profile, files: [{ name: "20261122093005.lic", text: "…" }] }];
    const visible = visibleLicenses(listing, { user: "user2" });
    const file = { directory: profile.path, name: "20261122093005.lic" };
    expect(first({ ...notFound, system: office, visible })).toMatchObject({
      code: "diagnosis/file-elsewhere",
      places: [{ ...file, is: "other-user", of: "user1" }],
      remedy: { action: "move-file", files: [file], to: shared },
    });
  });

  test("from a file infobase to client and server: the file stayed where it was (S3)", () => {
    const server = { user: "USR1CV8", LOCALAPPDATA: "C:\\Users\\USR1CV8\\AppData\\Local" };
    const file = { directory: "C:\\Users\\user2\\AppData\\Local\\1C\\1cv8\\conf", name: "20261122093005.lic" };
    expect(first({ ...notFound, system: { ...office, mode: "server", server }, elsewhere: [file] })).toMatchObject({
      code: "diagnosis/file-elsewhere",
      places: [{ is: "other-mode" }],
      remedy: { action: "move-file", to: "C:\\Users\\USR1CV8\\AppData\\Local\\1C\\1cv8\\conf" },
    });
  });

  test("the platform was updated: its new version lies beside the old one, with the license (S3)", () => {
    const file = { directory: "C:\\Program Files\\1cv8\\8.3.20.1\\bin\\conf", name: "20261122093005.lic" };
    expect(first({ ...notFound, system: office, elsewhere: [file] })).toMatchObject({
      code: "diagnosis/other-version-directory",
      places: [{ is: "other-version", of: "8.3.20.1" }],
      remedy: { action: "move-file", files: [file], to: shared },
    });
  });

  test("two USB keys for 10 users each in one computer (S3)", () => {
    const second = { ...dongle, id: "1000999" };
    const seen = [dongle, second].map((one) => ({ dongle: one, present: true, computer: "SRV-1" }));
    expect(first({ ...says("Не обнаружено свободной лицензии!"), dongles: { seen } })).toMatchObject({
      code: "diagnosis/dongles-of-one-series",
      remedy: { action: "move-dongle", dongles: [second] },
    });
  });

  test("the accountant started the old computer, and then the PIN is already activated (S4)", () => {
    const moved: readonly PinKitEvent[] = [
      ...opened,
      {
        type: "license-recovered",
        data: { pin: spare, superseded: main, reference: "r2", computer: "BUH-32", at: 3 },
      },
    ];
    const kitNow = replay(pinKit, moved);
    const said = says("Пинкод уже активирован. Повторная активация этого пинкода на другой компьютер запрещена");
    // On the new computer, the PIN that was typed is the current one: it does, once more.
    expect(first({ ...said, kits: [kitNow], typedPin: spare })).toMatchObject({
      code: "diagnosis/pin-already-activated",
      remedy: { action: "same-pin", pin: spare },
    });
    // On the old one, nothing does.
    const verdict = judgeLicense(license, { ...here, observed: before, superseded: [main] });
    expect(first({ licenses: [{ verdict }], kits: [kitNow] })).toMatchObject({
      code: "diagnosis/pin-superseded",
      licenses: [license.name],
      remedy: { action: "superseded", since: 3 },
    });
  });

  test.each([
    ["RAM was taken out", { ...before, memoryBytes: 4 * 2 ** 30 }, ["memoryBytes"]],
    [
      "Windows 7 was updated to 10",
      { ...before, os: { ...before.os, name: "Microsoft Windows 10 Pro", version: "10.0.19045" } },
      ["os.name", "os.version"],
    ],
    ["a partition was resized", { ...before, disks: [{ model: "Samsung SSD 980", serial: "S2" }] }, ["disks"]],
  ])("%s (S2, S3, S4)", (_, observed, parameters) => {
    const verdict = judgeLicense(license, { ...here, observed });
    const cause = first({ ...notFound, licenses: [{ verdict }], kits: [replay(pinKit, opened)] });
    expect(cause).toMatchObject({
      code: "diagnosis/parameters-changed",
      licenses: [license.name],
      remedy: { action: "spare-pin", pin: main, left: 2, first: { set: "single-user", place: 2 } },
    });
    expect(cause?.findings?.[0]?.findings.map(({ parameter }) => parameter)).toEqual(parameters);
    expect(compare(before, observed).outcome).toBe("changed");
  });

  test("and the PIN codes are used up (S3, S4)", () => {
    const used = [main, spare].map((superseded, at): PinKitEvent => ({
      type: "license-recovered",
      data: { pin: pins["single-user"][at + 1] ?? "", superseded, reference: `r${at}`, computer: null, at: 3 + at },
    }));
    const verdict = judgeLicense({ ...license, pin: last }, { ...here, observed: { ...before, disks: [] } });
    expect(first({ licenses: [{ verdict }], kits: [replay(pinKit, [...opened, ...used])] })?.remedy).toEqual({
      action: "request-additional-pin",
      pin: last,
    });
  });

  test("the dongle was unplugged (S3, S4)", () => {
    expect(first({ ...notFound, dongles: { seen: [{ dongle, present: false }] } })).toMatchObject({
      code: "diagnosis/dongle-absent",
      remedy: { action: "attach-dongle", dongles: [dongle] },
    });
  });

  test("the first computer has the USB key, and the second no nethasp.ini (S4)", () => {
    const said = says(
      "nethasp.ini: отсутствует, ошибка соединения с менеджером лицензий: Net Status=0, System Error=0, Warning=129, ORGL8 Сетевой, не установлен",
    );
    const seen = [{ dongle, present: true, computer: "PC-1" }];
    expect(first({ ...said, dongles: { seen } })).toMatchObject({
      code: "diagnosis/nethasp-ini",
      remedy: { action: "correct-nethasp-ini" },
    });
  });

  test("nethasp.ini names no manager, and TCP/IP is off (S3)", () => {
    const ini = parseNethaspIni("[NH_COMMON]\nNH_TCPIP = Disabled\n[NH_TCPIP]\nNH_USE_BROADCAST = Disabled\n");
    if (!ini.ok) throw new Error("not reached");
    const cause = first({ ...notFound, nethasp: checkNethaspIni(ini.value) });
    expect(cause?.code).toBe("diagnosis/nethasp-ini");
    expect(cause?.evidence.map(({ says: what }) => what)).toContain("nethasp/tcpip-not-enabled");
  });

  test("10 seats, given by the server, and everybody has two applications open (S3)", () => {
    let state = seats.initialState();
    const ask = (command: SeatCommand) => {
      const { decision, state: after } = handle(seats, command, state);
      state = after;
      return decision;
    };
    const computers = [
      { id: "TERM-1", roles: ["terminal-server" as const] },
      { id: "APP-1", roles: ["application-server" as const] },
    ];
    const infobases = [{ id: "trade", mode: "client-server" as const, server: "APP-1" }];
    ask({ type: "configure", data: { topology: { computers, infobases }, at: 1 } });
    const ten = { type: "multi-user", license: license.name, computer: "APP-1", seats: 10 } as const;
    ask({ type: "install", data: { license: ten, at: 2 } });
    ask({ type: "install", data: { license: { type: "server", license: "S", computer: "APP-1", bits: 64 }, at: 3 } });
    const start = (session: number, user: string) => {
      const facts = { infobase: "trade", user, computer: "TERM-1", terminalSession: user } as const;
      const data = { ...facts, session: `${session}`, application: "thin-client", at: 10 + session } as const;
      return startAnswer(`${session}`, ask({ type: "start", data }));
    };
    for (let session = 0; session < 10; session++) start(session, `user${session >> 1}`);
    const answer = start(10, "boris");
    if (answer?.answer !== "denied" || answer.denial.code !== "allocation/none-free") throw new Error("not reached");
    const cause = first({ denial: answer.denial, holders: holders(state) });
    expect(cause).toMatchObject({
      code: "diagnosis/seats-taken",
      remedy: { action: "release-seats", otherwise: "purchase" },
    });
    expect(cause?.heldBy?.slice(0, 2)).toEqual([
      { user: "user0", computer: "TERM-1", seats: 2 },
      { user: "user1", computer: "TERM-1", seats: 2 },
    ]);
  });

  test("hardware licenses were unticked in the infobase's settings (S3)", () => {
    const seen = [{ dongle, present: true }];
    expect(first({ ...notFound, dongles: { seen }, settings: { hardwareLicenses: false } })).toMatchObject({
      code: "diagnosis/hardware-licenses-off",
      remedy: { action: "change-setting", setting: "hardware-licenses", to: "on" },
    });
  });

  test("the PIN has 16 digits, and the window has 15 cells (S4)", () => {
    expect(first({ wizard: "standard", typedPin: "3815 0537 6410 1229" })).toMatchObject({
      code: "diagnosis/other-edition-pin",
      remedy: { action: "use-other-wizard", edition: "basic" },
    });
  });

  test("after an update a basic edition asks for a professional PIN (S4)", () => {
    expect(first({ ...notFound, edition: { before: "basic", now: "professional" } })).toMatchObject({
      code: "diagnosis/edition-changed",
      remedy: { action: "return-to-edition", edition: "basic" },
    });
  });

  test("RF then, the Russian Federation now (S4)", () => {
    const fields = [{ field: "country", hint: "same-country" }] as const;
    expect(first({ owner: { same: false, fields } })).toMatchObject({
      code: "diagnosis/owner-mismatch",
      remedy: { action: "correct-owner", fields },
    });
  });

  test("the requested key was not found on the MSI server (S4)", () => {
    const said = says("The requested key was not found on the MSI server. Error code = 10034 (URL = *LOCAL)");
    expect(first(said)).toMatchObject({
      code: "diagnosis/dongle-absent",
      certainty: "certain",
      remedy: { action: "attach-dongle" },
    });
  });

  test("the license file was deleted, and nothing else changed (S2)", () => {
    const visible = { usable: [], refused: [] };
    expect(first({ ...notFound, visible, kits: [replay(pinKit, opened)] })).toMatchObject({
      code: "diagnosis/file-missing",
      remedy: { action: "put-file-back", otherwise: "same-pin" },
    });
  });

  test("nothing but the window with the information (S3)", () => {
    const messages = { messages: [{ code: "registration-failed", line: 1 }], unknown: [] } as const;
    expect(first({ messages })).toMatchObject({
      code: "diagnosis/registration-failed",
      remedy: { action: "nothing" },
      everyMinutes: 15,
    });
  });

  test("nobody knows anything yet: what costs nothing comes first, what is bought last", () => {
    const causes = diagnose(notFound);
    expect(causes.every(({ certainty }) => certainty === "none")).toBe(true);
    expect(causes[0]?.remedy.action).toBe("read-again");
    expect(causes.some(({ code }) => code === "diagnosis/seats-taken")).toBe(false);
  });

  test("a vendor's licenses lie elsewhere, and so do those of another user", () => {
    const table = [
      { families: ["linux"], path: "<HOME>/.acme/licenses", serves: "user", receives: true },
      { families: ["linux"], path: "/var/lib/acme", serves: "everyone", receives: true },
    ] as const;
    const system = {
      family: "linux",
      version: "1.0",
      mode: "file",
      user: "anna",
      environment: { HOME: "/home/anna" },
    } as const;
    const elsewhere = [{ directory: "/home/olga/.acme/licenses", name: "20261122093005.lic" }];
    const [first] = diagnose({ system, elsewhere }, table);
    expect(first?.places).toEqual([{ ...elsewhere[0], is: "other-user", of: "olga" }]);
    expect(first?.remedy).toMatchObject({ action: "move-file", to: "/var/lib/acme" });
  });
});
