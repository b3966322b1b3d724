import { Hono } from "hono";
import { describe } from "licit/messages";
import type { LicenseRequest } from "licit/license";
import { addressOf } from "../api.js";
import { isGuess } from "../guessed.js";
import type { Site, SiteApp, SiteContext, SiteEnv } from "../site.js";
import { SaveAnswer, type Answered } from "./answer.js";
import { uploaded, withForm } from "./form.js";
import { page, problemPage } from "./layout.js";
import { words } from "./languages.js";
import { RequestForm } from "./request-form.js";

/** Where customers send request files from any computer with internet. */
export function customerPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();
  pages.get("/", (c) => page(c, words[c.get("language")].send.title, <RequestForm action="/" words={formWords(c)} />));
  pages.post(
    "/",
    withForm(async (c, form) => {
      const address = addressOf(c);
      if ((await site.guesses.waitOf(address)) !== undefined) return problemPage(c, "too-many-guesses", 429);
      const text = await uploaded(form, "file", "text");
      if (text === "") return problemPage(c, "no-file", 400);
      const opened = await site.licensing.open(text);
      if (!opened.ok) {
        c.set("code", opened.error.code);
        return page(
          c,
          words[c.get("language")].send.unreadable,
          <Reason text={describe(opened.error, c.get("language"))} />,
          400,
        );
      }
      const answer = await site.licensing.license({ by: "file", request: opened.value, at: site.now() });
      if (answer.answer === "busy") return problemPage(c, "busy", 503);
      if (answer.answer === "failed") return problemPage(c, "failed", 500, answer.error.code);
      if (answer.answer === "dictated") return problemPage(c, "failed", 500, answer.answer);
      if (answer.answer === "refused") {
        c.set("code", answer.refusal.code);
        if (isGuess(answer.refusal) && (await site.guesses.wrong(address)) !== undefined) {
          return problemPage(c, "too-many-guesses", 429);
        }
      }
      return answerPage(c, opened.value, answer);
    }),
  );
  return pages;
}

function formWords(c: SiteContext) {
  const { lead, file, text, submit } = words[c.get("language")].send;
  return { lead, file, text, submit };
}

function answerPage(c: SiteContext, request: LicenseRequest, answer: Answered) {
  const language = c.get("language");
  const { send } = words[language];
  const granted = answer.answer === "granted";
  return page(
    c,
    granted ? send.granted : send.refused,
    <section>
      {granted ? null : <p class="bad">{describe(answer.refusal, language)}</p>}
      <SaveAnswer language={language} request={request} answer={answer} />
      <p>
        <a href="/">{send.back}</a>
      </p>
    </section>,
  );
}

function Reason({ text }: { readonly text: string }) {
  return (
    <section>
      <p class="bad">{text}</p>
    </section>
  );
}
