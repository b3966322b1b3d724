import { Hono } from "hono";
import type { CenterState, RegisteredKit } from "licit/center";
import { describe } from "licit/messages";
import type { Owner } from "licit/owner";
import { formatPin, kits, parsePin, pinReport, type KitDefinition, type KitName } from "licit/pins";
import { drawnDigits, drawnPins } from "../drawn.js";
import type { Site, SiteApp, SiteContext, SiteEnv } from "../site.js";
import { History, PinTable } from "./facts.js";
import { page, problemPage } from "./layout.js";
import { field } from "./form.js";
import { words } from "./languages.js";
import type { Language } from "./words.js";

const SHOWN = 50;

/** Kits: which were sold, what became of their PINs, what an operator does with them. */
export function kitPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();

  pages.get("/", async (c) => {
    const begins = (c.req.query("kit") ?? "").replace(/\D/g, "");
    const numbers = await site.store.sold(begins, SHOWN);
    const found = await Promise.all(numbers.map((kit) => site.desk.look(kit)));
    return page(
      c,
      words[c.get("language")].kits.title,
      <Kits language={c.get("language")} begins={begins} found={found} />,
    );
  });

  pages.post("/kits", async (c) => {
    const form = await c.req.parseBody();
    const definition = definitionOf(field(form, "definition"));
    if (definition === undefined) return problemPage(c, "no-kit", 400);
    const kit = drawnDigits(10);
    const [name, organization, email] = ["name", "organization", "email"].map((of) => field(form, of));
    const { issuer, product } = site.settings;
    const customer = {
      name: name || organization || kit,
      ...(organization ? { organization } : {}),
      ...(email ? { email } : {}),
    };
    const data = { issuer, product, kit, definition, pins: drawnPins(definition), customer, at: site.now() };
    const served = await site.desk.serve(kit, { type: "register-kit", data });
    if (!served.stored) return problemPage(c, "busy", 503);
    if (!served.handled.decision.ok) return refusedPage(c, describe(served.handled.decision.error, c.get("language")));
    return c.redirect(`/operator/kits/${kit}`, 303);
  });

  pages.get("/kits/:kit{[0-9]+}", async (c) => kitPage(c, site, c.req.param("kit")));

  pages.post("/kits/:kit{[0-9]+}/notes", async (c) => {
    const form = await c.req.parseBody();
    const pin = parsePin(field(form, "pin"));
    if (!pin.ok) return refusedPage(c, describe(pin.error, c.get("language")));
    const revoke = form["revoke"] !== undefined;
    const [text, at, kit] = [field(form, "note"), site.now(), c.req.param("kit")];
    const served = await site.desk.serve(
      kit,
      revoke
        ? { type: "revoke", data: { pin: pin.value, ...(text === "" ? {} : { reason: text }), at } }
        : { type: "note", data: { pin: pin.value, note: text, at } },
    );
    if (!served.stored) return problemPage(c, "busy", 503);
    const { decision } = served.handled;
    if (!decision.ok) return refusedPage(c, describe(decision.error, c.get("language")));
    return c.redirect(`/operator/kits/${kit}`, 303);
  });

  return pages;
}

/** Any text may be sent, and every object has more names than its own. */
function definitionOf(name: string): KitDefinition | undefined {
  return Object.hasOwn(kits, name) ? kits[name as KitName] : undefined;
}

function refusedPage(c: SiteContext, reason: string) {
  const { title } = words[c.get("language")].kit;
  return page(c, title, <p class="bad">{reason}</p>, 400);
}

async function kitPage(c: SiteContext, site: Site, number: string) {
  const language = c.get("language");
  const state = await site.desk.look(number);
  if (state.status !== "registered") return problemPage(c, "no-kit", 404);
  const { title, licenses, history, pins } = words[language].kit;
  return page(
    c,
    `${title} ${number}`,
    <>
      <p class="lead">{saleOf(state)}</p>
      <section>
        <h2>{pins}</h2>
        <PinTable language={language} rows={pinReport(state.pins)} kit={number} />
      </section>
      <section>
        <h2>{licenses}</h2>
        <Licenses language={language} kit={state} />
      </section>
      <section>
        <h2>{history}</h2>
        <History language={language} entries={[...state.history].reverse()} />
      </section>
    </>,
  );
}

function saleOf({ customer, product, pins: { definition } }: RegisteredKit): string {
  const said = [product, definition.name, customer?.name, customer?.organization, customer?.email];
  return [...new Set(said.filter((one) => one !== undefined))].join(", ");
}

function Licenses({ language, kit }: { readonly language: Language; readonly kit: RegisteredKit }) {
  const { channels, kit: own } = words[language];
  const records = kit.licenses.flat();
  if (records.length === 0) return <p class="hint">{own.none}</p>;
  return (
    <table>
      <tr>
        <th>{own.pin}</th>
        <th>{own.computer}</th>
        <th>{own.owner}</th>
        <th>{own.channel}</th>
      </tr>
      {records.map(({ pin, computer, owner, channel, contact }) => (
        <tr>
          <td class="digits">{formatPin(pin)}</td>
          <td>{computer.kept === "digits" ? computer.digits : JSON.stringify(computer.parameters.networkName)}</td>
          <td>{owner.kept === "fields" ? nameOf(owner.fields) : (contact?.organization ?? contact?.name ?? "—")}</td>
          <td>{channels[channel]}</td>
        </tr>
      ))}
    </table>
  );
}

function nameOf(owner: Owner): string {
  return owner.kind === "company" ? (owner.organization ?? "—") : [owner.lastName, owner.firstName].join(" ");
}

interface KitsProperties {
  readonly language: Language;
  readonly begins: string;
  readonly found: readonly CenterState[];
}

function Kits({ language, begins, found }: KitsProperties) {
  const { kits: own } = words[language];
  return (
    <>
      <form class="card" method="get" action="/operator">
        <label for="kit">{own.search}</label>
        <input id="kit" name="kit" type="text" inputmode="numeric" value={begins} />
      </form>
      <section>
        {found.length === 0 ? <p class="hint">{own.none}</p> : null}
        <table>
          {found.map((kit) =>
            kit.status === "registered" ? (
              <tr>
                <td class="digits">
                  <a href={`/operator/kits/${kit.pins.kit}`}>{kit.pins.kit}</a>
                </td>
                <td>{kit.pins.definition.name}</td>
                <td>{kit.customer?.organization ?? kit.customer?.name ?? ""}</td>
              </tr>
            ) : null,
          )}
        </table>
      </section>
      <form class="card" method="post" action="/operator/kits">
        <h2>{own.sold}</h2>
        <label for="definition">{own.definition}</label>
        <select id="definition" name="definition">
          {Object.keys(kits).map((name) => (
            <option value={name}>{name}</option>
          ))}
        </select>
        <label for="name">{own.buyer}</label>
        <input id="name" name="name" type="text" maxlength={200} />
        <label for="organization">{own.organization}</label>
        <input id="organization" name="organization" type="text" maxlength={200} />
        <label for="email">{own.email}</label>
        <input id="email" name="email" type="email" maxlength={200} />
        <button class="main" type="submit">
          {own.register}
        </button>
      </form>
    </>
  );
}
