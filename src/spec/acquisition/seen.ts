import type { WizardView } from "../../acquisition/index.js";
import type { LicenseRequest } from "../../license/index.js";
import { ensure } from "../rule.js";
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
