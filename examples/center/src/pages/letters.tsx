import { Hono } from "hono";
import {
  lostDataOf,
  operatorView,
  parseLetter,
  type CustomerAnswer,
  type ReadLetter,
  type SeenWaiting,
} from "licit/center";
import { describe } from "licit/messages";
import { formatPin, parsePin, type KitNumber } from "licit/pins";
import { drawnDigits } from "../drawn.js";
import type { Site, SiteApp, SiteContext, SiteEnv } from "../site.js";
import { page, problemPage } from "./layout.js";
import { field, uploaded, type Form } from "./form.js";
import { words } from "./languages.js";
import type { Language } from "./words.js";

const SHOWN = 100;

/** Letters: what customers write, and what waits for a decision. */
export function letterPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();
  pages.get("/letters", async (c) => lettersPage(c, site));
  pages.post("/letters", async (c) => {
    const form = await c.req.parseBody();
    const letter = parseLetter(field(form, "letter"));
    if (!letter.ok) return lettersPage(c, site, <p class="bad">{describe(letter.error, c.get("language"))}</p>);
    return letterArrived(c, site, letter.value, form);
  });
  pages.post("/letters/:kit{[0-9]+}", async (c) => decided(c, site, c.req.param("kit"), await c.req.parseBody()));
  return pages;
}

async function letterArrived(c: SiteContext, site: Site, { letter, document = "" }: ReadLetter, form: Form) {
  if (letter.kind === "request-file") return problemPage(c, "unreadable-letter", 400);
  const at = site.now();
  if (letter.kind === "lost-data") {
    const told = await site.licensing.tell(letter.kit, { type: "request-lost-data", data: { letter, at } });
    return lettersPage(
      c,
      site,
      <Told language={c.get("language")} told={told} lost={await lostData(site, letter.kit)} />,
    );
  }
  const text = (await uploaded(form, "file", "")) || document;
  const file = text === "" ? undefined : await site.licensing.open(text);
  if (file?.ok === false) return lettersPage(c, site, <p class="bad">{describe(file.error, c.get("language"))}</p>);
  const data = { letter, ...(file === undefined ? {} : { requestFile: file.value }), at };
  const told = await site.licensing.tell(letter.kit, { type: "request-additional-pin", data });
  return lettersPage(c, site, <Told language={c.get("language")} told={told} />);
}

async function decided(c: SiteContext, site: Site, kit: KitNumber, form: Form) {
  const pin = parsePin(field(form, "pin"));
  if (!pin.ok) return problemPage(c, "failed", 400);
  const at = site.now();
  const common = { pin: pin.value, at };
  const data =
    form["grant"] !== undefined
      ? ({ decision: "grant", newPin: drawnDigits(15), allowed: true, ...common } as const)
      : form["ask"] !== undefined
        ? ({ decision: "ask-request-file", ...common } as const)
        : ({ decision: "refuse", reason: field(form, "reason") || "—", ...common } as const);
  const told = await site.licensing.tell(kit, { type: "decide-additional-pin", data });
  return lettersPage(c, site, <Told language={c.get("language")} told={told} />);
}

/** What is mailed: it stands in the event, and is shown to the operator, who mails it. */
async function lostData(site: Site, kit: KitNumber) {
  const state = await site.desk.look(kit);
  if (state.status !== "registered") return [];
  const last = (await site.store.read(kit, 0)).findLast(({ type }) => type === "lost-data-sent");
  return last?.type === "lost-data-sent" ? lostDataOf(state, last.data.wants, last.data.letters) : [];
}

interface ToldProperties {
  readonly language: Language;
  readonly told: CustomerAnswer | { readonly answer: "busy" };
  readonly lost?: ReturnType<typeof lostDataOf>;
}

function Told({ language, told, lost = [] }: ToldProperties) {
  const { letters, problems } = words[language];
  switch (told.answer) {
    case "refused":
      return <p class="bad">{describe(told.refusal, language)}</p>;
    case "failed":
      return <p class="bad">{describe(told.error, language)}</p>;
    case "busy":
      return <p class="bad">{problems.busy}</p>;
    case "waiting":
      return (
        <p>
          {letters.nowWaits} ({letters.requestFiles[told.requestFile]})
        </p>
      );
    case "denied":
      return (
        <p>
          {letters.denied} {told.reason}
        </p>
      );
    case "issued":
      return (
        <section>
          <h2>
            {letters.mail}: {told.to ?? letters.noAddress}
          </h2>
          <p>
            {letters.newPin}: <span class="digits">{formatPin(told.pin)}</span>
          </p>
        </section>
      );
    case "sent":
    case "granted":
      return (
        <section>
          <p>{letters.sent}</p>
          {lost.map(({ to, pins, owners }) => (
            <>
              <h2>
                {letters.mail}: {to}
              </h2>
              <pre>
                {[
                  ...pins.map(({ pin, state }) => `${formatPin(pin)} ${state}`),
                  ...owners.map(({ owner }) => JSON.stringify(owner, undefined, 2)),
                ].join("\n")}
              </pre>
            </>
          ))}
        </section>
      );
  }
}

async function lettersPage(c: SiteContext, site: Site, above?: ReturnType<typeof Told>) {
  const language = c.get("language");
  const { letters } = words[language];
  const kits = await site.store.withLetters(SHOWN);
  const states = await Promise.all(kits.map((kit) => site.desk.look(kit)));
  const waiting = states.flatMap((state) => {
    const unread = { by: "file", unreadable: { code: "license/not-opened" }, at: site.now() } as const;
    const { kit } = operatorView(state, unread);
    return kit === undefined ? [] : kit.waiting.map((one) => [kit.kit, one] as const);
  });
  return page(
    c,
    letters.title,
    <>
      {above}
      <section>
        <h2>{letters.waiting}</h2>
        {waiting.length === 0 ? <p class="hint">{letters.noneWaiting}</p> : null}
        {waiting.map(([kit, one]) => (
          <Waiting language={language} kit={kit} one={one} />
        ))}
      </section>
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
    </>,
  );
}

function Waiting({
  language,
  kit,
  one,
}: {
  readonly language: Language;
  readonly kit: KitNumber;
  readonly one: SeenWaiting;
}) {
  const { letters, desk, kit: own } = words[language];
  const { evidence } = one;
  return (
    <form method="post" action={`/operator/letters/${kit}`}>
      <input type="hidden" name="pin" value={one.pin} />
      <p>
        {own.title} <a href={`/operator/kits/${kit}`}>{kit}</a>, PIN <span class="digits">{formatPin(one.pin)}</span>,{" "}
        {one.company}. {one.companyIsKnown ? letters.known : <span class="bad">{letters.unknownCompany}</span>}
        <br />“{one.reason}” ({letters.requestFiles[one.requestFile]})
        {evidence === null ? null : (
          <>
            <br />
            {desk.differences}: PIN {evidence.pin}, {own.owner} {evidence.owner}, {own.computer} {evidence.computer}
          </>
        )}
      </p>
      <button class="main" type="submit" name="grant" value="yes">
        {letters.grant}
      </button>
      <button type="submit" name="ask" value="yes">
        {letters.askFile}
      </button>
      <label>
        {letters.reason}
        <input type="text" name="reason" />
      </label>
      <button type="submit">{letters.refuse}</button>
    </form>
  );
}
