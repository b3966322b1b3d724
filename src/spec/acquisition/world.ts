import * as fc from "fast-check";
import type { FieldName, FieldValue, Place, WizardContext } from "../../acquisition/index.js";
import type { KeyParameters } from "../../fingerprint/index.js";
import { licenseFor, type Channel, type License, type LicenseRequest } from "../../license/index.js";
import { fieldOf, ownerFields, type Owner } from "../../owner/index.js";
import type { LicenseType } from "../../pins/index.js";
import { boundComputer } from "../license/arbitraries.js";
import { owner, withField } from "../owner/arbitraries.js";
import { digitsOf } from "../phone/slips.js";
import { KIT, pinNumber, smallDefinitions } from "../pins/kits.js";
import { vendor } from "../center/desk.js";

/** The PINs that are typed here: the first or current one, and the spare one. */
export const PIN: string = pinNumber(0);
export const SPARE: string = pinNumber(1);

/** The field of a person's answers; those of an owner stand in `owner`. */
export type Wishes = { readonly [F in FieldName]?: FieldValue };

/** A person at a computer, and what the host of the wizard will find and do. */
export interface World {
  readonly context: WizardContext;
  readonly wishes: Wishes;
  readonly owner: Owner;
  /** The computer where the wizard runs, and the server that is named. */
  readonly here: KeyParameters;
  readonly server: KeyParameters;
  /** 120 digits, as the operator dictates them. */
  readonly response: string;
}

/** A license under a PIN, for this computer. */
export function licenseOf(
  pin: string,
  by: Owner,
  reference: KeyParameters,
  channel: Channel,
  kit: string = KIT,
): License {
  return grantedTo(earlierRequest(pin, by, reference, kit), "single-user", channel, 1_700_000_000_000);
}

/** The license that a request is granted. */
export function grantedTo(request: LicenseRequest, kind: LicenseType, channel: Channel, issuedAt: number): License {
  return { ...licenseFor(request, { kind, seats: 1, channel: "file", issuedAt }), channel };
}

/** The request by which it was acquired. */
export function earlierRequest(pin: string, by: Owner, parameters: KeyParameters, kit: string = KIT): LicenseRequest {
  const id = pin.padStart(32, "0").replace(/^./, "f");
  return { id, ...vendor, kit, pin, operation: "first-time", owner: by, parameters, at: 1_700_000_000_000 };
}

/** What is known when the wizard opens: anything, but licenses. */
const openings: fc.Arbitrary<WizardContext> = fc
  .record({
    storable: fc.constantFrom("for-everyone" as const, "for-this-user-only" as const),
    runsOn: fc.constantFrom("workstation", "application-server", "terminal-server", "web-server"),
    kind: fc.constantFrom(undefined, "single-user", "multi-user", "server"),
    kit: fc.option(fc.constantFrom(...smallDefinitions), { nil: undefined }),
    center: fc.constantFrom(undefined, "reachable", "unreachable"),
    internetElsewhere: fc.constantFrom(undefined, true, false),
    community: fc.constantFrom(undefined, true, false),
  } as const)
  .map((known) => ({
    ...vendor,
    opened: "on-purpose",
    found: { license: false, dongle: false },
    required: { company: ["organization"], individual: ["lastName"] },
    ...defined(known),
  }));

function defined<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T; // all may be left out
}

const wishes: fc.Arbitrary<Wishes> = fc
  .record({
    action: fc.constantFrom("acquire", "acquire", "acquire", "acquire", "load-response", "community"),
    kind: fc.constantFrom<LicenseType | "unknown">("single-user", "multi-user", "server", "unknown"),
    onServer: fc.boolean(),
    host: fc.constantFrom("sirena", "192.168.0.41", "srv_1c.example.local", "fe80::1"),
    port: fc.constantFrom("1540", "1", "65535"),
    automatic: fc.boolean(),
    operation: fc.constantFrom("first-time", "recovery"),
    unchanged: fc.boolean(),
    channel: fc.constantFrom("automatic", "file", "phone"),
    paper: fc.constantFrom("type-it-again", "call-again"),
  })
  .map((of) => ({
    ...of,
    kit: KIT,
    pin: PIN,
    forThisUserOnly: true,
    confirmed: true,
    sparePin: SPARE,
    spendSpare: true,
  }));

