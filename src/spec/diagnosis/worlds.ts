import * as fc from "fast-check";
import { handle } from "../../core/index.js";
import type { Observations } from "../../diagnosis/index.js";
import { kits as kitDefinitions, pinKit, type PinKitCommand, type PinKitState } from "../../pins/index.js";
import { kitOf } from "../pins/kits.js";
import { annasComputer, both, everyones, message, other, placeIn, valid } from "./office.js";
import { dongles, plants } from "./plants.js";

/** Something that is as it should be, or speaks for something. */
const thing: fc.Arbitrary<Observations> = fc.oneof(
  fc.constantFrom(...plants.map(({ observed }) => observed)),
  fc.constantFrom<Observations>(
    { licenses: [{ place: placeIn(everyones, "20261122093005.lic"), verdict: valid(other) }] },
    { center: "reachable", owner: { same: true, fields: [] } },
    { ports: [{ port: 1540, protocol: "tcp", purpose: "server-agent", reachable: true }] },
    { nethasp: [] },
    { system: annasComputer },
    { system: { ...annasComputer, mode: "server", server: { user: "USR1CV8" } } },
    { settings: { hardwareLicenses: true, infobaseGivesLicenses: true, serviceGivesLicenses: true } },
    { kits: [kitInUse(1)] },
    { edition: { before: "basic", now: "basic" }, wizard: "basic" },
    message("not-found"),
    message("none-free"),
    message("check-passed"),
    dongles({ id: "7" }),
  ),
);

/** A few things beside the cause in question. */
export const noise: fc.Arbitrary<Observations> = things(4);

/** A world: nothing, a cause or several, and much else. */
export const world: fc.Arbitrary<Observations> = things(16);

function things(most: number): fc.Arbitrary<Observations> {
  return fc.array(thing, { maxLength: most, size: "max" }).map((all) => all.reduce<Observations>(both, {}));
}

/** One cause alone. */
export const planted: fc.Arbitrary<Observations> = fc.constantFrom(...plants.map(({ observed }) => observed));

/** Everything as it should be: it speaks against every cause, and takes none away for which something speaks. */
export const allWell: Observations = {
  licenses: [{ place: placeIn(everyones, "20261122093005.lic"), verdict: valid(other) }],
  visible: { usable: [{ ...placeIn(everyones, "20261122093005.lic"), text: "" }], refused: [] },
  dongles: { seen: [{ dongle: { series: "NETHASP", id: "7" }, present: true }], manager: "reachable" },
  settings: { hardwareLicenses: true, infobaseGivesLicenses: true, serviceGivesLicenses: true },
  ports: [{ port: 1541, protocol: "tcp", purpose: "cluster-manager", reachable: true }],
  nethasp: [],
  kits: [kitInUse(1)],
  owner: { same: true, fields: [] },
  center: "reachable",
  edition: { before: "basic", now: "basic" },
  wizard: "standard",
  typedPin: "381505376410122",
  system: annasComputer,
};

/** A kit for 5 workstations of which so many licenses were acquired. */
export function kitInUse(licenses: number): PinKitState {
  const kit = kitOf(kitDefinitions["client-5"]);
  const commands: readonly PinKitCommand[] = [
    { type: "open", data: { ...kit, at: 1 } },
    ...(kit.pins["single-user"] ?? [])
      .slice(0, licenses)
      .map((pin): PinKitCommand => ({ type: "acquire", data: { pin, reference: pin, at: 2 } })),
  ];
  return commands.reduce<PinKitState>((state, command) => handle(pinKit, command, state).state, pinKit.initialState());
}
