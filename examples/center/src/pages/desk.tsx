import { Hono } from "hono";
import { operatorView, type AskedByPhone } from "licit/center";
import { describe } from "licit/messages";
import type { PhoneSheet } from "licit/phone";
import { parseKitNumber, parsePin } from "licit/pins";
import type { Site, SiteApp, SiteContext, SiteEnv } from "../site.js";
import { Dictation } from "./dictation.js";
import { field, ticked, withForm, type Form } from "./form.js";
import { words } from "./languages.js";
import { page } from "./layout.js";
import { lookAt } from "./look.js";
import { Seen } from "./seen.js";
import type { Language, Problem } from "./words.js";

/** The operator's phone desk: hear, look, decide, dictate. */
export function deskPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();
  pages.get("/desk", (c) =>
    page(c, words[c.get("language")].desk.title, <CallForm language={c.get("language")} form={{}} />),
  );
  pages.post(
    "/desk",
    withForm(async (c, form) => {
      const asked = askedIn(form, c.get("language"), site.now());
      if (typeof asked === "string") return deskPage(c, form, <p class="bad">{asked}</p>);
      if ((await lookAt(site, asked.kit)) === undefined) return notNow(c, form, "unreadable-kit", 500);
      if (form["grant"] !== undefined) {
        const answer = await site.licensing.license(asked);
        if (answer.answer === "busy") return notNow(c, form, "busy", 503);
        if (answer.answer === "dictated") return dictationPage(c, site, asked, answer.sheet);
        if (answer.answer === "refused" || answer.answer === "failed") {
          c.set("code", answer.answer === "refused" ? answer.refusal.code : answer.error.code);
        }
      }
      const view = operatorView(await site.desk.look(asked.kit), asked);
      return deskPage(c, form, <Seen language={c.get("language")} view={view} />);
    }),
  );
  return pages;
}

/** What was typed stays: nobody dictates 48 digits twice. */
function notNow(c: SiteContext, form: Form, problem: Problem, status: 500 | 503) {
  c.set("code", problem);
  return deskPage(c, form, <p class="bad">{words[c.get("language")].problems[problem]}</p>, status);
}

function deskPage(c: SiteContext, form: Form, below: ReturnType<typeof Seen>, status: 200 | 500 | 503 = 200) {
  const language = c.get("language");
  return page(
    c,
    words[language].desk.title,
    <>
      <CallForm language={language} form={form} />
      {below}
    </>,
    status,
  );
}

async function dictationPage(c: SiteContext, site: Site, asked: AskedByPhone, sheet: PhoneSheet) {
  const language = c.get("language");
  return page(
    c,
    words[language].desk.granted,
    <>
      <Dictation language={language} sheet={sheet} />
      <Seen language={language} view={operatorView(await site.desk.look(asked.kit), asked)} />
    </>,
  );
}

/** What the operator typed, or what is wrong with it. */
function askedIn(form: Form, language: Language, at: number): AskedByPhone | string {
  const kit = parseKitNumber(field(form, "kit"));
  if (!kit.ok) return describe(kit.error, language);
  const supersededText = field(form, "superseded");
  const superseded = supersededText === "" ? undefined : parsePin(supersededText);
  if (superseded?.ok === false) return describe(superseded.error, language);
  const [name, organization] = [field(form, "caller"), field(form, "organization")];
  const contact = { name: name || organization, ...(organization === "" ? {} : { organization }) };
  return {
    by: "phone",
    kit: kit.value,
    digits: field(form, "digits"),
    at,
    ...(contact.name === "" ? {} : { contact }),
    ...(superseded === undefined ? {} : { supersededPin: superseded.value }),
    ...(ticked(form, "confirmed") ? { checksumConfirmed: true } : {}),
    ...(ticked(form, "contactConfirmed") ? { contactConfirmed: true } : {}),
    ...(ticked(form, "allowed") ? { allowed: true } : {}),
  };
}

function CallForm({ language, form }: { readonly language: Language; readonly form: Form }) {
  const { desk } = words[language];
  const check = (name: string, label: string) => (
    <label class="check">
      <input type="checkbox" name={name} value="yes" checked={ticked(form, name)} />
      {label}
    </label>
  );
  const text = (name: string, label: string) => (
    <>
      <label for={name}>{label}</label>
      <input id={name} name={name} type="text" value={field(form, name)} autocomplete="off" />
    </>
  );
  return (
    <form class="card" method="post" action="/operator/desk">
      <p class="lead">{desk.lead}</p>
      {text("kit", desk.kit)}
      <label for="digits">{desk.digits}</label>
      <textarea id="digits" name="digits" inputmode="numeric" aria-describedby="digits-hint">
        {field(form, "digits")}
      </textarea>
      <p class="hint" id="digits-hint">
        {desk.digitsHint}
      </p>
      {check("confirmed", desk.confirmed)}
      {text("caller", desk.caller)}
      {text("organization", desk.organization)}
      {text("superseded", desk.superseded)}
      {check("contactConfirmed", desk.contactConfirmed)}
      {check("allowed", desk.allowed)}
      <button type="submit">{desk.look}</button>
      <button class="main" type="submit" name="grant" value="yes">
        {desk.grant}
      </button>
    </form>
  );
}
