import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOffice, picture, type BoughtKit, type Desk, type Office } from "./office.ts";
import type { Knows, Language } from "./person.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office.close();
});

const owner: Knows = {
  ownerKind: "company",
  organization: "ООО «Ромашка»",
  email: "office@romashka.example",
  country: "Россия",
  zip: "123056",
  town: "Москва",
  street: "Лесная",
  confirmed: true,
};

function firstTime({ kit, pins: [pin = ""] }: BoughtKit): Knows {
  return { action: "acquire", kit, pin, kind: "single-user", operation: "first-time", ...owner };
}

function recovery({ kit, pins: [pin = ""] }: BoughtKit, more: Knows = {}): Knows {
  return { action: "acquire", kit, pin, kind: "single-user", operation: "recovery", ...owner, ...more };
}

/** A license by the automatic channel, and home again. */
async function register({ person }: Desk, kit: BoughtKit): Promise<void> {
  await person.start();
  await person.walk({ ...firstTime(kit), automatic: true, channel: "automatic" }, "finish");
  await person.finish();
}

describe.each<Language>(["en", "ru"])("in %s, somebody at a screen", (language) => {
  test("registers for the first time by internet, and is licensed", async () => {
    const kit = await office.buy();
    const { person } = await office.workstation(language);
    await picture(person.page, `${language}-home-without`);
    await person.start();
    await person.walk({ ...firstTime(kit), automatic: true, channel: "automatic" }, "confirm");
    await picture(person.page, `${language}-confirm`);
    await person.walk({}, "finish");
    await picture(person.page, `${language}-finish`);
    await person.finish();
    expect(await person.home()).toContain(person.words.home.licensed);
    await picture(person.page, `${language}-home-licensed`);
  });

  test("registers by file, in two runs of the program", async () => {
    const kit = await office.buy();
    const desk = await office.workstation(language);
    const first = desk.person;
    await first.start();
    await first.walk({ ...firstTime(kit), automatic: false, channel: "file" }, "file-request");
    await picture(first.page, `${language}-file-request`);
    const download = await first.saved(first.labels.buttons["save-request"]);
    const request = join(desk.folder, download.suggestedFilename());
    await download.saveAs(request);
    await first.walk({}, "file-response");
    await first.page.close();

    const page = await office.operator.context().newPage();
    await page.goto(`${office.center.url}/?language=${language}`);
    await page.setInputFiles("#file", request);
    await page.click("button.main");
    await picture(page, `${language}-center-file`);
    const answered = page.waitForEvent("download");
    await page.click("a.main");
    const answer = join(desk.folder, (await answered).suggestedFilename());
    await (await answered).saveAs(answer);
    await page.close();

    const person = await desk.restart();
    await person.press(person.words.stored.goOn);
    await person.page.locator("form.wizard").waitFor();
    await person.press(person.labels.buttons["open-response"]);
    await person.page.setInputFiles("input[type=file]", answer);
    await person.walk({}, "finish");
    await person.finish();
    expect(await person.home()).toContain(person.words.home.licensed);
  });

  test("registers by phone, and a misheard row is located while the operator is still there", async () => {
    const kit = await office.buy();
    const { person } = await office.workstation(language);
    await person.start();
    await person.walk({ ...firstTime(kit), automatic: false, channel: "phone" }, "phone-request");
    await picture(person.page, `${language}-phone-request`);
    const rows = await person.page
      .locator(".sheet tbody tr, .sheet tfoot tr")
      .evaluateAll((lines) =>
        lines.map((line) =>
          [...line.querySelectorAll("td span[aria-hidden=true]:not(.caption)")]
            .map(({ textContent }) => textContent)
            .join(" "),
        ),
      );
    const dictated = await grantedByPhone(kit, rows.slice(0, -1), language);
    await person.walk({}, "phone-response");
    for (const [at, row] of dictated.entries()) {
      const field = person.page.locator(at < 8 ? `[name=row${at + 1}]` : "[name=total]");
      if (at === 2) {
        // Two neighbors change places, as they do on the telephone.
        const digits = Array.from(row);
        const swap = digits.findIndex(
          (one, place) => /\d/.test(one) && /\d/.test(digits[place + 1] ?? "") && one !== digits[place + 1],
        );
        digits.splice(swap, 2, digits[swap + 1] ?? "", digits[swap] ?? "");
        await field.fill(digits.join(""));
        expect(await field.getAttribute("aria-invalid")).toBe("true");
        await picture(person.page, `${language}-phone-misheard`);
      }
      await field.fill(row);
      expect(await field.getAttribute("aria-invalid")).toBe("false");
    }
    await person.walk({}, "finish");
    await person.finish();
    expect(await person.home()).toContain(person.words.home.licensed);
  });

  test("recovers a lost license with the same PIN", async () => {
    const kit = await office.buy();
    const desk = await office.workstation(language);
    await register(desk, kit);
    rmSync(join(desk.folder, "root"), { recursive: true });
    await desk.person.page.reload();
    await desk.person.page.locator(".home[aria-busy=false]").waitFor();
    expect(await desk.person.home()).toContain(desk.person.words.home.notLicensed);
    await desk.person.start();
    await desk.person.walk({ ...recovery(kit), automatic: true, channel: "automatic", unchanged: true }, "finish");
    await desk.person.finish();
    expect(await desk.person.home()).toContain(desk.person.words.home.licensed);
  });

  test("replaces the network adapter, is told why the license fell, and recovers with a spare PIN", async () => {
    const kit = await office.buy();
    const desk = await office.workstation(language);
    const { person } = desk;
    await register(desk, kit);
    await person.page.getByLabel(person.words.play.changes["replace-network-adapter"]).check();
    await person.page.getByText(person.words.home.notLicensed).waitFor();
    await picture(person.page, `${language}-home-broken`);
    await person.start();
    const [, spare = ""] = kit.pins;
    const knows = { ...recovery(kit, { sparePin: spare, unchanged: false }), automatic: true, channel: "automatic" };
    await person.walk(knows, "finish");
    await person.finish();
    expect(await person.home()).toContain(person.words.home.licensed);
    await office.operator.goto(`${office.center.url}/operator/kits/${kit.kit}?language=en`);
    expect(await office.operator.locator("main").innerText()).toContain("superseded");
  });

  test("mistypes the owner at a recovery, is told where, and corrects it", async () => {
    const kit = await office.buy();
    const desk = await office.workstation(language);
    const { person } = desk;
    await register(desk, kit);
    rmSync(join(desk.folder, "root"), { recursive: true });
    await person.page.reload();
    await person.page.locator(".home[aria-busy=false]").waitFor();
    await person.start();
    const knows = { ...recovery(kit), automatic: true, channel: "automatic", unchanged: true };
    await person.walk({ ...knows, town: "москва" }, "failure");
    await picture(person.page, `${language}-wrong-owner`);
    await person.press(person.labels.buttons.correct);
    await person.page.locator("[name=town]").waitFor();
    await picture(person.page, `${language}-wrong-owner-hint`);
    expect(await person.page.locator("form.wizard").innerText()).toContain(hintOf(language));
    await person.walk(knows, "finish");
    await person.finish();
    expect(await person.home()).toContain(person.words.home.licensed);
  });
});

function hintOf(language: Language): string {
  return language === "en" ? "capital" : "регистр";
}

/** The operator types what he hears, grants, and dictates: eight rows with their checksums, and the total. */
async function grantedByPhone(kit: BoughtKit, rows: readonly string[], language: Language): Promise<readonly string[]> {
  const desk = await office.operator.context().newPage();
  await desk.goto(`${office.center.url}/operator/desk?language=${language}`);
  await desk.fill("#kit", kit.kit);
  await desk.fill("#digits", rows.join("\n"));
  await desk.fill("#caller", "Olga Semyonova");
  await picture(desk, `${language}-desk`);
  await desk.locator("button[name=grant]").click();
  await desk.waitForLoadState();
  if ((await desk.locator("ol.dictation").count()) === 0) throw new Error(await desk.locator("main").innerText());
  await desk.locator("ol.dictation").waitFor();
  await picture(desk, `${language}-desk-dictation`);
  const dictated = await desk
    .locator("ol.dictation li")
    .evaluateAll((lines) =>
      lines.map((line) => [...line.querySelectorAll(".digits")].map(({ textContent }) => textContent).join(" ")),
    );
  await desk.close();
  return dictated;
}
