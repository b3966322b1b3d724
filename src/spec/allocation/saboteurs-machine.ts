import { freeSeats, holders, seats } from "../../allocation/index.js";
import type { Saboteur } from "../saboteur.js";
import { configuring, deciding, happening, installing, other, own } from "./sabotage.js";

/** For each rule that holds after every command, a mistake that somebody could make. */
export const machineSaboteurs: readonly Saboteur[] = [
  {
    rule: "AL-14",
    mistake: "Of two seats one is always at lunch: a third one does no harm.",
    alsoBreaks: ["AL-02", "AL-04", "AL-07", "AL-10", "AL-13", "AL-19", "AL-25", "AL-26", "AL-28"],
    subject: installing((license) =>
      license.type === "multi-user" && license.seats === 2 ? { ...license, seats: 3 } : license,
    ),
  },
  {
    rule: "AL-15",
    mistake: "In use is who is connected: sessions are counted.",
    alsoBreaks: ["AL-01", "AL-03", "AL-05", "AL-10", "AL-14"],
    subject: other({
      freeSeats(state) {
        const all = holders(own(state));
        return freeSeats(own(state)).map((row) => {
          const sessions = all.filter(({ license }) => license === row.license).flatMap((holder) => holder.sessions);
          return { ...row, used: Math.max(row.used, sessions.length) };
        });
      },
    }),
  },
  {
    rule: "AL-16",
    mistake: "A seat is swept once a second.",
    alsoBreaks: ["AL-14", "AL-15", "AL-18", "AL-19", "AL-20"],
    subject: happening((event) => {
      if (event.type !== "session-ended" || event.data.client?.then !== "free") return event;
      const freeAt = event.data.at + 999;
      return { ...event, data: { ...event.data, client: { ...event.data.client, then: "idle", freeAt } } };
    }),
  },
  {
    rule: "AL-17",
    mistake: "An expired license serves those who have it still: until it is removed.",
    alsoBreaks: ["AL-13"],
    subject: installing((license) => ("expiresAt" in license ? { ...license, expiresAt: undefined } : license)),
  },
  {
    rule: "AL-18",
    mistake: "Networks are slow: a lease is given twice its time.",
    alsoBreaks: [],
    subject: configuring((told) => {
      const leaseMs = 2 * (told.policies?.leaseMs ?? 0);
      return { ...told, policies: { ...told.policies, leaseMs } };
    }),
  },
  {
    rule: "AL-19",
    mistake: "Who waits longest is served last: he has got used to it.",
    alsoBreaks: [],
    subject: deciding((command, state) => {
      const { waiting } = state.site;
      return seats.decide(command, { ...state, site: { ...state.site, waiting: [...waiting].reverse() } });
    }),
  },
  {
    rule: "AL-20",
    mistake: "A seat has one time: all its sessions are listed since then.",
    alsoBreaks: [],
    subject: other({
      holders: (state) =>
        holders(own(state)).map((holder) => ({
          ...holder,
          sessions: holder.sessions.map((session) => ({ ...session, since: holder.since })),
        })),
    }),
  },
];
