import type { Effect, EffectType, Outcome } from "licit/acquisition";
import type { Done } from "../../src/contract.js";
import { postTask, type Answer } from "../agent.js";
import { readFile } from "../files.js";
import { codeOf } from "../trouble.js";

/** For which effects the person chooses a file first. All else the agent does alone. */
const fileFor: { readonly [E in EffectType]: boolean } = {
  "gather-parameters": false,
  "save-owner-data": false,
  "open-owner-data": true,
  "save-request": false,
  "open-response": true,
  send: false,
  "encode-for-phone": false,
  "make-license": false,
  "get-community-license": false,
  install: false,
  "open-page": false,
};

export function needsFile({ type }: Effect): boolean {
  return fileFor[type];
}

/** Has the agent do what the wizard asks for. Never rejects: what cannot be done is an outcome. */
export async function perform(effect: Effect, file?: File): Promise<Done> {
  let chosen: Awaited<ReturnType<typeof readFile>> | undefined;
  try {
    chosen = file && (await readFile(file));
  } catch (error) {
    return { outcome: { outcome: "failed", code: "acquisition/not-opened", details: String(error) } };
  }
  return doneOf(await postTask(chosen === undefined ? { effect } : { effect, file: chosen }));
}

function doneOf(answer: Answer<Done>): Done {
  return answer.ok ? answer.value : { outcome: failed(codeOf(answer.trouble), answer.details) };
}

export function failed(code: string, details: string): Outcome {
  return { outcome: "failed", code, details };
}
