import { randomBytes } from "node:crypto";
import { diceOf } from "../../simulation/src/dice.js";
import { openRequestAsync } from "licit/license";
import { newKit, newRequest } from "../tests/customers.js";
import { newFolder } from "../tests/folders.js";
import { vendorOf } from "../tests/vendor.js";
import { openerOf, signerOf } from "../src/cryptography.js";
import { openKeys } from "../src/keys.js";
import { median } from "./load.js";

const CALLS = 60;

/** What a signature and an opening cost, measured alone: one after the other, and eight at a time as in the server. */
export async function cryptographyAlone(): Promise<string> {
  const data = newFolder();
  const [vendor, keys, dice] = [vendorOf(data), openKeys(data, undefined), diceOf(1, 1)];
  const [sign, open] = [signerOf(keys), await openerOf(keys)];
  const sold = newKit(dice, "client-1");
  const document = vendor.seal(newRequest(dice, sold, sold.all[0] ?? ""));
  const license = new Uint8Array(randomBytes(1_500));
  const [signing, opening] = [() => sign.sign(license), () => openRequestAsync(document, open)];
  const row = async (name: string, work: () => unknown): Promise<string> =>
    `${name}: ${(await millisecondsOf(work, 1)).toFixed(2)} ms, eight at a time ${(await millisecondsOf(work, 8)).toFixed(2)} ms each`;
  return [await row("PS256 signature", signing), await row("opening (RSA-OAEP-256, A256GCM)", opening)].join("\n");
}

async function millisecondsOf(work: () => unknown, together: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const begun = performance.now();
    for (let call = 0; call < CALLS; call += together) await Promise.all(Array.from({ length: together }, work));
    times.push((performance.now() - begun) / CALLS);
  }
  return median(times);
}
