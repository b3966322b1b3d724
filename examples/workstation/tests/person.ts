import type { Download, Page } from "playwright-core";
import { wizardSteps, type FieldName, type WizardStep } from "licit/acquisition";
import { labelsIn } from "licit/messages";
import { english } from "../page/words.en.ts";
import { russian } from "../page/words.ru.ts";

export type Language = "en" | "ru";

/** What a person knows, by the fields in which it is entered. */
export type Knows = { readonly [F in FieldName]?: string | boolean };

/** Somebody at the workstation's page, who reads titles and labels and knows nothing of the program. */
export function personAt(page: Page, language: Language) {
  const labels = labelsIn(language);
  const words = language === "en" ? english : russian;
  const heading = page.locator("h1");
  const submit = page.locator("form.wizard button[type=submit]");

  /** The step whose title stands on the page. Several may share one. */
  async function stepsShown(): Promise<readonly WizardStep[]> {
    const title = await heading.textContent();
    return wizardSteps.filter((step) => labels.steps[step].title === title?.trim());
  }

  /** Enters what is known into the fields that are there. */
  async function fill(knows: Knows): Promise<void> {
    for (const [name, value] of Object.entries(knows)) {
      const field = page.locator(`form.wizard [name="${name}"]:enabled`).first();
      if ((await field.count()) === 0) continue;
      const type = await field.getAttribute("type");
      if (type === "radio") await page.locator(`#${name}-${String(value)}`).check();
      else if (type === "checkbox") await field.setChecked(value === true);
      else {
        await field.fill(String(value));
        await field.blur();
      }
    }
  }

  /** Fills in and goes on, step by step, until one of these is there. */
  async function walk(knows: Knows, ...until: readonly WizardStep[]): Promise<WizardStep> {
    for (let pages = 0; pages < 40; pages++) {
      await page.locator("form.wizard[aria-busy=false]").waitFor({ timeout: 60_000 });
      const shown = await stepsShown();
      const there = until.find((step) => shown.includes(step));
      if (there !== undefined) return there;
      if (shown.includes("failure")) throw new Error(`failed: ${await page.locator(".failure").innerText()}`);
      await fill(knows);
      const before = await heading.textContent();
      await submit.click();
      await page.waitForFunction(
        (title) => document.querySelector("h1")?.textContent !== title || document.querySelector(".message") !== null,
        before,
        { timeout: 30_000 },
      );
      if ((await heading.textContent()) === before)
        throw new Error(`does not go on from “${before ?? ""}”: ${await page.locator("form.wizard").innerText()}`);
    }
    throw new Error(`never comes to ${until.join(" or ")}`);
  }

  return {
    page,
    labels,
    words,
    fill,
    walk,
    stepsShown,
    /** Opens the wizard from the home page. */
    async start(): Promise<void> {
      const names = [words.home.start, words.home.startAnother, words.stored.startOver];
      await page.getByRole("button", { name: new RegExp(`^(${names.join("|")})$`) }).click();
      await page.locator("form.wizard").waitFor();
    },
    press: (name: string) => page.getByRole("button", { name, exact: true }).click(),
    next: () => submit.click(),
    async saved(name: string): Promise<Download> {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name, exact: true }).click();
      return download;
    },
    /** Finishes the wizard, and is home again. */
    async finish(): Promise<void> {
      await submit.click();
      await page.locator(".home[aria-busy=false]").waitFor();
    },
    home: () => page.locator("main").innerText(),
  };
}

export type Person = ReturnType<typeof personAt>;
