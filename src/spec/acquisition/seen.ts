import type { WizardView } from "../../acquisition/index.js";
import type { LicenseRequest } from "../../license/index.js";
import { ensure, ensureEqual } from "../rule.js";
import { move, toTheEnd, type Trip } from "./trip.js";

/** So many moves on. */
export async function after(trip: Trip, moves: number): Promise<Trip> {
  let moved = trip;
  for (let left = moves; left > 0 && !toTheEnd(moved); left--) moved = await move(moved);
  return moved;
}

/** The steps on which something was asked, each once, in the order in which they came. */
export function shown(trip: Trip): readonly string[] {
  const asked = trip.screens.filter(
    ({ progress, step }) => !progress.working && step !== "finish" && step !== "closed",
  );
  return [...new Set(asked.map(({ step }) => step))];
}

/** What the person saw last of a step. */
export function screenOf(trip: Trip, step: string): WizardView {
  const screen = trip.screens.filter((view) => view.step === step).at(-1);
  ensure(screen !== undefined, `the person saw ${step}`);
  return screen;
}

/** What is installed in the end: the request that it answers, but for what only a reading gives; and where. */
export function installed({ asked }: Trip): unknown {
  const install = asked.filter(({ type }) => type === "install").at(-1);
  ensure(install?.type === "install", "something is installed in the end");
  const requests = asked.flatMap((effect) => ("request" in effect && effect.request !== null ? [effect.request] : []));
  const answered = requests.find(({ id }) => install.text === `license ${id}`);
  if (answered === undefined) return { text: install.text, place: install.place, serves: install.serves };
  const { id: _, at: __, ...details } = answered;
  return { details, place: install.place, serves: install.serves };
}

/** Requests of one id say one thing, and none has the id of another. */
export function ensureOwnIds({ asked }: Trip): void {
  const seen = new Map<string, LicenseRequest>();
  for (const effect of asked) {
    if (!("request" in effect) || effect.request === null) continue;
    const before = seen.get(effect.request.id);
    if (before !== undefined) ensureEqual(effect.request, before, "a request says one thing under one id");
    seen.set(effect.request.id, effect.request);
  }
}

/** The last request that was made, but for what only the reading of the computer gives. */
export function requested({ asked }: Trip): Partial<LicenseRequest> | undefined {
  const request = asked.flatMap((effect) =>
    effect.type === "send" || effect.type === "save-request" || effect.type === "encode-for-phone"
      ? [effect.request]
      : [],
  );
  const last = request.at(-1);
  if (last === undefined) return undefined;
  const { id: _, at: __, ...details } = last;
  return details;
}
