import { isIniAddress, isManagerName } from "./nethasp-address.js";
import { capitals, itemsOf, type IniLayout } from "./nethasp-layout.js";

/** A license manager that somebody knows of. */
export interface IniManager {
  /** An IPv4 address or a host's name. */
  readonly address: string;
  /** The name it answers to: ASCII letters, digits, `.`, `_` and `-`, 64 at most (included). */
  readonly name?: string | undefined;
}

/** What is known of the network, to repair a file by. */
export interface KnownManagers {
  readonly managers?: readonly IniManager[] | undefined;
}

/** What is known of a manager and does not go into the file. `manager` is its index. */
export interface ManagerRefusal {
  readonly code:
    /** It is neither an IPv4 address nor a host's name, or the manager is none at all. */
    | "nethasp/unsound-address"
    | "nethasp/unsound-name"
    /** It has no name, and the file names each of its managers: names would no longer pair. */
    | "nethasp/manager-without-name"
    /** Names of the file do not pair with its addresses, so that nobody can say where this one belongs. */
    | "nethasp/manager-without-pair"
    /** Its address is in the file, its name is not: others have none. */
    | "nethasp/name-without-pair";
  readonly manager: number;
}

/** A manager that may be written, and its index among the known ones. */
interface SoundManager extends IniManager {
  readonly at: number;
}

/** Tells what may be written from what would spoil the file. Of one address the first counts. */
export function knownManagers({ managers = [] }: KnownManagers): {
  readonly managers: readonly SoundManager[];
  readonly refused: readonly ManagerRefusal[];
} {
  const sound = new Map<string, SoundManager>();
  const refused: ManagerRefusal[] = [];
  for (const [at, manager] of managers.entries()) {
    const { address, name } = textsOf(manager);
    if (address === undefined || !isIniAddress(address)) {
      refused.push({ code: "nethasp/unsound-address", manager: at });
    } else if (name !== undefined && !isManagerName(name)) {
      refused.push({ code: "nethasp/unsound-name", manager: at });
    } else if (!sound.has(capitals(address))) {
      sound.set(capitals(address), { address, name, at });
    }
  }
  return { managers: [...sound.values()], refused };
}

/** Somebody's data: a manager may be anything. A name that is no text is a name that cannot be. */
function textsOf(manager: unknown): { readonly address: string | undefined; readonly name: string | undefined } {
  if (typeof manager !== "object" || manager === null) return { address: undefined, name: undefined };
  const { address, name } = manager as { readonly [field: string]: unknown };
  return {
    address: typeof address === "string" ? address : undefined,
    name: name === undefined || typeof name === "string" ? name : "",
  };
}

/** The lists of addresses and names as they are to be; one that is absent stays as it stands. */
export interface ManagerPlan {
  readonly addresses?: readonly string[];
  readonly names?: readonly string[];
  readonly refused: readonly ManagerRefusal[];
}

/** Decides what goes into the lists: addresses that are known, and names only where every address then has one. */
export function planManagers({ said }: IniLayout, managers: readonly SoundManager[]): ManagerPlan {
  const addresses = itemsOf(said.get("NH_SERVER_ADDR")?.setting.value ?? "");
  const names = itemsOf(said.get("NH_SERVER_NAME")?.setting.value ?? "");
  if (managers.length === 0) return { refused: [] };
  const all = slotsOf(addresses, names, managers);
  if (all.every(isNamed)) return { ...listsOf(all), refused: [] };
  const there = new Map(addresses.map((address, at) => [capitals(address), names[at]]));
  const isNew = ({ address }: IniManager): boolean => !there.has(capitals(address));
  const nameless = managers.filter(({ address, name }) => {
    return name !== undefined && capitals(there.get(capitals(address)) ?? "") !== capitals(name);
  });
  if (!names.some((name) => name !== "")) {
    return { addresses: all.map(({ address }) => address), refused: refusals("nethasp/name-without-pair", nameless) };
  }
  const isLeft = (manager: IniManager): boolean => manager.name === undefined && isNew(manager);
  const rest = slotsOf(
    addresses,
    names,
    managers.filter((one) => !isLeft(one)),
  );
  if (rest.length > 0 && rest.every(isNamed)) {
    return { ...listsOf(rest), refused: refusals("nethasp/manager-without-name", managers.filter(isLeft)) };
  }
  return {
    refused: [
      ...refusals("nethasp/manager-without-pair", managers.filter(isNew)),
      ...refusals(
        "nethasp/name-without-pair",
        nameless.filter((one) => !isNew(one)),
      ),
    ],
  };
}

/** An address of the file to be, and the name that pairs with it. */
interface Slot {
  readonly address: string;
  readonly name: string | undefined;
}

/** What the file has, in its order; what is known goes before what it says, and behind it what it does not have. */
function slotsOf(
  addresses: readonly string[],
  names: readonly string[],
  managers: readonly SoundManager[],
): readonly Slot[] {
  const known = new Map(managers.map((manager) => [capitals(manager.address), manager]));
  // Of two lists of different length nobody knows which name is whose.
  const isPaired = names.length === (addresses.length || managers.length);
  const read = (at: number): string | undefined => (isPaired ? names[at] || undefined : undefined);
  const there = new Set(addresses.map(capitals));
  const slots = addresses.map((address, at) => ({
    address,
    name: known.get(capitals(address))?.name ?? read(at),
  }));
  const added = managers
    .filter(({ address }) => !there.has(capitals(address)))
    .map(({ address, name }, at) => ({ address, name: name ?? read(addresses.length + at) }));
  return [...slots.filter(({ address }) => isIniAddress(address)), ...added];
}

function isNamed({ name }: Slot): boolean {
  return name !== undefined;
}

function listsOf(slots: readonly Slot[]): Pick<ManagerPlan, "addresses" | "names"> {
  return { addresses: slots.map(({ address }) => address), names: slots.map(({ name }) => name ?? "") };
}

function refusals(code: ManagerRefusal["code"], managers: readonly SoundManager[]): readonly ManagerRefusal[] {
  return managers.map(({ at }) => ({ code, manager: at }));
}
