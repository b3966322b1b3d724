import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { killCenters, startCenter, type RunningCenter } from "../../center/tests/running-center.ts";
import { startAgent, type Agent } from "./agent-process.ts";
import { openBrowser } from "./browser.ts";
import { personAt, type Language, type Person } from "./person.ts";

/** A kit as it lies on the customer's desk. */
export interface BoughtKit {
  readonly kit: string;
  readonly pins: readonly string[];
}

/** A licensing center, a browser, and as many workstations as a test wants. */
export interface Office {
  readonly center: RunningCenter;
  /** The operator's browser, logged in. */
  readonly operator: Page;
  buy(): Promise<BoughtKit>;
  workstation(language: Language): Promise<Desk>;
  close(): Promise<void>;
}

/** A computer and whoever sits at it. */
export interface Desk {
  readonly person: Person;
  readonly folder: string;
  agent(): Agent;
  /** The program ends, and is started again: another agent, another page, the same data. */
  restart(): Promise<Person>;
}

const computer = {
  os: { family: "windows", name: "Microsoft Windows 11 Pro", version: "10.0.22631", serialNumber: "00330-80000" },
  networkName: "BUH-31",
  board: { model: "PRIME B450M-A" },
  memoryBytes: 17_179_869_184,
  bios: { type: "American Megatrends Inc.", version: "2409" },
  processors: [{ model: "AMD Ryzen 5 3600" }],
  networkAdapters: [{ model: "Realtek PCIe GbE", mac: "00:1a:2b:3c:4d:57" }],
  disks: [{ model: "Samsung SSD 980", serial: "S64D192623" }],
};

const PASSWORD = "for the tests alone";

export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), "licit-office-"));
  const center = await startCenter(join(folder, "center"), { OPERATOR_PASSWORD: PASSWORD, GUESSES: "1000" });
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  const agents: Agent[] = [];
  const operator = await loggedIn(browser, center.url);
  let desks = 0;

  async function start(data: string): Promise<Agent> {
    const agent = await startAgent({
      DATA: data,
      CENTER: `${center.url}/`,
      KEYS: join(center.data, "public-keys.json"),
      HARDWARE: join(folder, "computer.json"),
    });
    agents.push(agent);
    return agent;
  }

  writeFileSync(join(folder, "computer.json"), JSON.stringify(computer));
  return {
    center,
    operator,
    buy: () => bought(operator, center.url),
    async workstation(language) {
      const data = join(folder, `workstation-${++desks}`);
      let agent = await start(data);
      const context = await browser.newContext({
        locale: language === "en" ? "en-US" : "ru-RU",
        acceptDownloads: true,
      });
      contexts.push(context);
      const sit = async (): Promise<Person> => {
        const page = await context.newPage();
        page.setDefaultTimeout(30_000);
        await page.goto(`http://127.0.0.1:${agent.port}/`);
        await page.locator(".home[aria-busy=false]").waitFor();
        return personAt(page, language);
      };
      return {
        person: await sit(),
        folder: data,
        agent: () => agent,
        async restart() {
          await agent.stop("SIGTERM");
          agent = await start(data);
          return sit();
        },
      };
    },
    async close() {
      await browser.close();
      for (const agent of agents) await agent.stop("SIGKILL");
      await center.stop();
      await killCenters();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function loggedIn(browser: Browser, center: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(`${center}/operator/login`);
  await page.fill("#password", PASSWORD);
  await page.click("button[type=submit]");
  return page;
}

async function bought(operator: Page, center: string): Promise<BoughtKit> {
  await operator.goto(`${center}/operator?language=en`);
  await operator.selectOption("#definition", "client-1");
  await operator.fill("#name", "Olga Semyonova");
  await operator.fill("#organization", "ООО «Ромашка»");
  await operator.fill("#email", "office@romashka.example");
  await operator.getByRole("button", { name: "Register it, and draw its PINs" }).click();
  await operator.waitForURL(/\/operator\/kits\/\d+$/);
  const cells = await operator.locator("section").first().locator("td.digits").allInnerTexts();
  return {
    kit: new URL(operator.url()).pathname.split("/").at(-1) ?? "",
    pins: cells.map((pin) => pin.replaceAll(/\D/g, "")),
  };
}

/** The pictures of the guide: `SCREENSHOTS` says where they go; with `SCREENSHOTS_OF=all`, every one. */
const pictures = ["en-home-broken", "en-wrong-owner-hint", "ru-phone-misheard", "ru-desk-dictation"];

export async function picture(page: Page, name: string): Promise<void> {
  const { SCREENSHOTS: folder, SCREENSHOTS_OF: which } = process.env;
  if (folder === undefined || !(which === "all" || pictures.includes(name))) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