/** How the computer is, beside what an old license says of it. */
export type Kinship = "same" | "changed" | "unread";

/** The computer as it is now, of the one that the license was made for. */
export function nowOf(reference: KeyParameters, kinship: Kinship): KeyParameters {
  switch (kinship) {
    case "same":
      return reference;
    case "changed":
      return { ...reference, networkName: "ANOTHER-PC" };
    case "unread":
      return { ...reference, board: { model: { unreadable: "no rights" } } };
  }
}

/** A person with an owner's data in full, whatever is asked for. */
export const person: fc.Arbitrary<Owner> = owner.map((of) => {
  const named = withField(of, "lastName", "Соколова");
  return of.kind === "company" ? withField(named, "organization", "ООО «Ромашка»") : named;
});

/** What the old license is, where there is one. */
export interface Past {
  readonly kinship: Kinship;
  readonly channel: Channel;
  /** How the other license was acquired. */
  readonly otherwise: Channel;
  /** The license that is recovered, another one, or both; and whether its request by phone was kept. */
  readonly licenses: readonly ("own" | "other")[];
  readonly dictated: boolean;
}

const past: fc.Arbitrary<Past> = fc.record({
  kinship: fc.constantFrom("same", "changed", "unread"),
  channel: fc.constantFrom("automatic", "file", "phone"),
  otherwise: fc.constantFrom("automatic", "file", "phone"),
  licenses: fc.constantFrom([], [], ["own"], ["other"], ["other", "own"], ["own", "other"]),
  dictated: fc.boolean(),
} as const);

/** A person, a computer, and a past. */
export const world: fc.Arbitrary<World> = fc
  .record({
    opening: openings,
    wishes,
    owner: person,
    here: boundComputer,
    server: boundComputer,
    past,
    response: digitsOf(120),
  })
  .map(({ opening, past: was, ...rest }) => withPast({ ...rest, context: opening }, was));

/** The same, where the person acquires a license. */
export const acquiring: fc.Arbitrary<World> = world.map((of) => wishing(of, { action: "acquire" }));

/** The same, where a license is recovered that is on this computer. */
export function recoveringOf(kinship: Kinship): fc.Arbitrary<World> {
  const here = fc.record({ of: world, channel: past.map(({ channel }) => channel) });
  return here.map(({ of, channel }) => {
    const before = { ...of, context: { ...of.context, runsOn: "workstation", kind: "single-user" } } as const;
    const own = withPast(before, { kinship, channel, otherwise: channel, licenses: ["own"], dictated: false });
    return wishing(own, { action: "acquire", operation: "recovery", onServer: false });
  });
}

/** A world with a past. */
export function withPast(of: World, { kinship, channel, otherwise, licenses, dictated }: Past): World {
  const reference = readable(of.here);
  const known = licenses.map((which) =>
    which === "own"
      ? licenseOf(PIN, of.owner, reference, channel)
      : licenseOf(pinNumber(9), of.owner, reference, otherwise, "805052567901"),
  );
  const kept = dictated && channel === "phone" ? [earlierRequest(PIN, of.owner, reference)] : [];
  const context = {
    ...of.context,
    ...(known.length > 0 && { licenses: known }),
    ...(kept.length > 0 && { dictated: kept }),
  };
  return { ...of, here: nowOf(reference, kinship), context };
}

/** A computer of which everything that binds was read. */
function readable(of: KeyParameters): KeyParameters {
  return { ...of, networkName: "BUH-31", board: { model: "PRIME B450M-A" } };
}

/** A world in which the person wants something else. */
export function wishing(of: World, wanted: Wishes): World {
  return { ...of, wishes: { ...of.wishes, ...wanted } };
}

/** What the person enters into a field; nothing where it may stay as it is. */
export function wishFor(name: FieldName, { wishes: of, owner: whose }: World): FieldValue | undefined {
  if (name === "ownerKind") return whose.kind;
  const field = ownerFields.find((one) => one === name);
  return field === undefined ? of[name] : (fieldOf(whose, field) ?? "");
}

/** Where the person wants the license. */
export function placeWished({ wishes: { onServer, host, port } }: World): Place {
  // The person wants a server by its name.
  return onServer === true ? { on: "server", host: host as string, port: Number(port) } : { on: "this-computer" };
}
