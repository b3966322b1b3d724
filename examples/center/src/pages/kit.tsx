import { Hono } from "hono";
import type { RegisteredKit } from "licit/center";
import type { Owner } from "licit/owner";
import { formatPin, parsePin, pinReport } from "licit/pins";
import type { Site, SiteApp, SiteContext, SiteEnv } from "../site.js";
import { History, PinTable } from "./facts.js";
import { field, withForm } from "./form.js";
import { words } from "./languages.js";
import { page, problemPage } from "./layout.js";
import { lookAt } from "./look.js";
import { refusedPage } from "./refused.js";
import type { Language } from "./words.js";

/** One kit: its PINs, its licenses, its history; notes, and revoking. */
export function oneKitPages(site: Site): SiteApp {
  const pages = new Hono<SiteEnv>();
  pages.get("/:kit{[0-9]+}", async (c) => kitPage(c, site, c.req.param("kit")));

  pages.post(
    "/:kit{[0-9]+}/notes",
    withForm<"/:kit/notes">(async (c, form) => {
      const pin = parsePin(field(form, "pin"));
      if (!pin.ok) return refusedPage(c, pin.error);
      const revoke = form["revoke"] !== undefined;
      const [text, at, kit] = [field(form, "note"), site.now(), c.req.param("kit")];
      if ((await lookAt(site, kit)) === undefined) return problemPage(c, "unreadable-kit", 500);
      const served = await site.desk.serve(
        kit,
        revoke
          ? { type: "revoke", data: { pin: pin.value, ...(text === "" ? {} : { reason: text }), at } }
          : { type: "note", data: { pin: pin.value, note: text, at } },
      );
      if (!served.decided) return problemPage(c, "busy", 503);
      const { decision } = served.handled;
      if (!decision.ok) return refusedPage(c, decision.error);
      return c.redirect(`/operator/kits/${kit}`, 303);
    }),
  );

  return pages;
}

async function kitPage(c: SiteContext, site: Site, number: string) {
  const language = c.get("language");
  const state = await lookAt(site, number);
  if (state === undefined) return problemPage(c, "unreadable-kit", 500);
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
          <td>{owner.kept === "fields" ? ownerName(owner.fields) : (contact?.organization ?? contact?.name ?? "—")}</td>
          <td>{channels[channel]}</td>
        </tr>
      ))}
    </table>
  );
}

function ownerName(owner: Owner): string {
  return owner.kind === "company" ? (owner.organization ?? "—") : [owner.lastName, owner.firstName].join(" ");
}
