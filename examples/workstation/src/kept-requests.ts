import { parseRequest, type License, type LicenseRequest } from "licit/license";
import { isMembers } from "./checks.js";

/** Requests that are on their way, oldest first. */
export interface KeptRequests {
  /** Saved to a file, until the answer is installed. */
  readonly waiting: readonly LicenseRequest[];
  /** Dictated by phone: with the paper they make their license again, so they are not forgotten. */
  readonly dictated: readonly LicenseRequest[];
}

export const noRequests: KeptRequests = { waiting: [], dictated: [] };

/** Of each kind (included). Nobody has a hundred letters under way; the oldest gives way. */
const MOST = 100;

export function withWaiting(kept: KeptRequests, request: LicenseRequest): KeptRequests {
  return { ...kept, waiting: added(kept.waiting, request) };
}

export function withDictated(kept: KeptRequests, request: LicenseRequest): KeptRequests {
  return { ...kept, dictated: added(kept.dictated, request) };
}

/** Without what a license answers. One by phone names no request: it answers what was asked of that kit with that PIN. */
export function withoutAnswered(kept: KeptRequests, { request, kit, pin }: License): KeptRequests {
  const answers = (one: LicenseRequest): boolean =>
    request === undefined ? one.kit === kit && one.pin === pin : one.id === request;
  return { ...kept, waiting: kept.waiting.filter((one) => !answers(one)) };
}

/** Takes kept requests out of an untrusted value. */
export function parseKeptRequests(value: unknown): KeptRequests | undefined {
  if (!isMembers(value)) return undefined;
  const [waiting, dictated] = [parseList(value["waiting"]), parseList(value["dictated"])];
  return waiting === undefined || dictated === undefined ? undefined : { waiting, dictated };
}

function parseList(value: unknown): readonly LicenseRequest[] | undefined {
  if (!Array.isArray(value) || value.length > MOST) return undefined;
  const requests = value.flatMap((one: unknown) => {
    const read = parseRequest(one);
    return read.ok ? [read.value] : [];
  });
  return requests.length === value.length ? requests : undefined;
}

function added(requests: readonly LicenseRequest[], request: LicenseRequest): readonly LicenseRequest[] {
  return [...requests.filter(({ id }) => id !== request.id), request].slice(-MOST);
}
