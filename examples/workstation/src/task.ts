import { loneSurrogateAt } from "licit";
import type { Asked, Effect } from "licit/acquisition";
import { documentLimits, parseRequest, type LicenseRequest } from "licit/license";
import { nothingRequired, parseOwner, type OwnerFileExtra } from "licit/owner";
import { isMembers, textOf, type Members } from "./checks.js";
import type { Task } from "./contract.js";

/** Whose requests are taken. */
export interface Whose {
  readonly issuer: string;
  readonly product: string;
}

/** Takes a task out of an untrusted value. `undefined`: it is none, or not one of this vendor's product. */
export function parseTask(value: unknown, whose: Whose): Task | undefined {
  if (!isMembers(value) || !isMembers(value["effect"])) return undefined;
  const { id } = value["effect"];
  const asked = parseAsked(value["effect"], whose);
  if (asked === undefined || typeof id !== "number" || !Number.isSafeInteger(id) || id < 1) return undefined;
  const effect: Effect = { ...asked, id };
  if (value["file"] === undefined) return { effect };
  const file = parseFile(value["file"]);
  return file && { effect, file };
}

function parseAsked(effect: Members, whose: Whose): Asked | undefined {
  const { type } = effect;
  switch (type) {
    case "gather-parameters":
    case "get-community-license": {
      const place = parsePlace(effect["place"]);
      return place && { type, place };
    }
    case "save-owner-data": {
      const [owner, extra] = [parseOwner(effect["owner"], nothingRequired), parseExtra(effect["extra"])];
      return owner.ok && extra ? { type, owner: owner.value, extra } : undefined;
    }
    case "save-request": {
      const [request, place] = [requestOf(effect["request"], whose), parsePlace(effect["place"])];
      return request && place && { type, request, place };
    }
    case "send":
    case "encode-for-phone": {
      const request = requestOf(effect["request"], whose);
      return request && { type, request };
    }
    case "open-response": {
      if (effect["request"] === null) return { type, request: null };
      const request = requestOf(effect["request"], whose);
      return request && { type, request };
    }
    case "make-license": {
      const [request, digits] = [requestOf(effect["request"], whose), textOf(effect["digits"], 1_000)];
      return request && digits !== undefined ? { type, request, digits } : undefined;
    }
    case "install": {
      const [text, place] = [textOf(effect["text"], documentLimits.text), parsePlace(effect["place"])];
      const serves = (["everyone", "this-user"] as const).find((one) => one === effect["serves"]);
      return text !== undefined && place && serves ? { type, text, place, serves } : undefined;
    }
    case "open-owner-data":
    case "open-page":
      return { type };
    default:
      return undefined;
  }
}

type Place = Extract<Asked, { readonly type: "install" }>["place"];

function parsePlace(value: unknown): Place | undefined {
  if (!isMembers(value)) return undefined;
  if (value["on"] === "this-computer") return { on: "this-computer" };
  const [host, port] = [textOf(value["host"], 253), value["port"]];
  if (value["on"] !== "server" || host === undefined || typeof port !== "number") return undefined;
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? { on: "server", host, port } : undefined;
}

function requestOf(value: unknown, { issuer, product }: Whose): LicenseRequest | undefined {
  const read = parseRequest(value);
  return read.ok && read.value.issuer === issuer && read.value.product === product ? read.value : undefined;
}

function parseExtra(value: unknown): OwnerFileExtra | undefined {
  if (!isMembers(value)) return undefined;
  const texts = Object.fromEntries(
    (["kit", "pin", "computer"] as const)
      .filter((name) => value[name] !== undefined)
      .map((name) => [name, textOf(value[name], 4_096)] as const),
  );
  if (Object.values(texts).some((text) => text === undefined || loneSurrogateAt(text) >= 0)) return undefined;
  if (value["channel"] === undefined) return texts;
  const channel = (["automatic", "file", "phone"] as const).find((one) => one === value["channel"]);
  return channel && { ...texts, channel };
}

/** A file that the person chose. Its name is for people: nothing is done with it. */
function parseFile(value: unknown): Task["file"] {
  if (!isMembers(value)) return undefined;
  const [name, base64] = [textOf(value["name"], 1_000), textOf(value["base64"], 3_000_000)];
  if (name === undefined || base64 === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  return { name, base64 };
}
