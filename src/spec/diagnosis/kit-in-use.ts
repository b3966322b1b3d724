import * as fc from "fast-check";
import { handle } from "../../core/index.js";
import { pinKit, type KitDefinition, type Pin, type PinKitCommand, type PinKitState } from "../../pins/index.js";
import { kitOf } from "../pins/kits.js";

/** How far a kit for 2 workstations was used: once acquired, and so often recovered with a spare PIN. */
export interface Use {
  readonly pinsPerLicense: number;
  /** Taken modulo the PINs that there are. */
  readonly spent: number;
  /** Whether the second license was acquired too, where a PIN was left. */
  readonly full: boolean;
  /** Whether the last PIN was cancelled, where it was unused. */
  readonly cancels: boolean;
  /** Whether the definition allows no recovery any more. */
  readonly limit: "none" | "pin" | "kit";
}

export const use: fc.Arbitrary<Use> = fc.record({
  pinsPerLicense: fc.integer({ min: 1, max: 4 }),
  spent: fc.nat(7),
  full: fc.boolean(),
  cancels: fc.boolean(),
  limit: fc.constantFrom("none", "none", "none", "pin", "kit"),
});

/** A kit in use: its state, and what became of each PIN of the set that was chosen, told without asking it. */
export interface KitInUse {
  readonly state: PinKitState;
  readonly pins: readonly Pin[];
  readonly was: readonly ("unused" | "current" | "superseded" | "cancelled")[];
  /** The PIN of the license that was recovered last. */
  readonly current: Pin;
  /** A PIN of the set that was not chosen. */
  readonly void: Pin;
  readonly full: boolean;
}

export function kitInUse({ pinsPerLicense, spent, full, cancels, limit }: Use): KitInUse {
  const count = 2 * pinsPerLicense;
  const recoveries = spent % count;
  const definition: KitDefinition = {
    name: "for 2",
    client: { workstations: 2, sets: ["single-user", "multi-user"] },
    pinsPerLicense,
    ...(limit === "pin" && { recoveries: { perPin: 0 } }),
    ...(limit === "kit" && { recoveries: { perKit: recoveries } }),
  };
  const kit = kitOf(definition);
  const pins = kit.pins["single-user"] ?? [];
  const pinAt = (place: number): Pin => pins[place] ?? "";
  const was = pins.map((_, at) => (at < recoveries ? "superseded" : at === recoveries ? "current" : "unused"));
  const states: KitInUse["was"][number][] = [...was];
  const commands: PinKitCommand[] = [
    { type: "open", data: { ...kit, at: 1 } },
    { type: "acquire", data: { pin: pinAt(0), reference: "r", at: 10 } },
  ];
  for (let at = 1; at <= recoveries; at++) {
    const [pin, sparePin] = [pinAt(at - 1), pinAt(at)];
    commands.push({
      type: "recover",
      data: { pin, sparePin, parameters: "changed", reference: `r${at}`, at: 10 + at },
    });
  }
  const second = full && recoveries + 1 < count;
  if (second) {
    commands.push({ type: "acquire", data: { pin: pinAt(recoveries + 1), reference: "s", at: 50 } });
    states[recoveries + 1] = "current";
  }
  if (cancels && states[count - 1] === "unused") {
    commands.push({ type: "cancel", data: { pin: pinAt(count - 1), at: 60 } });
    states[count - 1] = "cancelled";
  }
  const state = commands.reduce<PinKitState>((so, command) => handle(pinKit, command, so).state, pinKit.initialState());
  return {
    state,
    pins,
    was: states,
    current: pinAt(recoveries),
    void: kit.pins["multi-user"]?.[0] ?? "",
    full: second,
  };
}
