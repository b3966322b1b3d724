import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { wizard, type Outcome, type WizardState } from "licit/acquisition";
import { parseOwner, type Owner } from "licit/owner";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlayedChange } from "../src/contract.ts";
import { readPage } from "../src/page-files.ts";
import { ask, asPage, startAgent, task, type Agent, type Sent } from "./agent-process.ts";
import {
  answers,
  computer,
  dictated,
  granted,
  grants,
  kit,
  opened,
  pin,
  publicKeys,
  randomBytes,
  refusal,
  request,
  startCenter,
  valueOf,
} from "./vendor.ts";

const center = await startCenter();
const here = mkdtempSync(join(tmpdir(), "workstation-"));
const said: string[] = [];
let folder = "";
let agent: Agent;

const start = (more: { readonly [name: string]: string } = {}) =>
  startAgent({
    DATA: join(folder, "data"),
    KEYS: join(folder, "keys.json"),
    HARDWARE: join(folder, "hardware.json"),
    CENTER: center.url,
    ...more,
  });

beforeEach(async () => {
  folder = mkdtempSync(join(here, "run-"));
  writeFileSync(join(folder, "keys.json"), JSON.stringify(publicKeys));
  writeFileSync(join(folder, "hardware.json"), JSON.stringify(computer));
  center.answer = grants;
  agent = await start();
});

afterEach(async () => {
  await agent.stop("SIGTERM");
  said.push(agent.stderr());
});

afterAll(() => {
  center.close();
  rmSync(here, { recursive: true, force: true });
});

const hereOn = { on: "this-computer" } as const;
const install = (text: string) =>
  agent.carryOut(task({ type: "install", text, place: hereOn, serves: "everyone" })).then(({ outcome }) => outcome);
const failedWith = (code: string) => expect.objectContaining({ outcome: "failed", code }) as Outcome;
const licenseFiles = (): readonly string[] =>
  readdirSync(join(folder, "data/root"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".lic"));

const ownerAnswers = {
  organization: "ООО «Ромашка»",
  country: "Россия",
  zip: "123056",
  town: "Москва",
  street: "Лесная",
};

/** Walks the wizard of the agent's context to its end, with the agent as its host. */
async function walk(values: { readonly [step: string]: { readonly [field: string]: unknown } }): Promise<WizardState> {
  const { context } = await agent.look();
  let { state } = wizard.start(context);
  for (let moves = 0; moves < 40 && wizard.view(state).step !== "finish"; moves++) {
    const view = wizard.view(state);
    const [effect] = view.owed;
    if (effect === undefined) {
      const moved = wizard.submit(state, { type: "next", step: view.step, values: values[view.step] ?? {} });
      expect(moved.refused, JSON.stringify([view.step, moved.refused])).toBeUndefined();
      ({ state } = moved);
      continue;
    }
    const { outcome } = await agent.carryOut({ effect });
    const moved = wizard.submit(state, { type: "outcome", effect: effect.id, outcome });
    expect(moved.refused).toBeUndefined();
    ({ state } = moved);
    if (state.failure !== null) return state;
  }
  return state;
}

const automatic = {
  action: { action: "acquire" },
  kit: { kit, pin },
  operation: { operation: "first-time" },
  owner: { ...ownerAnswers, confirmed: true },
  channel: { channel: "automatic" },
};

