import { Hono } from "hono";
import type { CenterState } from "licit/center";
import { kits, type KitDefinition, type KitName, type KitNumber } from "licit/pins";
import { drawnDigits, drawnPins } from "../drawn.js";
import type { Site, SiteApp, SiteEnv } from "../site.js";
import { field, withForm } from "./form.js";
import { oneKitPages } from "./kit.js";
import { words } from "./languages.js";
import { page, problemPage } from "./layout.js";
import { lookAt } from "./look.js";
import { refusedPage } from "./refused.js";
import type { Language } from "./words.js";

const SHOWN = 50;

/** Kits: which were sold, and a sale. */
export function kitPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();

  pages.get("/", async (c) => {
    const sought = soughtIn(c.req.query("kit") ?? "");
    const numbers = await site.store.sold(sought, SHOWN);
    const found = await Promise.all(numbers.map(async (kit) => ({ kit, state: await lookAt(site, kit) })));
    return page(
      c,
      words[c.get("language")].kits.title,
      <Kits language={c.get("language")} sought={sought} found={found} />,
    );
  });

  pages.post(
    "/kits",
    withForm(async (c, form) => {
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
      if (!served.decided) return problemPage(c, "busy", 503);
      if (!served.handled.decision.ok) return refusedPage(c, served.handled.decision.error);
      return c.redirect(`/operator/kits/${kit}`, 303);
    }),
  );

  pages.route("/kits", oneKitPages(site));
  return pages;
}

/** Any text may be sent, and every object has more names than its own. */
function definitionOf(name: string): KitDefinition | undefined {
  return Object.hasOwn(kits, name) ? kits[name as KitName] : undefined;
}

/** A kit of the list. Without a state: this version cannot read it. */
interface Found {
  readonly kit: KitNumber;
  readonly state: CenterState | undefined;
}

interface KitsProperties {
  readonly language: Language;
  readonly sought: string;
  readonly found: readonly Found[];
}

function Kits({ language, sought, found }: KitsProperties) {
  const { kits: own, problems } = words[language];
  return (
    <>
      <form class="card" method="get" action="/operator">
        <label for="kit">{own.search}</label>
        <input id="kit" name="kit" type="text" value={sought} />
      </form>
      <section>
        {found.length === 0 ? <p class="hint">{own.none}</p> : null}
        <table>
          {found.map(({ kit, state }) => (
            <tr>
              <td class="digits">
                <a href={`/operator/kits/${kit}`}>{kit}</a>
              </td>
              {state?.status === "registered" ? (
                <>
                  <td>{state.pins.definition.name}</td>
                  <td>{state.customer?.organization ?? state.customer?.name ?? ""}</td>
                </>
              ) : (
                <td class="bad" colspan={2}>
                  {problems["unreadable-kit"]}
                </td>
              )}
            </tr>
          ))}
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

/** A number as it is read aloud, in groups, is one number. A database has no character zero. */
function soughtIn(typed: string): string {
  const text = typed.replaceAll("\0", "").trim();
  return /^[\d\s-]+$/.test(text) ? text.replaceAll(/\D/g, "") : text;
}
