import { join } from "node:path";
import { canonicalJson } from "licit";
import type { WizardContext, WizardState } from "licit/acquisition";
import { diagnose } from "licit/diagnosis";
import { compare } from "licit/fingerprint";
import type { FilePlace } from "licit/license";
import { isReachable } from "./center.js";
import { isMembers } from "./checks.js";
import type { FoundFile, StoredWizard, Workstation } from "./contract.js";
import { writablePaths } from "./directories.js";
import { acquired, judgeFound, openFound, type FoundLicenses, type JudgedFile } from "./found-licenses.js";
import { nothingRead } from "./hardware.js";
import { noRequests, parseKeptRequests, type KeptRequests } from "./kept-requests.js";
import { listLicenseFiles } from "./license-files.js";
import { playableOn } from "./played-changes.js";
import { playedOn, readComputer, type Program } from "./program.js";

/** Looks at everything anew: at the computer, at the license files, at what is kept, and whether the center answers. */
export async function lookAt(program: Program): Promise<Workstation> {
  const { data, places, vendor } = program;
  const [read, listing, writable, reachable, kept = noRequests, stored = null] = await Promise.all([
    readComputer(program),
    listLicenseFiles(places.directories),
    writablePaths(places.directories),
    isReachable(program.center),
    data.read("requests", parseKeptRequests),
    data.read("wizard", parseStored),
  ]);
  const computer = read.ok ? read.value : playedOn(nothingRead(read.error), []);
  const found = await openFound(listing, places.system.user, vendor);
  const judged = await judge(found, computer.now, program);
  const licensed = judged.some(({ verdict }) => verdict.outcome === "valid");
  const center = reachable ? ("reachable" as const) : ("unreachable" as const);
  // A center that is silent is no reason why no license is found; that it answers leaves a question less.
  const answering = reachable ? { center } : {};
  const observed = { system: places.system, ...answering, visible: found.visible, licenses: judged };
  const forEveryone = places.directories.some(({ serves, path }) => serves === "everyone" && writable.includes(path));
  return {
    licensed,
    files: filesOf(found, judged),
    causes: licensed ? [] : diagnose(observed, places.table),
    computer: computer.now,
    differences: compare(computer.real, computer.now).findings,
    playable: playableOn(computer.real, computer.played),
    context: {
      issuer: vendor.issuer,
      product: vendor.product,
      opened: "on-purpose",
      found: { license: licensed, dongle: false },
      storable: forEveryone ? "for-everyone" : "for-this-user-only",
      runsOn: "workstation",
      edition: "standard",
      center,
      licenses: acquired(found),
      ...requestsFor(kept),
      community: false,
    },
    stored,
  };
}

/** Judges what was found, and remembers how late it was: a clock that is set back later shows by that. */
async function judge(found: FoundLicenses, observed: Workstation["computer"], { data, vendor }: Program) {
  const now = Date.now();
  const latestSeen = await data.read("latest-seen", parseTime);
  const { issuer, product } = vendor;
  const judged = judgeFound(found, { issuer, product, observed, now, latestSeen });
  const held = judged.some(({ verdict }) => verdict.outcome === "valid");
  if (held) await data.change("latest-seen", parseTime, (before = now) => Math.max(before, now));
  return judged;
}

function filesOf({ visible }: FoundLicenses, judged: readonly JudgedFile[]): readonly FoundFile[] {
  const passedOver = visible.refused.map((file) => ({
    path: pathOf(file),
    verdict: { outcome: "passed-over", code: file.error.code } as const,
  }));
  return [...judged.map(({ place, verdict }) => ({ path: pathOf(place), verdict })), ...passedOver];
}

function pathOf({ directory, name }: FilePlace): string {
  return join(directory.path, name);
}

/** Of several letters under way, the last one is waited for. A request is read and saved on this computer only. */
function requestsFor({ waiting, dictated }: KeptRequests): Pick<WizardContext, "waiting" | "dictated"> {
  const request = waiting.at(-1);
  return { ...(request && { waiting: { request, place: { on: "this-computer" } } }), dictated };
}

function parseTime(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

/**
 * A wizard as it can be kept: closed JSON, and no deeper than the library's own documents. Whether it can go on, `resume`
 * says: it knows every state that there is.
 */
export function parseStored(value: unknown): StoredWizard | undefined {
  if (!isMembers(value) || !isMembers(value["state"]) || !canonicalJson(value).ok) return undefined;
  return { state: value["state"] as unknown as WizardState }; // `resume` takes any value, and judges it
}
