import { compareCodePoints } from "../core/index.js";
import { oneMore } from "./acquire.js";
import type { SeatCause } from "./cause-code.js";
import type { Occupant } from "./cause.js";
import { found, said, seen, when } from "./evidence.js";
import type { Facts } from "./facts.js";
import type { CauseRows } from "./row.js";

/** Causes that lie in seats, and in who gives them. @rule DG-02, DG-05 */
export const seatCauses: CauseRows<SeatCause> = {
  "diagnosis/seats-taken": {
    shows: "none-free",
    evidence: (facts) => [
      ...when(facts.denial?.code === "allocation/none-free", "certain", "denial", "allocation/none-free"),
      ...(facts.denial?.code === "allocation/none-free"
        ? found(facts, "certain", "all-seats-taken", "reserved", "server-license-taken")
        : []),
      ...facts.seats
        .filter(({ seats, free }) => seats > 0 && free <= 0)
        .map(({ license, computer }) => seen("partial", "seats", "none-free", license ?? computer)),
      ...said(facts, "certain", "none-free", "seats-taken"),
    ],
    remedy: () => ({ action: "release-seats", otherwise: "purchase" }),
    more: (facts) => ({ heldBy: heldBy(facts) }),
    asks: ["denial", "holders", "seats"],
  },
  "diagnosis/server-license-missing": {
    shows: "not-found",
    evidence: (facts) => [
      ...when(isServerLacking(facts), "certain", "denial", "no-server-license"),
      ...found(facts, "certain", "no-server-license-of-its-level"),
      ...facts.messages
        .filter(({ code, searched }) => code === "not-found" && searched === "server")
        .map(({ code }) => seen("partial", "messages", code)),
    ],
    ruledOut: ({ system }) => system?.mode === "file",
    remedy: (facts) => oneMore(facts, "server-license"),
    asks: ["denial", "system", "kits"],
  },
  "diagnosis/licenses-not-given": {
    shows: "not-found",
    evidence: ({ settings }) => [
      ...when(settings.infobaseGivesLicenses === false, "certain", "settings", "infobase-gives-licenses"),
      ...when(settings.serviceGivesLicenses === false, "certain", "settings", "service-gives-licenses"),
    ],
    ruledOut: ({ settings, system }) =>
      system?.mode === "file" || (settings.infobaseGivesLicenses === true && settings.serviceGivesLicenses === true),
    remedy: ({ settings }) => ({
      action: "change-setting",
      setting: settings.infobaseGivesLicenses === false ? "infobase-gives-licenses" : "service-gives-licenses",
      to: "on",
    }),
    asks: ["settings"],
  },
};

/** A search goes on to the server's license only where the client's would serve. */
function isServerLacking({ denial }: Facts): boolean {
  return denial?.code === "allocation/not-found" && denial.trail.some((step) => step.for === "server");
}

/** Who holds how many, most first: whoever sits on several has several applications or sessions open. @rule AL-02, AL-20 */
function heldBy({ holders }: Facts): readonly Occupant[] {
  const all = new Map<string, Occupant>();
  for (const { user, computer } of holders) {
    const key = JSON.stringify([user, computer]);
    all.set(key, { user, computer, seats: (all.get(key)?.seats ?? 0) + 1 });
  }
  return [...all.values()].sort(
    (a, b) =>
      b.seats - a.seats || compareCodePoints(a.user ?? "", b.user ?? "") || compareCodePoints(a.computer, b.computer),
  );
}
