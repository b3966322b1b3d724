import { Hono } from "hono";
import { operatorView, parseLetter } from "licit/center";
import type { LicenseRequest, OpenRequestError } from "licit/license";
import { describe } from "licit/messages";
import type { Site, SiteApp, SiteContext, SiteEnv } from "../site.js";
import { SaveAnswer } from "./answer.js";
import { ticked, uploaded, withForm } from "./form.js";
import { words } from "./languages.js";
import { RequestForm } from "./request-form.js";
import { page, problemPage } from "./layout.js";
import { lookAt } from "./look.js";
import { Seen } from "./seen.js";
import type { Language } from "./words.js";

/** Request files that customers mailed: an operator looks at one, and may let it pass a limit. */
export function requestPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();
  pages.get("/requests", (c) =>
    page(c, words[c.get("language")].requests.title, <ChooseRequest language={c.get("language")} />),
  );
  pages.post(
    "/requests",
    withForm(async (c, form) => {
      const text = await uploaded(form, "file", "text");
      if (text === "") return problemPage(c, "no-file", 400);
      if (form["grant"] === undefined) return requestPage(c, site, text);
      return answered(c, site, text, ticked(form, "allowed"));
    }),
  );
  return pages;
}

/** Shows what a text asks for, what would be decided and why: a request file, or a letter that holds one. */
export async function requestPage(c: SiteContext, site: Site, text: string) {
  const document = documentIn(text);
  const opened = await site.licensing.open(document);
  if (!opened.ok) return unopenedPage(c, opened.error);
  return seenPage(c, site, { document, request: opened.value });
}

async function answered(c: SiteContext, site: Site, text: string, allowed: boolean) {
  const document = documentIn(text);
  const opened = await site.licensing.open(document);
  if (!opened.ok) return unopenedPage(c, opened.error);
  const request = opened.value;
  if ((await lookAt(site, request.kit)) === undefined) return problemPage(c, "unreadable-kit", 500);
  const asked = { by: "file", request, at: site.now(), ...(allowed ? { allowed: true } : {}) } as const;
  const answer = await site.licensing.license(asked);
  if (answer.answer === "busy") return problemPage(c, "busy", 503);
  if (answer.answer === "failed") return problemPage(c, "failed", 500, answer.error.code);
  if (answer.answer === "dictated") return problemPage(c, "failed", 500, answer.answer);
  const language = c.get("language");
  const save = <SaveAnswer language={language} request={request} answer={answer} />;
  if (answer.answer === "refused") {
    c.set("code", answer.refusal.code);
    return seenPage(c, site, { document, request }, save);
  }
  const { requests } = words[language];
  return page(
    c,
    requests.granted,
    <section>
      {save}
      <p>
        <a href="/operator/requests">{requests.back}</a>
      </p>
    </section>,
  );
}

function unopenedPage(c: SiteContext, error: OpenRequestError) {
  const language = c.get("language");
  c.set("code", error.code);
  return page(
    c,
    words[language].requests.title,
    <>
      <p class="bad">{describe(error, language)}</p>
      <ChooseRequest language={language} />
    </>,
    400,
  );
}

/** A request file, as it came and as it was opened. */
interface Opened {
  readonly document: string;
  readonly request: LicenseRequest;
}

async function seenPage(c: SiteContext, site: Site, { document, request }: Opened, save?: ReturnType<typeof Seen>) {
  const language = c.get("language");
  const state = await lookAt(site, request.kit);
  if (state === undefined) return problemPage(c, "unreadable-kit", 500);
  const { requests, desk } = words[language];
  return page(
    c,
    requests.title,
    <>
      <Seen language={language} view={operatorView(state, { by: "file", request, at: site.now() })} />
      {save}
      <form class="card" method="post" action="/operator/requests">
        <input type="hidden" name="text" value={document} />
        <label class="check">
          <input type="checkbox" name="allowed" value="yes" />
          {desk.allowed}
        </label>
        <button class="main" type="submit" name="grant" value="yes">
          {desk.grant}
        </button>
      </form>
    </>,
  );
}

/** The request file in a text: the text itself, or what stands in a letter, whatever else the letter lacks. */
function documentIn(text: string): string {
  const read = parseLetter(text);
  if (!read.ok) return "document" in read.error ? (read.error.document ?? text) : text;
  const { letter, document = text } = read.value;
  return letter.kind === "request-file" ? letter.document : document;
}

function ChooseRequest({ language }: { readonly language: Language }) {
  const { requests, send, desk } = words[language];
  const said = { lead: requests.lead, file: send.file, text: requests.text, submit: desk.look };
  return <RequestForm action="/operator/requests" words={said} />;
}
