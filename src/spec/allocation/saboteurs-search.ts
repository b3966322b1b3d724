import { holders, plan, seats, type SeatEvent } from "../../allocation/index.js";
import type { Saboteur } from "../saboteur.js";
import { configuring, deciding, happening, insisting, installing, leavingOut, other, starting } from "./sabotage.js";

/** What a search remembers is written where nobody looks. */
const forgetting = (which: (as: string) => boolean) =>
  happening((event): SeatEvent => {
    if (event.type !== "session-started") return event;
    const [client, server] = [event.data.client, event.data.server].map((grant) =>
      grant === null || !which(grant.searcher.as)
        ? grant
        : { ...grant, searcher: { ...grant.searcher, computer: "nowhere" } },
    );
    return { ...event, data: { ...event.data, client: client ?? null, server: server ?? null } };
  });

/** For each rule on where licenses are looked for, a mistake that somebody could make. */
export const searchSaboteurs: readonly Saboteur[] = [
  {
    rule: "AL-09",
    mistake: "Where the server has no license yet, people should be able to work at least.",
    alsoBreaks: ["AL-21", "AL-22", "AL-23", "AL-27"],
    subject: insisting((start) => ({ ...start, infobase: "shared" })),
  },
  {
    rule: "AL-11",
    mistake: "Every search begins anew: what served last may be gone.",
    alsoBreaks: [],
    subject: forgetting((as) => as !== "server-license"),
  },
  {
    rule: "AL-12",
    mistake: "The switch is a wish: before anybody is sent home, a dongle will do.",
    alsoBreaks: [],
    subject: insisting((start) =>
      start.hardwareLicenses === false ? { ...start, hardwareLicenses: true } : undefined,
    ),
  },
  {
    rule: "AL-13",
    mistake: "Where nothing was found there is nothing to tell.",
    alsoBreaks: ["AL-09", "AL-12"],
    subject: deciding((command, state) => {
      const decision = seats.decide(command, state);
      if (decision.ok || !("trail" in decision.error)) return decision;
      const trail = decision.error.trail.filter(({ found }) => found.length > 0);
      return { ok: false, error: { ...decision.error, trail } };
    }),
  },
  {
    rule: "AL-21",
    mistake: "Three seats are three seats: a community license is a multi-user license of three.",
    alsoBreaks: ["AL-17"],
    subject: installing((license) =>
      license.type === "community"
        ? { type: "multi-user", license: license.license, computer: license.computer, seats: 3 }
        : license,
    ),
  },
  {
    rule: "AL-22",
    mistake: "A license is a license, whoever it was made for.",
    alsoBreaks: [],
    subject: installing((license) => ("level" in license ? { ...license, level: undefined } : license)), // levels are optional
  },
  {
    rule: "AL-23",
    mistake: "A server license serves a server.",
    alsoBreaks: ["AL-27"],
    subject: installing((license) => ("bits" in license ? { ...license, bits: 64 } : license)),
  },
  {
    rule: "AL-24",
    mistake: "One user in one terminal session is one seat, whoever gives it.",
    alsoBreaks: ["AL-02", "AL-18", "AL-21", "AL-25"],
    subject: starting((start, state) => {
      const isThere = holders(state).some(
        ({ kind, computer, terminalSession }) =>
          kind === "session" && computer === start.computer && terminalSession === start.terminalSession,
      );
      return isThere && start.terminalSession !== undefined ? { ...start, application: "background-job" } : start;
    }),
  },
  {
    rule: "AL-25",
    mistake: "The first kit of the list is a special offer: nobody buys it.",
    alsoBreaks: [],
    subject: other({ plan: (demand, kitSizes) => plan(demand, kitSizes.slice(1)) }),
  },
  {
    rule: "AL-26",
    mistake: "Where there are software licenses, nobody needs a dongle.",
    alsoBreaks: ["AL-02", "AL-05", "AL-08", "AL-11", "AL-12", "AL-13"],
    subject: leavingOut(
      ({ type, computer }, { site }) => type === "dongle" && computer === "APP-1" && site.licenses !== null,
    ),
  },
  {
    rule: "AL-27",
    mistake: "A server starts seldom: it may look for its license from the beginning.",
    alsoBreaks: [],
    subject: forgetting((as) => as === "server-license"),
  },
  {
    rule: "AL-28",
    mistake: "Where an application server is, a server license is needed.",
    alsoBreaks: [],
    subject: configuring((told) => {
      const { computers, infobases } = told.topology;
      const isServer = (id: string | undefined): boolean =>
        computers.some((computer) => computer.id === id && computer.roles?.includes("application-server") === true);
      const served = infobases.map((infobase) =>
        infobase.mode === "file" && infobase.webServer !== undefined && isServer(infobase.webServer)
          ? ({ id: infobase.id, mode: "client-server", server: infobase.webServer } as const)
          : infobase,
      );
      return { ...told, topology: { computers, infobases: served } };
    }),
  },
  {
    rule: "AL-29",
    mistake: "Licenses are taken by name; the files may be called as they like.",
    alsoBreaks: [],
    subject: installing((license) => ("file" in license ? { ...license, file: license.license } : license)),
  },
];