describe("the way to a license", () => {
  test("the automatic way: asked for, granted, installed, valid; and the agent says so anew each time", async () => {
    const before = await agent.look();
    expect(before).toMatchObject({ licensed: false, files: [], stored: null, computer, differences: [] });
    expect(before.causes[0]?.code).toBe("diagnosis/no-license");
    expect(before.context).toMatchObject({ opened: "on-purpose", storable: "for-everyone", center: "reachable" });
    const state = await walk(automatic);
    expect(wizard.view(state).step).toBe("finish");
    const after = await agent.look();
    expect(after).toMatchObject({ licensed: true, causes: [], files: [{ verdict: { outcome: "valid" } }] });
    expect(after.context.licenses).toHaveLength(1);
    expect(licenseFiles()).toHaveLength(1);
    expect(after.files[0]?.path.startsWith(join(folder, "data/root"))).toBe(true);
    expect(state.installed?.file).toBe(after.files[0]?.path);
  });

  test("by phone: 48 digits there, 120 back; the request is kept, and makes its license again in another run", async () => {
    const encoded = await agent.carryOut(task({ type: "encode-for-phone", request }));
    const digits = dictated((encoded.outcome as { digits: string }).digits);
    await agent.stop("SIGKILL");
    agent = await start();
    const { context } = await agent.look();
    expect(context.dictated).toEqual([request]);
    const made = await agent.carryOut(task({ type: "make-license", request, digits }));
    expect(await install((made.outcome as { text: string }).text)).toMatchObject({ outcome: "done" });
    expect(await agent.look()).toMatchObject({ licensed: true, context: { dictated: [request] } });
    const wrong = `${digits.slice(0, 50)}${(Number(digits.charAt(50)) + 1) % 10}${digits.slice(51)}`;
    const not = await agent.carryOut(task({ type: "make-license", request, digits: wrong }));
    expect(not.outcome.outcome).toBe("failed");
  });

  test("by file, over two runs and a kill -9 between saving and installing", async () => {
    const { outcome, save } = await agent.carryOut(
      task({ type: "save-request", request, place: { on: "this-computer" } }),
    );
    await agent.stop("SIGKILL");
    expect(outcome).toMatchObject({ outcome: "done" });
    expect(statSync(join(folder, "data/requests.json")).mode & 0o077).toBe(0);
    const letter = opened(Buffer.from(save?.base64 ?? "", "base64").toString());
    expect(letter).toEqual(request);
    agent = await start();
    expect((await agent.look()).context.waiting).toEqual({ request, place: hereOn });
    const answer = `Dear customer,\r\n\r\n${granted(letter, "file").replaceAll("\n", "\r\n")}\r\n`;
    const came = await agent.carryOut(task({ type: "open-response", request }, answer));
    expect(came.outcome).toMatchObject({ outcome: "granted", license: { pin } });
    expect(await install((came.outcome as { text: string }).text)).toMatchObject({ outcome: "done" });
    const after = await agent.look();
    expect(after.licensed).toBe(true);
    expect(after.context.waiting).toBeUndefined();
  });

  test("a wizard that was killed while it installed goes on, and there is one license", async () => {
    const text = granted(request, "automatic");
    await install(text);
    await agent.stop("SIGKILL");
    writeFileSync(join(folder, "data", ".00112233-4455-6677-8899-aabbccddeeff.tmp"), "{");
    agent = await start();
    expect(await install(text)).toMatchObject({ outcome: "done" });
    expect(licenseFiles()).toHaveLength(1);
    expect(readdirSync(join(folder, "data")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("installing", () => {
  test("several times at once, there is one license", async () => {
    const text = granted(request, "automatic");
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => install(text)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(licenseFiles()).toHaveLength(1);
  });

  test("killed at any moment, there are no copies, and what is kept is whole", async () => {
    const text = granted(request, "automatic");
    const large = { text: text.repeat(100) };
    const untilCut = async (): Promise<void> => {
      for (let status = 204; status !== 0;) {
        ({ status } = await asPage(agent.port, "PUT", "/api/wizard", { state: large }));
        expect([204, 0]).toContain(status);
      }
    };
    const wizardFile = join(folder, "data/wizard.json");
    for (const wait of [0, 10, 30, 100, 400]) {
      const asked = [
        install(text),
        untilCut(),
        agent.carryOut(task({ type: "save-request", request, place: { on: "this-computer" } })),
      ];
      const ended = Promise.allSettled(asked);
      // Whoever reads in between sees what a kill would leave behind.
      for (const end = performance.now() + wait; performance.now() < end;) {
        await new Promise(setImmediate);
        if (existsSync(wizardFile)) expect(readFileSync(wizardFile, "utf8")).toBe(JSON.stringify({ state: large }));
      }
      await agent.stop("SIGKILL");
      const [, writing] = await ended;
      expect(writing?.status).toBe("fulfilled");
      agent = await start();
      const { licensed, files, stored } = await agent.look();
      expect([licensed, files.length]).toEqual([files.length === 1, licensed ? 1 : 0]);
      expect(stored === null || JSON.stringify(stored.state) === JSON.stringify(large)).toBe(true);
      expect(agent.stderr()).not.toContain("damaged");
    }
  });

  test("the same license again is no copy beside itself; a renewed one takes its place, and the earlier is kept", async () => {
    const text = granted(request, "automatic", Date.UTC(2026, 10, 20));
    const first = await install(text);
    // Signed again, it has another signature, and is the same license all the same.
    expect(await install(granted(request, "automatic", Date.UTC(2026, 10, 20)))).toEqual(first);
    expect(licenseFiles()).toHaveLength(1);
    expect(await install(granted(request, "automatic", Date.UTC(2026, 10, 21)))).not.toEqual(first);
    expect(licenseFiles()).toHaveLength(1);
    const [kept, ...others] = readdirSync(join(folder, "data/replaced"));
    expect(others).toEqual([]);
    expect(readFileSync(join(folder, "data/replaced", kept ?? ""), "utf8")).toBe(text);
    expect((await agent.look()).licensed).toBe(true);
  });

  test("a copy that lies elsewhere is moved away, and does not hide the new one", async () => {
    const text = granted(request, "automatic");
    const own = join(folder, "data/root/home/.1cv8/1C/1cv8/conf");
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, "20200101000000.lic"), text);
    await install(text);
    expect(licenseFiles()).toHaveLength(1);
    expect((await agent.look()).licensed).toBe(true);
    writeFileSync(join(own, "copied.lic"), text);
    const copied = await agent.look();
    expect(copied.licensed).toBe(false);
    expect(copied.files.map(({ verdict }) => "code" in verdict && verdict.code)).toEqual([
      "license/copied",
      "license/copied",
    ]);
    expect(copied.causes[0]?.code).toBe("diagnosis/copied-file");
    await install(text);
    expect((await agent.look()).licensed).toBe(true);
  });

  test("what does not verify, or is another product's, or belongs on a server, is not installed", async () => {
    const text = granted(request, "automatic");
    const at = text.length >> 1;
    const forged = text.slice(0, at) + (text.charAt(at) === "A" ? "B" : "A") + text.slice(at + 1);
    expect(await install(forged)).toEqual(failedWith("license/not-verified"));
    expect(await install("no license")).toEqual(failedWith("license/no-document"));
    const other = granted({ ...request, product: "draw" }, "automatic");
    expect(await install(other)).toEqual(failedWith("license/other-product"));
    const place = { on: "server", host: "srv", port: 1540 };
    const there = await agent.carryOut(task({ type: "install", text, place, serves: "everyone" }));
    expect(there.outcome).toEqual(failedWith("acquisition/not-installed"));
    const gathered = await agent.carryOut(task({ type: "gather-parameters", place }));
    expect(gathered.outcome).toEqual(failedWith("acquisition/not-readable"));
    expect(existsSync(join(folder, "data/root"))).toBe(false);
  });
});

describe("what the licensing center may do", () => {
  const sent = async () => (await agent.carryOut(task({ type: "send", request }))).outcome;

  test("it refuses, is busy, says nonsense or too much, answers somebody else, or is not there", async () => {
    center.answer = () => answers("refused", refusal(request, "pins/superseded", { pin }));
    expect(await sent()).toEqual({ outcome: "refused", code: "pins/superseded", evidence: { pin } });
    for (const [status, code] of [
      [429, "acquisition/center-busy"],
      [503, "acquisition/center-busy"],
      [500, "acquisition/center-failed"],
      [400, "acquisition/center-failed"],
    ] as const) {
      center.answer = () => ({ status, body: "{}" });
      expect(await sent()).toEqual(failedWith(code));
    }
    for (const body of ["", "{", "null", '{"answer":"granted"}', "x".repeat(5_000_000)]) {
      center.answer = () => ({ status: 200, body });
      expect(await sent()).toEqual(failedWith("acquisition/center-failed"));
    }
    center.answer = () => answers("granted", granted({ ...request, id: "f".repeat(32) }, "automatic"));
    expect(await sent()).toMatchObject({ code: "license/other-request", evidence: { differs: ["request"] } });
    await agent.stop("SIGTERM");
    agent = await start({ CENTER: "http://127.0.0.1:1" });
    expect(await sent()).toEqual(failedWith("acquisition/center-unreachable"));
    expect((await agent.look()).context.center).toBe("unreachable");
  });
});

describe("changes of the hardware", () => {
  const play = async (...changes: readonly PlayedChange[]) => {
    expect((await asPage(agent.port, "PUT", "/api/changes", changes)).status).toBe(200);
    return agent.look();
  };

  test("a played change breaks the license where the rules say so, and the cause names the finding", async () => {
    await install(granted(request, "automatic"));
    const breaking = {
      "replace-network-adapter": "networkAdapters",
      "replace-disk": "disks",
      "replace-board": "board.model",
      "take-out-memory": "memoryBytes",
      "rename-computer": "networkName",
    } as const;
    for (const [change, parameter] of Object.entries(breaking)) {
      const { licensed, causes, differences } = await play(change as PlayedChange);
      expect(licensed, change).toBe(false);
      expect(differences[0]?.parameter).toBe(parameter);
      expect(causes[0]).toMatchObject({ code: "diagnosis/parameters-changed", certainty: "certain" });
      expect(causes[0]?.findings?.[0]?.findings[0]?.parameter).toBe(parameter);
    }
    const tolerated = await play("add-network-adapter", "add-memory", "update-system");
    expect(tolerated.licensed).toBe(true);
    expect(tolerated.differences).toHaveLength(3);
    const hidden = await play("hide-disks");
    expect(hidden.files[0]?.verdict.outcome).toBe("undetermined");
    expect(hidden.causes[0]?.code).toBe("diagnosis/parameters-unread");
    const both = await play("add-memory", "take-out-memory", "replace-disk", "hide-disks");
    expect(both.computer.memoryBytes).toBe(computer.memoryBytes);
    expect((await play()).licensed).toBe(true);
  });

  test("what is played stays over a kill -9, is what the wizard is told, and is the same each time", async () => {
    const played = await play("replace-disk");
    await agent.stop("SIGKILL");
    agent = await start();
    expect((await agent.look()).computer).toEqual(played.computer);
    const { outcome } = await agent.carryOut(task({ type: "gather-parameters", place: hereOn }));
    expect(outcome).toMatchObject({ outcome: "parameters", parameters: played.computer });
  });

  test("only what there is can be changed, and a computer that is described anew shows at once", async () => {
    const none = { ...computer, disks: { unreadable: "no rights" }, networkAdapters: [], memoryBytes: 0 };
    writeFileSync(join(folder, "hardware.json"), JSON.stringify(none));
    const { playable, computer: now } = await agent.look();
    expect(now).toEqual(none);
    const names = playable.map(({ change }) => change);
    expect(names).toEqual(["replace-board", "add-network-adapter", "rename-computer", "update-system"]);
    writeFileSync(join(folder, "hardware.json"), "no JSON");
    const unread = await agent.look();
    expect(unread.playable).toEqual([]);
    expect(unread.computer.disks).toHaveProperty("unreadable");
    const { outcome } = await agent.carryOut(task({ type: "gather-parameters", place: hereOn }));
    expect(outcome).toEqual(failedWith("acquisition/not-readable"));
  });
});

describe("who is answered", () => {
  const own = () => ({ origin: `http://127.0.0.1:${agent.port}`, "content-type": "application/json" });
  const put = (headers: { readonly [name: string]: string }): Sent => ({
    method: "PUT",
    path: "/api/changes",
    headers,
    body: "[]",
  });

  test("its own page, and nobody else", async () => {
    const { port } = agent;
    const get = { path: "/api/workstation" };
    const refusedWith: readonly (readonly [number, Sent])[] = [
      [421, { ...get, headers: { host: "evil.example" } }],
      [421, { ...get, headers: { host: `evil.example:${port}` } }],
      [421, { ...get, headers: { host: "127.0.0.1" } }],
      [421, { ...get, headers: { host: `127.0.0.1.evil.example:${port}` } }],
      [421, { ...get, headers: { host: `[::1]:${port}` } }],
      [403, { ...get, headers: { origin: "https://evil.example" } }],
      [403, { ...get, headers: { origin: "null" } }],
      [403, { ...get, headers: { origin: `http://localhost:${port}` } }],
      [403, { ...get, headers: { origin: `https://127.0.0.1:${port}` } }],
      [403, { ...get, headers: { "sec-fetch-site": "cross-site" } }],
      [403, { ...get, headers: { "sec-fetch-site": "same-site" } }],
      [403, { path: "/", headers: { "sec-fetch-site": "cross-site" } }],
      [403, put({ "content-type": "application/json" })],
      [403, put({ ...own(), origin: "http://127.0.0.1:1" })],
      [403, { method: "DELETE", path: "/api/wizard", headers: { origin: "https://evil.example" } }],
      [403, { method: "OPTIONS", path: "/api/changes", headers: { origin: "https://evil.example" } }],
      [415, put({ ...own(), "content-type": "text/plain" })],
      [415, put({ ...own(), "content-type": "application/x-www-form-urlencoded" })],
      [415, put({ ...own(), "content-type": "text/plain; application/json" })],
      [415, put({ origin: own().origin })],
    ];
    for (const [status, sent] of refusedWith) {
      const answer = await ask(port, sent);
      expect([answer.status, sent]).toEqual([status, sent]);
      expect(answer.text).toBe('{"error":{"code":"not-allowed"}}');
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    expect((await ask(port, put(own()))).status).toBe(200);
    expect((await ask(port, put({ ...own(), "content-type": "Application/JSON; charset=UTF-8" }))).status).toBe(200);
    const local = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await ask(port, put({ ...own(), ...local }))).status).toBe(200);
    const lines = agent.stderr().trim().split("\n");
    expect(lines.filter((line) => line.includes('"refused"'))).toHaveLength(refusedWith.length);
  });

  test("with headers that let the page run its own files, and nothing else", async () => {
    for (const path of ["/", "/api/workstation", "/nothing"]) {
      const { headers } = await ask(agent.port, { path });
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
      expect(headers["strict-transport-security"]).toBeUndefined();
    }
  });

  test("no path leads out of the page's files", async () => {
    const tricks = [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%2fpackage.json",
      "/..%5cpackage.json",
      "/%00",
      "/%",
    ];
    const pages = join(folder, "pages");
    mkdirSync(join(pages, "assets"), { recursive: true });
    for (const name of ["index.html", "assets/a.js", "notes.md"]) writeFileSync(join(pages, name), name);
    symlinkSync("/etc/passwd", join(pages, "passwd.js"));
    expect([...(await readPage(pages)).keys()].sort()).toEqual(["/", "/assets/a.js", "/index.html"]);
    for (const path of [...tricks, "//etc/passwd", "/assets/../../src/main.ts", "/__proto__", "/constructor"]) {
      expect([path, (await ask(agent.port, { path })).status]).toEqual([path, 404]);
    }
  });
});

describe("what is sent", () => {
  const page = (method: string, path: string, body: string | Buffer, more: { readonly [name: string]: string } = {}) =>
    ask(agent.port, {
      method,
      path,
      headers: { origin: `http://127.0.0.1:${agent.port}`, "content-type": "application/json", ...more },
      body,
    });

  test("a body of 100 MB is refused, and not held in memory", async () => {
    await agent.look();
    const before = peak(agent.pid);
    const body = Buffer.alloc(100_000_000, "x");
    // Refused while it is still being sent: whoever sends sees the answer, or a connection that was cut.
    expect([413, 0]).toContain((await page("POST", "/api/effects", body)).status);
    expect([413, 0]).toContain((await page("POST", "/api/effects", body, { "transfer-encoding": "chunked" })).status);
    expect(peak(agent.pid) - before).toBeLessThan(60_000);
    expect((await page("PUT", "/api/wizard", "x".repeat(2 * 2 ** 20 + 1))).status).toBe(413);
    expect((await agent.look()).licensed).toBe(false);
  });

  test("who sends slowly is dropped", async () => {
    const head = `Host: 127.0.0.1:${agent.port}\r\nOrigin: http://127.0.0.1:${agent.port}\r\n`;
    const body = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n[`;
    const dropped = await Promise.all([
      untilClosed(agent.port, "GET / HTTP/1.1\r\nHost: "),
      untilClosed(agent.port, `PUT /api/changes HTTP/1.1\r\n${body}`),
    ]);
    expect(dropped).toEqual([true, true]);
    expect((await agent.look()).licensed).toBe(false);
  });

  test("what is not well formed is a bad request, whatever it is", async () => {
    const bad: readonly (readonly [string, string, string | Buffer])[] = [
      ["POST", "/api/effects", ""],
      ["POST", "/api/effects", "{"],
      ["POST", "/api/effects", Buffer.from([0x22, 0xff, 0x22])],
      ["POST", "/api/effects", JSON.stringify({ effect: { id: 1, type: "__proto__" } })],
      [
        "POST",
        "/api/effects",
        JSON.stringify({ effect: { id: 1, type: "send", request: { ...request, product: "x" } } }),
      ],
      ["POST", "/api/effects", JSON.stringify({ effect: { id: 0, type: "open-page" } })],
      [
        "POST",
        "/api/effects",
        JSON.stringify({ effect: { id: 1, type: "open-owner-data" }, file: { name: "x", base64: "?" } }),
      ],
      ["PUT", "/api/changes", '["hide-disks","hide-disks"]'],
      ["PUT", "/api/changes", '["sell-computer"]'],
      ["PUT", "/api/changes", "{}"],
      ["PUT", "/api/wizard", '"state"'],
      ["PUT", "/api/wizard", '{"state":null}'],
      ["PUT", "/api/wizard", "nul"],
      ["PUT", "/api/wizard", `{"state":{"a":${"[".repeat(500_000)}${"]".repeat(500_000)}}}`],
    ];
    for (const [method, path, body] of bad) {
      const { status, text } = await page(method, path, body);
      expect([status, text, path]).toEqual([400, '{"error":{"code":"bad-request"}}', path]);
    }
  });

  test("anything at all is answered, and never with a failure of the program", async () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const types = [
      "gather-parameters",
      "save-owner-data",
      "open-owner-data",
      "save-request",
      "open-response",
      "install",
    ];
    const name = fc.constantFrom("owner", "extra", "request", "digits", "text", "place", "serves");
    const effect = fc
      .tuple(fc.constantFrom(...types), fc.dictionary(name, anything))
      .map(([type, members]) => ({ effect: { id: 1, type, ...members } }));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anything, effect),
        fc.constantFrom("effects", "wizard", "changes"),
        async (body, path) => {
          const method = path === "effects" ? "POST" : "PUT";
          const { status } = await asPage(agent.port, method, `/api/${path}`, body);
          expect([200, 204, 400]).toContain(status);
        },
      ),
      { numRuns: 150 },
    );
    expect((await ask(agent.port, { path: "/api/workstation" })).status).toBe(200);
  });

  test("SQL and HTML in every field of an owner come back to the character", async () => {
    const nasty = [
      `'; DROP TABLE licenses; --`,
      `"><script>alert(1)</script>`,
      `<img src=x onerror=alert('1')>`,
      "${7*7} {{constructor}} %00 %2e%2e/",
      `../../x \\..\\..\\x C:\\x`,
      `Robert'); --: label: value`,
      `&lt;b&gt; &amp; 𝔘 «Ромашка»`,
    ];
    const fields =
      "organization lastName firstName middleName email zip region district town street house building apartment country";
    for (const [shift] of nasty.entries()) {
      const values = fields.split(" ").map((field, at) => [field, nasty[(at + shift) % nasty.length]] as const);
      const owner: Owner = valueOf(parseOwner({ kind: "company", ...Object.fromEntries(values) }));
      const { save, outcome } = await agent.carryOut(task({ type: "save-owner-data", owner, extra: { kit, pin } }));
      expect([outcome.outcome, save?.name]).toEqual(["done", "licdata.txt"]);
      const read = await agent.carryOut(task({ type: "open-owner-data" }, Buffer.from(save?.base64 ?? "", "base64")));
      expect(read.outcome).toEqual({ outcome: "owner-data", owner });
      const asked = { ...request, owner, id: Buffer.from(randomBytes(16)).toString("hex") };
      expect((await agent.carryOut(task({ type: "send", request: asked }))).outcome).toMatchObject({
        license: { owner },
      });
      await agent.carryOut(task({ type: "save-request", request: asked, place: { on: "this-computer" } }));
      await install(granted(asked, "file"));
      const { context } = await agent.look();
      expect(context.licenses?.at(-1)?.owner).toEqual(owner);
      expect(context.waiting).toBeUndefined();
      expect(wizard.start(context).state.ended).toBeNull();
    }
    expect(readdirSync(folder).sort()).toEqual(["data", "hardware.json", "keys.json"]);
    expect(readdirSync(here).every((name) => name.startsWith("run-"))).toBe(true);
  });

  test("an owner's file that is none is not opened, and says why", async () => {
    const none = await agent.carryOut(task({ type: "open-owner-data" }, "no label"));
    expect(none.outcome).toMatchObject({ outcome: "failed", code: "core/invalid-input", evidence: { faults: [{}] } });
    expect((await agent.carryOut(task({ type: "open-owner-data" }))).outcome).toEqual({ outcome: "dismissed" });
    expect((await agent.carryOut(task({ type: "open-response", request: null }))).outcome).toEqual({
      outcome: "dismissed",
    });
  });
});

describe("what is kept", () => {
  test("a wizard comes back as it was left, whether it can go on or not; and is forgotten on demand", async () => {
    const left = { state: wizard.start((await agent.look()).context).state };
    const keep = (value: unknown) => asPage(agent.port, "PUT", "/api/wizard", value).then(({ status }) => status);
    expect(await keep(left)).toBe(204);
    await agent.stop("SIGKILL");
    agent = await start();
    const { stored } = await agent.look();
    expect(stored).toEqual(left);
    expect(wizard.resume(stored?.state).ok).toBe(true);
    expect(await keep({ state: { version: 99, html: "<script>" } })).toBe(204);
    expect((await agent.look()).stored).toEqual({ state: { version: 99, html: "<script>" } });
    expect(await keep(null)).toBe(204);
    expect((await agent.look()).stored).toBeNull();
  });

  test("a damaged file is set aside, and the program runs", async () => {
    const names = ["wizard", "changes", "requests", "latest-seen"];
    for (const text of [
      "",
      "{",
      "null",
      '{"state":7}',
      '["sell-computer"]',
      '{"waiting":[{}],"dictated":[]}',
      "\0\0\0",
    ]) {
      await agent.stop("SIGTERM");
      for (const name of names) writeFileSync(join(folder, "data", `${name}.json`), text);
      agent = await start();
      expect(await agent.look()).toMatchObject({ stored: null, computer, licensed: false });
      for (const name of names.filter((one) => one !== "latest-seen")) {
        expect(readFileSync(join(folder, "data", `${name}.json.damaged`), "utf8")).toBe(text);
      }
      expect(agent.stderr()).toContain("damaged, set aside");
    }
  });

  test("a clock that is set back shows: the latest time at which a license held is remembered", async () => {
    await install(granted(request, "automatic"));
    expect((await agent.look()).licensed).toBe(true);
    const file = join(folder, "data/latest-seen.json");
    const seen = Number(readFileSync(file, "utf8"));
    writeFileSync(file, String(seen + 10 * 86_400_000));
    const back = await agent.look();
    expect(back.files[0]?.verdict).toMatchObject({ reasons: [{ code: "license/clock-moved-back" }] });
    expect(back.causes[0]?.code).toBe("diagnosis/clock-wrong");
  });

  test("files that are none are passed over, and said", async () => {
    const shared = join(folder, "data/root/var/1C/licenses");
    mkdirSync(join(shared, "folder.lic"), { recursive: true });
    writeFileSync(join(shared, "a.lic"), "no license");
    writeFileSync(join(shared, "b.lic"), "x".repeat(1_000_001));
    writeFileSync(join(shared, "c.txt"), granted(request, "automatic"));
    writeFileSync(join(shared, "d.lic"), granted(request, "automatic").replace(/[A-Z]/, "a"));
    const { files } = await agent.look();
    const codes = files.map(({ path, verdict }) => [path.slice(-5), "code" in verdict && verdict.code]);
    expect(codes.map(([name]) => name)).toEqual(["a.lic", "b.lic", "c.txt", "d.lic"]);
    expect(codes[0]?.[1]).toBe("license/no-document");
    expect(codes[1]?.[1]).toBe("license/unreadable");
    expect(codes[2]?.[1]).toBe("license/other-file");
  });

  test("a license that gave way to a spare PIN is superseded by the one that says so", async () => {
    await install(granted(request, "automatic"));
    const recovered = { ...request, operation: "recovery-spare", pin: "996007681344799", supersededPin: pin } as const;
    await install(granted({ ...recovered, id: "a".repeat(32) }, "automatic"));
    const { files, licensed, context } = await agent.look();
    const outcomes = files.map(({ verdict }) => ("reasons" in verdict ? (verdict.reasons[0]?.code ?? "valid") : ""));
    expect([licensed, outcomes]).toEqual([true, ["license/superseded", "valid"]]);
    expect(context.licenses?.map((license) => license.pin)).toEqual([pin, recovered.pin]);
  });
});

describe("the process", () => {
  test("it says one line, and stops cleanly", async () => {
    expect(agent.stdout()).toBe(`workstation http://127.0.0.1:${agent.port}/\n`);
    expect(await agent.stop("SIGINT")).toBe(0);
    agent = await start();
    expect(await agent.stop("SIGTERM")).toBe(0);
  });

  test("settings that cannot be are said, and nothing starts", async () => {
    for (const wrong of [
      { PORT: "x" },
      { CENTER: "ftp://x" },
      { KEYS: join(folder, "none") },
      { DIRECTORIES: "all" },
    ]) {
      await expect(start(wrong)).rejects.toThrow(/^the agent ended: \{"time":/);
    }
  });
});

test("the log holds one JSON line each, and nothing of owners, PINs and licenses", () => {
  const lines = said.join("").trim().split("\n");
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toEqual(["time", "what", "why"]);
  for (const secret of [pin, "Ромашка", "DROP TABLE", "BEGIN LICIT", "evil.example", "sell-computer"]) {
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  }
});

/** The most memory that a process ever held, in KiB; 0 where the system does not say. */
function peak(pid: number): number {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] ?? 0) : 0;
}

/** Sends a beginning, then a byte a second, until the other side has enough. */
function untilClosed(port: number, beginning: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(beginning));
    const drip = setInterval(() => socket.write(" "), 1_000);
    const patience = setTimeout(() => {
      end(false);
    }, 60_000);
    const end = (closed: boolean): void => {
      clearInterval(drip);
      clearTimeout(patience);
      socket.destroy();
      resolve(closed);
    };
    socket.on("error", () => {
      end(true);
    });
    socket.on("close", () => {
      end(true);
    });
    socket.resume();
  });
}
