import { consumes, freeSeats, holders, type Holder, type SeatState, type Start } from "../../allocation/index.js";
import type { Saboteur } from "../saboteur.js";
import { hearing, installing, leavingOut, starting } from "./sabotage.js";

/** A session that takes no seat. */
const uncounted = (start: Start): Start => ({ ...start, application: "background-job" });

/** Whether a server gave a seat already to somebody who is alike. */
const isServed = (state: SeatState, alike: (holder: Holder) => boolean): boolean =>
  holders(state).some((holder) => holder.kind === "session" && alike(holder));

/** For each rule on what counts, a mistake that somebody could make. */
export const unitSaboteurs: readonly Saboteur[] = [
  {
    rule: "AL-01",
    mistake: "A seat is a seat: each session takes one, on a workstation, too.",
    alsoBreaks: ["AL-05", "AL-06", "AL-25"],
    subject: hearing((command) => {
      if (command.type === "configure") {
        const { topology } = command.data;
        const computers = topology.computers.map((computer) =>
          (computer.roles ?? []).length > 0 ? computer : { ...computer, roles: ["terminal-server" as const] },
        );
        return { ...command, data: { ...command.data, topology: { ...topology, computers } } };
      }
      if (command.type !== "start" || !command.data.computer.startsWith("DESK")) return command;
      return { ...command, data: { ...command.data, terminalSession: command.data.session } };
    }),
  },
  {
    rule: "AL-02",
    mistake: "One computer, one seat, also where the server gives it.",
    alsoBreaks: [
      "AL-04",
      "AL-05",
      "AL-07",
      "AL-08",
      "AL-10",
      "AL-13",
      "AL-18",
      "AL-19",
      "AL-21",
      "AL-24",
      "AL-25",
      "AL-26",
      "AL-28",
      "AL-29",
    ],
    subject: starting((start, state) =>
      isServed(state, ({ computer }) => computer === start.computer) ? uncounted(start) : start,
    ),
  },
  {
    rule: "AL-03",
    mistake: "All terminal sessions are on one computer: one seat serves them all.",
    alsoBreaks: ["AL-05", "AL-07", "AL-10", "AL-13", "AL-19", "AL-24", "AL-25", "AL-29"],
    subject: starting((start) =>
      start.terminalSession === undefined ? start : { ...start, terminalSession: "console" },
    ),
  },
  {
    rule: "AL-04",
    mistake: "Behind a web server there is one connection to the file: one seat.",
    alsoBreaks: ["AL-07", "AL-13", "AL-21", "AL-28", "AL-29"],
    subject: starting((start, state) =>
      start.infobase === "published" && isServed(state, ({ sessions }) => sessions[0]?.infobase === "published")
        ? uncounted(start)
        : start,
    ),
  },
  {
    rule: "AL-05",
    mistake: "A dongle works where it is plugged in.",
    alsoBreaks: ["AL-08", "AL-11", "AL-25", "AL-26"],
    subject: installing((license) => (license.type === "dongle" ? { ...license, network: false } : license)),
  },
  {
    rule: "AL-06",
    mistake: "A multi-user license serves one user as well: also on a desk.",
    alsoBreaks: [],
    subject: installing((license) =>
      license.type === "multi-user" && license.computer.startsWith("DESK")
        ? { type: "single-user", license: license.license, computer: license.computer }
        : license,
    ),
  },
  {
    rule: "AL-07",
    mistake: "Of several multi-user licenses on one computer the first one counts.",
    alsoBreaks: ["AL-02", "AL-04", "AL-13", "AL-26"],
    subject: leavingOut(
      ({ type, computer }, state) =>
        type === "multi-user" && freeSeats(state).some((row) => row.computer === computer && row.seats > 1),
    ),
  },
  {
    rule: "AL-08",
    mistake: "Every dongle that was paid for counts.",
    alsoBreaks: [],
    subject: installing((license) => (license.type === "dongle" ? { ...license, series: license.license } : license)),
  },
  {
    rule: "AL-10",
    mistake: "Whoever connects takes a seat, services included.",
    alsoBreaks: [],
    subject: starting((start) => (consumes[start.application] ? start : { ...start, application: "thin-client" })),
  },
];
