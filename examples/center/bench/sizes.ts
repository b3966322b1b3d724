import { handle } from "licit";
import { answerTo, center } from "licit/center";
import { signLicenseAsync } from "licit/license";
import type { Dice } from "../../simulation/src/dice.js";
import { newKit, newRequest, soldAs } from "../tests/customers.js";

/** How many characters the event of a registration has, and the document that answers it: so many has the bare endpoint. */
export async function sizesOf(dice: Dice): Promise<{ readonly row: number; readonly document: number }> {
  const sold = newKit(dice, "client-1");
  const state = soldAs(sold).reduce((known, event) => center.evolve(known, event), center.initialState());
  const request = newRequest(dice, sold, sold.all[0] ?? "");
  const command = { type: "request-license", data: { by: "automatic", request, at: request.at } } as const;
  const handled = handle(center, command, state);
  const answer = answerTo(command, handled);
  const [event] = handled.decision.ok ? handled.decision.events : [];
  if (event === undefined || answer.answer !== "granted" || answer.by === "phone") throw new Error("not granted");
  const sign = { alg: "PS256", kid: "k".repeat(43), sign: () => Promise.resolve(new Uint8Array(256)) } as const;
  const document = await signLicenseAsync(answer.toSign, sign);
  return { row: JSON.stringify(event.data).length, document: document.length };
}
