import type { Effect, Outcome } from "licit/acquisition";
import {
  openLicenseAsync,
  openResponseAsync,
  phoneLicenseAsync,
  phoneRequestAsync,
  sealRequest,
  type LicenseRequest,
} from "licit/license";
import { readOwnerFile, writeOwnerFile } from "licit/owner";
import { sendRequest } from "./center.js";
import type { Done, Task } from "./contract.js";
import { install } from "./install.js";
import { noRequests, parseKeptRequests, withDictated, withWaiting } from "./kept-requests.js";
import { log, reasonOf } from "./log.js";
import { failed, failures, refused, saving } from "./outcomes.js";
import { readComputer, type Program } from "./program.js";
import { randomBytes } from "./vendor.js";

/** Does what the wizard asks for, and says what became of it. What breaks on the way has failed: a wizard can go on then. */
export async function carryOut({ effect, file }: Task, program: Program): Promise<Done> {
  try {
    return await done(effect, file && Buffer.from(file.base64, "base64"), program);
  } catch (error) {
    const reason = reasonOf(error);
    log(`failed: ${effect.type}`, reason);
    return { outcome: failed({ code: failures[effect.type] }, reason) };
  }
}

async function done(effect: Effect, file: Buffer | undefined, program: Program): Promise<Done> {
  const { vendor, data } = program;
  switch (effect.type) {
    case "gather-parameters":
      return { outcome: await gathered(effect.place.on === "this-computer", program) };
    case "save-owner-data":
      return saving("licdata.txt", writeOwnerFile(effect.owner, effect.extra));
    case "open-owner-data":
      return { outcome: file === undefined ? { outcome: "dismissed" } : ownerIn(file) };
    case "save-request": {
      const sealed = sealRequest(effect.request, vendor.seal);
      await data.change("requests", parseKeptRequests, (kept = noRequests) => withWaiting(kept, effect.request));
      return saving("license-request.txt", sealed);
    }
    case "open-response": {
      if (file === undefined) return { outcome: { outcome: "dismissed" } };
      return { outcome: await answered(file.toString("utf8"), effect.request, program) };
    }
    case "send": {
      const answer = await sendRequest(program.center, sealRequest(effect.request, vendor.seal));
      if (answer.ok) return { outcome: await answered(answer.value, effect.request, program) };
      const { details, ...error } = answer.error;
      return { outcome: failed(error, details) };
    }
    case "encode-for-phone": {
      const sheet = await phoneRequestAsync(effect.request, vendor.stretch);
      if (!sheet.ok) return { outcome: failed(sheet.error) };
      await data.change("requests", parseKeptRequests, (kept = noRequests) => withDictated(kept, effect.request));
      return { outcome: { outcome: "digits", digits: sheet.value.digits } };
    }
    case "make-license": {
      const made = await phoneLicenseAsync(effect.request, effect.digits, vendor);
      return { outcome: made.ok ? { outcome: "granted", ...made.value } : failed(made.error) };
    }
    case "get-community-license":
      return { outcome: failed({ code: failures[effect.type] }, "this vendor has no community license") };
    case "install":
      return { outcome: await install(effect, program) };
    case "open-page":
      return { outcome: { outcome: "done" }, open: `${program.center}/` };
  }
}

async function gathered(here: boolean, program: Program): Promise<Outcome> {
  const code = failures["gather-parameters"];
  if (!here) return failed({ code }, "this program reads the computer on which it runs, and no other");
  const computer = await readComputer(program);
  if (!computer.ok) return failed({ code }, computer.error);
  const id = Buffer.from(randomBytes(16)).toString("hex");
  return { outcome: "parameters", parameters: computer.value.now, id, at: Date.now() };
}

function ownerIn(file: Uint8Array): Outcome {
  const read = readOwnerFile(file);
  return read.ok ? { outcome: "owner-data", owner: read.value.owner } : failed(read.error);
}

/** What the licensing center says: by its signature, whoever brought it. */
async function answered(text: string, request: LicenseRequest | null, { vendor }: Program): Promise<Outcome> {
  if (request === null) {
    const license = await openLicenseAsync(text, vendor.verify, vendor.stretch);
    return license.ok ? { outcome: "granted", text, license: license.value } : failed(license.error);
  }
  const response = await openResponseAsync(text, request, vendor);
  if (!response.ok) return failed(response.error);
  return response.value.answer === "granted"
    ? { outcome: "granted", text, license: response.value.license }
    : refused(response.value.refusal);
}
