import * as fc from "fast-check";
import type { WizardContext, WizardView } from "../../acquisition/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { enter, goBack, open, submit, upTo, walk, toTheEnd } from "./trip.js";
import { acquiring, placeWished, wishing, world } from "./world.js";

const rule = rulesFor("acquisition");

/** The rules on what is installed where, and on what is said before. */
export const placeRules: readonly Rule[] = [
  rule(
    {
      id: "AQ-09",
      statement:
        "For 5-, 10-, 20-user kits, and where the kit's size is unknown, the notice about the two sets is shown before the PIN is sent.",
      source: "S1, S2",
    },
    {
      cases: acquiring,
      async holds(subject, of) {
        const trip = await walk(await open(subject, of));
        const { kit } = of.context;
        const both = kit === undefined || (kit.client?.sets.length ?? 0) > 1;
        const told = trip.screens.findIndex(({ notices }) =>
          notices.some(({ code }) => code === "acquisition/two-sets"),
        );
        ensureEqual(told >= 0, both, "whether the notice is shown");
        const sent = trip.screens.findIndex(
          ({ owed, sheet }) => sheet !== undefined || owed.some(({ type }) => spends.has(type)),
        );
        ensure(!both || told < sent, "it is shown before the PIN is sent");
        const notice = trip.screens[told]?.notices.find(({ code }) => code === "acquisition/two-sets");
        if (notice?.code !== "acquisition/two-sets" || notice.advice === undefined) return;
        ensureEqual(notice.advice.ok && notice.advice.choice, "final", "it says that the choice is final");
      },
    },
  ),
  rule(
    {
      id: "AQ-12",
      statement:
        "Where to install: single-user on the computer itself or by server host and port; multi-user and server licenses by server host and port unless run on the server; a terminal server's or web server's computer without parameters when run there.",
      source: "S2",
    },
    {
      cases: acquiring,
      async holds(subject, of) {
        const kit = await walk(await open(subject, of), upTo("kit"));
        const kind = of.context.kind ?? of.wishes.kind;
        const counted = kind === "multi-user" || kind === "server";
        const needed = counted && of.context.runsOn === "workstation";
        const common = { kind: of.wishes.kind, kit: of.wishes.kit, pin: of.wishes.pin };
        const values = of.context.kind === undefined ? common : { kit: common.kit, pin: common.pin };
        const here = await enter(kit, { ...values, onServer: false });
        ensureEqual(here.view.hindrance === undefined, !needed, `of this kind, on a ${of.context.runsOn}`);
        if (needed) {
          const why = here.view.fields.find(({ name }) => name === "onServer")?.wrong?.code;
          ensureEqual(why, "acquisition/server-needed", "it is said why");
          const untouched = await enter(kit, values);
          ensureEqual(untouched.view.fields.find(({ name }) => name === "onServer")?.value, true, "it is the default");
        }
        const there = await enter(kit, { ...values, onServer: true });
        ensure(there.view.hindrance !== undefined, "a server must be named");
        const named = await enter(there, { host: of.wishes.host, port: of.wishes.port });
        ensure(named.view.hindrance === undefined, "and then anything may go there");
        const end = await walk({ ...kit, world: wishing(of, { onServer: needed || of.wishes.onServer === true }) });
        for (const effect of end.asked) {
          if (effect.type !== "gather-parameters" && effect.type !== "install") continue;
          ensureEqual(effect.place, placeWished(end.world), `where to ${effect.type}`);
        }
      },
    },
  ),
  rule(
    {
      id: "AQ-13",
      statement:
        "Before installing, one step shows what is installed where (this computer, or host and port with the server's name) and waits for confirmation.",
      source: "S0",
    },
    {
      cases: world,
      async holds(subject, of) {
        const named = { ...of, server: { ...of.server, networkName: "SIRENA" } };
        const at = await walk(await open(subject, named), upTo("confirm"));
        const early = at.asked.filter(({ type }) => spent.has(type));
        ensureEqual(early, [], "nothing is installed, nor spent by the automatic channel, before");
        const { installation } = at.view;
        ensure(installation !== undefined, "it is shown what is installed where");
        ensure(at.view.hindrance === undefined, "and waits for a word");
        if (installation.place.on === "server") ensureEqual(installation.serverName, "SIRENA", "the server's name");
        const again = await goBack(at);
        ensure(
          again.asked.every(({ type }) => type !== "install"),
          "who goes back has nothing installed",
        );
        const end = await walk(at);
        const install = end.asked.find(({ type }) => type === "install");
        ensure(install?.type === "install", "it is installed in the end");
        ensureEqual(install.place, installation.place, "where it was shown");
        ensureEqual(install.serves, installation.serves, "for whom it was shown");
        const alone = of.context.storable === "for-this-user-only" && installation.place.on === "this-computer";
        ensureEqual(install.serves, alone ? "this-user" : "everyone", "for whom");
        const after = end.screens.slice(at.screens.length).filter(isAsking);
        ensureEqual(after, [], "one step, and nothing is asked behind it");
        ensureEqual(end.view.installation?.place, installation.place, "and so it is said at the end");
        ensureEqual(end.view.installation?.file, "/var/1C/licenses/20261122093005.lic", "and in which file");
        const { product, kit, pin } = installation;
        ensureEqual(product, of.context.product, "which product");
        const acquired = at.screens.some(({ step }) => step === "kit");
        if (acquired) ensure(kit === of.wishes.kit && pin !== null, "which kit, and which PIN");
      },
    },
  ),
  rule(
    {
      id: "AQ-14",
      statement:
        "Entry: offered at start only when neither license nor dongle is found; otherwise opened on purpose, for a further license.",
      source: "S1, S2, S3",
    },
    {
      cases: fc.tuple(world, fc.boolean(), fc.boolean(), fc.constantFrom("at-start" as const, "on-purpose" as const)),
      async holds(subject, [of, license, dongle, opened]) {
        const context: WizardContext = { ...of.context, opened, found: { license, dongle } };
        const trip = await open(subject, { ...of, context });
        const offered = opened === "on-purpose" || (!license && !dongle);
        ensureEqual(toTheEnd(trip), !offered, "whether it is open");
        ensureEqual(trip.effects, [], "nothing is done unasked");
        if (offered) return;
        ensureEqual([trip.view.step, trip.view.ended?.how], ["closed", "not-offered"], "it says so");
        const pushed = await submit(trip, { type: "next", step: "closed", values: {} });
        ensureEqual(pushed.state, trip.state, "and stays closed");
      },
    },
  ),
];

const spent: ReadonlySet<string> = new Set(["install", "send", "get-community-license"]);

const spends: ReadonlySet<string> = new Set(["send", "save-request"]);

function isAsking({ step, progress }: WizardView): boolean {
  return !progress.working && step !== "finish";
}
