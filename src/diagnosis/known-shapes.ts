import type { ObservationName } from "./observations.js";
import { flag, listOf, maybe, oneOf, scalar, shapeOf, text, valuesOf, whole, type Shape } from "./shapes.js";

// What of each observation is looked at, and nothing more: the rest may be anything.

/** Every observation, in the order in which they are listed. */
const order: { readonly [N in ObservationName]-?: true } = {
  system: true,
  visible: true,
  licenses: true,
  elsewhere: true,
  dongles: true,
  settings: true,
  ports: true,
  denial: true,
  holders: true,
  seats: true,
  messages: true,
  nethasp: true,
  kits: true,
  owner: true,
  refusal: true,
  center: true,
  edition: true,
  wizard: true,
  typedPin: true,
};
export const names: readonly ObservationName[] = Object.keys(order) as ObservationName[]; // its names, all of them

const serves: Shape = (value) => value === "everyone" || shapeOf({ user: text })(value);
export const filePlace: Shape = shapeOf({ directory: shapeOf({ path: text, serves }), name: text });
export const refusedFile: Shape = (value) =>
  filePlace(value) && shapeOf({ error: shapeOf({ code: text, copies: maybe(listOf(filePlace)) }) })(value);
export const fileElsewhere: Shape = shapeOf({ directory: text, name: text, license: maybe(text) });

const environment = valuesOf(maybe(text));
export const system: Shape = shapeOf({
  family: oneOf("windows", "linux", "macos"),
  version: text,
  mode: oneOf("file", "server"),
  user: text,
  server: maybe(shapeOf({ user: text, LOCALAPPDATA: maybe(text), HOME: maybe(text), location: maybe(text) })),
  environment,
});

const dongle = shapeOf({ series: text, id: text });
export const seenDongle: Shape = shapeOf({ dongle, present: flag, computer: maybe(text) });

const finding = shapeOf({ parameter: text, effect: oneOf("breaking", "tolerated", "unread") });
const comparison = shapeOf({ outcome: oneOf("same", "changed", "undetermined"), findings: listOf(finding) });
const reason = shapeOf({ code: text, dongle: maybe(dongle), missing: maybe(listOf(text)) });
const binding: Shape = (value) =>
  shapeOf({ to: oneOf("hardware") })(value) || shapeOf({ to: oneOf("dongle"), dongle })(value);
const licenseSaid = shapeOf({ name: text, kind: text, kit: text, pin: text, binding });
export const license: Shape = shapeOf({
  place: maybe(filePlace),
  verdict: shapeOf({
    outcome: oneOf("valid", "undetermined", "invalid"),
    license: maybe(licenseSaid),
    reasons: listOf(reason),
    comparison: maybe(comparison),
  }),
});

export const settings: Shape = shapeOf({
  hardwareLicenses: maybe(flag),
  infobaseGivesLicenses: maybe(flag),
  serviceGivesLicenses: maybe(flag),
});
const isPort: Shape = (value) => whole(value) && Number(value) >= 1 && Number(value) <= 65_535;
export const port: Shape = shapeOf({
  port: isPort,
  protocol: oneOf("tcp", "udp"),
  purpose: text,
  reachable: flag,
});

export const denial: Shape = shapeOf({
  code: oneOf("allocation/not-found", "allocation/none-free"),
  trail: listOf(
    shapeOf({
      for: oneOf("client", "server"),
      skipped: maybe(text),
      found: listOf(shapeOf({ license: text, why: text })),
    }),
  ),
});
const userOrNobody: Shape = (value) => value === null || text(value);
export const holder: Shape = shapeOf({ license: text, unit: text, user: userOrNobody, computer: text });
export const freeSeats: Shape = shapeOf({ license: userOrNobody, computer: text, seats: whole, free: whole });

const entries = listOf(shapeOf({ kind: text, fields: valuesOf(scalar) }));
const report = shapeOf({ removed: entries, present: entries });
export const message: Shape = shapeOf({ code: text, file: maybe(text), searched: maybe(text), report: maybe(report) });
export const iniFinding: Shape = shapeOf({ code: text, severity: oneOf("fault", "note") });

export const owner: Shape = shapeOf({ same: flag, fields: listOf(shapeOf({ field: text, hint: text })) });
export const refusal: Shape = shapeOf({ code: text, pin: maybe(text), since: maybe(whole) });
