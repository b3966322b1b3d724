import { Hono } from "hono";
import { parseLetter, type AdditionalPinAsked, type AdditionalPinLetter } from "licit/center";
import { describe } from "licit/messages";
import type { KitNumber } from "licit/pins";
import type { Site, SiteApp, SiteContext, SiteEnv } from "../site.js";
import { decisionIn } from "./decision.js";
import { field, uploaded, withForm, type Form } from "./form.js";
import { words } from "./languages.js";
import { page, problemPage } from "./layout.js";
import { lookAt } from "./look.js";
import { requestPage, requestPages } from "./requests.js";
import { additionalPinTold, lostDataTold, Told, type LetterTold } from "./told.js";
import { Waiting, waitingIn } from "./waiting.js";
import type { Language } from "./words.js";

const SHOWN = 100;

/** Letters: what customers write, and what waits for a decision. A letter can be no more than a request file. */
export function letterPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();
  pages.get("/letters", (c) => lettersPage(c, site));
  pages.post(
    "/letters",
    withForm((c, form) => letterArrived(c, site, form)),
  );
  pages.post(
    "/letters/:kit{[0-9]+}",
    withForm<"/letters/:kit">((c, form) => decided(c, site, c.req.param("kit"), form)),
  );
  pages.route("/", requestPages(site));
  return pages;
}

async function letterArrived(c: SiteContext, site: Site, form: Form) {
  const read = parseLetter(field(form, "letter"));
  if (!read.ok) return notDone(c, site, read.error.code, describe(read.error, c.get("language")));
  const { letter, document = "" } = read.value;
  if (letter.kind === "request-file") return requestPage(c, site, letter.document);
  if ((await lookAt(site, letter.kit)) === undefined) return problemPage(c, "unreadable-kit", 500);
  if (letter.kind === "lost-data") return told(c, site, await lostDataTold(site, letter));
  return additionalPinAsked(c, site, letter, (await uploaded(form, "file", "")) || document);
}

async function additionalPinAsked(c: SiteContext, site: Site, letter: AdditionalPinLetter, document: string) {
  const file = document === "" ? undefined : await site.licensing.open(document);
  if (file?.ok === false) return notDone(c, site, file.error.code, describe(file.error, c.get("language")));
  const data: AdditionalPinAsked = {
    letter,
    ...(file === undefined ? {} : { requestFile: file.value }),
    at: site.now(),
  };
  return told(c, site, await additionalPinTold(site, letter.kit, { type: "request-additional-pin", data }));
}

async function decided(c: SiteContext, site: Site, kit: KitNumber, form: Form) {
  const language = c.get("language");
  const data = decisionIn(form, site.now());
  if ("problem" in data) return notDone(c, site, data.problem, words[language].problems[data.problem]);
  if ((await lookAt(site, kit)) === undefined) return problemPage(c, "unreadable-kit", 500);
  return told(c, site, await additionalPinTold(site, kit, { type: "decide-additional-pin", data }));
}

function told(c: SiteContext, site: Site, answer: LetterTold) {
  if (answer.answer === "busy") return problemPage(c, "busy", 503);
  if (answer.answer === "refused") c.set("code", answer.refusal.code);
  if (answer.answer === "failed") c.set("code", answer.error.code);
  return lettersPage(c, site, <Told language={c.get("language")} told={answer} />);
}

/** Nothing was asked and nothing decided: why not, above the letters. */
function notDone(c: SiteContext, site: Site, code: string, why: string) {
  c.set("code", code);
  return lettersPage(c, site, <p class="bad">{why}</p>, 400);
}

async function lettersPage(c: SiteContext, site: Site, above?: ReturnType<typeof Told>, status: 200 | 400 = 200) {
  const language = c.get("language");
  const { letters, problems } = words[language];
  const kits = await site.store.withLetters(SHOWN);
  const at = site.now();
  const seen = await Promise.all(kits.map(async (kit) => ({ kit, state: await lookAt(site, kit) })));
  const unreadable = seen.filter(({ state }) => state === undefined);
  const waiting = seen
    .flatMap(({ state }) => (state === undefined ? [] : waitingIn(state, at)))
    .sort((a, b) => a.letter.at - b.letter.at);
  return page(
    c,
    letters.title,
    <>
      {above}
      <h2>{letters.waiting}</h2>
      {waiting.length === 0 ? <p class="hint">{letters.noneWaiting}</p> : null}
      {waiting.map((one) => (
        <Waiting language={language} waiting={one} />
      ))}
      {unreadable.map(({ kit }) => (
        <p class="bad">
          <a href={`/operator/kits/${kit}`}>{kit}</a>: {problems["unreadable-kit"]}
        </p>
      ))}
      <LetterForm language={language} />
    </>,
    status,
  );
}

function LetterForm({ language }: { readonly language: Language }) {
  const { letters } = words[language];
  return (
    <form class="card" method="post" action="/operator/letters" enctype="multipart/form-data">
      <p class="lead">{letters.lead}</p>
      <label for="letter">{letters.letter}</label>
      <textarea id="letter" name="letter" required />
      <label for="file">{letters.file}</label>
      <input id="file" name="file" type="file" />
      <button class="main" type="submit">
        {letters.read}
      </button>
    </form>
  );
}
