import type { FreeSeats, Holder, NoSeat } from "../allocation/index.js";
import type { RefusedFile, UsableFile } from "../license/index.js";
import type { OwnerComparison } from "../owner/index.js";
import { parsePinKitState, type Edition, type OpenKit, type PinKitState } from "../pins/index.js";
import type { DirectoryRow, IniFinding, LicensedSystem, PlatformMessage } from "../platform/index.js";
import type { Evidence } from "./cause.js";
import * as known from "./known-shapes.js";
import type {
  FileElsewhere,
  ObservationName,
  ObservedDongle,
  ObservedLicense,
  ObservedPort,
  ObservedRefusal,
  ObservedSettings,
  Observations,
} from "./observations.js";
import { placesOf, type PlaceFound } from "./place.js";
import { oneOf, shapeOf, text, type Shape } from "./shapes.js";

/** The observations that could be read: lists are there, empty where nothing was observed. */
export interface Facts {
  /** Those that were handed in, whatever they say. */
  readonly given: ReadonlySet<ObservationName>;
  readonly system: LicensedSystem | undefined;
  /** Where licenses are looked for. */
  readonly table: readonly DirectoryRow[];
  /** Absent: nobody looked. */
  readonly usable: readonly UsableFile[] | undefined;
  readonly refused: readonly RefusedFile[];
  readonly licenses: readonly ObservedLicense[];
  /** The first license of each name that {@link nameOf} gives, and of each file's. */
  readonly byName: ReadonlyMap<string, ObservedLicense>;
  readonly byFile: ReadonlyMap<string, ObservedLicense>;
  /** Each with what its place is. */
  readonly elsewhere: readonly (FileElsewhere & PlaceFound)[];
  readonly dongles: readonly ObservedDongle[];
  readonly manager: "reachable" | "unreachable" | undefined;
  readonly settings: ObservedSettings;
  readonly ports: readonly ObservedPort[];
  readonly denial: NoSeat | undefined;
  readonly holders: readonly Holder[];
  readonly seats: readonly FreeSeats[];
  readonly messages: readonly PlatformMessage[];
  readonly nethasp: readonly IniFinding[];
  /** Those that were opened, by number. */
  readonly kits: ReadonlyMap<string, OpenKit>;
  readonly owner: OwnerComparison | undefined;
  readonly refusal: ObservedRefusal | undefined;
  readonly center: "reachable" | "unreachable" | undefined;
  readonly edition: Observations["edition"];
  readonly wizard: Edition | undefined;
  readonly typedPin: string | undefined;
  /** What could not be read. */
  readonly unread: readonly Evidence[];
}

/** Takes of the observations what has its shape, item by item, and names the rest. */
export function factsOf(given: Observations, table: readonly DirectoryRow[]): Facts {
  const unread: Evidence[] = [];
  const leave = (from: ObservationName, says: string): void => {
    unread.push({ certainty: "partial", from, says });
  };
  const one = <T>(from: ObservationName, value: T | undefined, shape: Shape, says: string = from): T | undefined => {
    if (value === undefined || shape(value)) return value;
    leave(from, says);
    return undefined;
  };
  const many = <T>(from: ObservationName, items: readonly T[] | undefined, shape: Shape): readonly T[] => {
    const list = one(from, items, Array.isArray) ?? [];
    return list.filter((item, at) => {
      if (shape(item)) return true;
      leave(from, `${from}[${at}]`);
      return false;
    });
  };
  const visible = one("visible", given.visible, shapeOf({}));
  const dongles = one("dongles", given.dongles, shapeOf({}));
  const messages = one("messages", given.messages, shapeOf({}));
  const here = oneOf("reachable", "unreachable");
  const system = one("system", given.system, known.system);
  const licenses = many("licenses", given.licenses, known.license);
  const placeOf = placesOf(system, table);
  return {
    given: new Set(known.names.filter((name) => given[name] !== undefined)),
    system,
    table,
    usable: visible && many("visible", visible.usable, known.filePlace),
    refused: many("visible", visible?.refused, known.refusedFile),
    licenses,
    byName: firstBy(licenses, nameOf),
    byFile: firstBy(licenses, ({ place }) => place?.name),
    elsewhere: many("elsewhere", given.elsewhere, known.fileElsewhere).map(({ directory, name, license }) => ({
      directory,
      name,
      license,
      ...placeOf(directory),
    })),
    dongles: many("dongles", dongles?.seen, known.seenDongle),
    manager: one("dongles", dongles?.manager, here, "manager"),
    settings: one("settings", given.settings, known.settings) ?? {},
    ports: many("ports", given.ports, known.port),
    denial: one("denial", given.denial, known.denial),
    holders: many("holders", given.holders, known.holder),
    seats: many("seats", given.seats, known.freeSeats),
    messages: many("messages", messages?.messages, known.message),
    nethasp: many("nethasp", given.nethasp, known.iniFinding),
    kits: openKits(many("kits", given.kits, (kit) => parsePinKitState(kit).ok)),
    owner: one("owner", given.owner, known.owner),
    refusal: one("refusal", given.refusal, known.refusal),
    center: one("center", given.center, here),
    edition: one("edition", given.edition, shapeOf({ before: text, now: text })),
    wizard: one("wizard", given.wizard, oneOf("standard", "basic")),
    typedPin: one("typedPin", given.typedPin, text),
    unread,
  };
}

/** What a license is called: its name where it can be read, else its file's. */
export function nameOf({ verdict, place }: ObservedLicense): string | undefined {
  return verdict.license?.name ?? place?.name;
}

function firstBy<T>(all: readonly T[], key: (one: T) => string | undefined): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const one of all) {
    const name = key(one);
    if (name !== undefined && !first.has(name)) first.set(name, one);
  }
  return first;
}

function openKits(kits: readonly PinKitState[]): ReadonlyMap<string, OpenKit> {
  return new Map(kits.flatMap((kit) => (kit.status === "open" ? [[kit.kit, kit] as const] : [])));
}
