import * as fc from "fast-check";
import { licenseTypes, placesOf, setsOf, type Kit, type LicenseType } from "../../pins/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { PinsSubject } from "../subject.js";
import { kitOf, pinNumber, pinsOf, smallDefinitions, unlimited } from "./kits.js";
import { countSpoilings, packageSpoilings, spoil, spoilings, whole } from "./spoilings.js";
import { evolve } from "./story.js";

const rule = rulesFor("pins");

const opening = async (subject: PinsSubject, kit: Kit) =>
  subject.pinKit.decide({ type: "open", data: { ...kit, at: 1 } }, await subject.pinKit.initialState());

/** What the sources say of each kit: workstations, sets, and whether there is a server license. */
const known: readonly (readonly [name: string, workstations: number, sets: readonly LicenseType[]])[] = [
  ["client-1", 1, ["single-user"]],
  ["client-5", 5, ["single-user", "multi-user"]],
  ["client-10", 10, ["single-user", "multi-user"]],
  ["client-20", 20, ["single-user", "multi-user"]],
  ["client-50", 50, ["multi-user"]],
  ["client-100", 100, ["multi-user"]],
  ["client-300", 300, ["multi-user"]],
  ["client-500", 500, ["multi-user"]],
  ["server", 0, ["server"]],
  ["base", 1, ["single-user"]],
  ["package-5", 5, ["single-user", "multi-user"]],
  ["package-10-server", 10, ["single-user", "multi-user", "server"]],
];

/** The rules on what a kit is. */
export const kitRules: readonly Rule[] = [
  rule(
    {
      id: "PN-04",
      statement:
        "Client kits: 1 workstation (single-user set only); 5, 10, 20 (both sets); 50, 100, 300, 500 (multi-user set only). Server kits. Packages: base delivery (1), 5 workstations (both sets), 10 workstations (both sets) + server. A vendor can define more; a definition that contradicts itself is refused with every fault.",
      source: "S2",
    },
    {
      cases: fc.record({
        usual: fc.constantFrom(...known),
        own: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 })),
        definition: unlimited,
        spoiled: fc.subarray([...spoilings.keys()]),
        count: fc.nat(countSpoilings.length - 1),
        pair: fc.nat(packageSpoilings.length - 1),
      }),
      async holds(subject, { usual: [name, workstations, sets], own, definition, spoiled, count, pair }) {
        const kit = subject.kits[name as keyof typeof subject.kits];
        const clientSets = sets.filter((set) => set !== "server");
        const expectedKit = {
          name,
          ...(clientSets.length > 0 ? { client: { workstations, sets: clientSets } } : {}),
          ...(sets.includes("server") ? { server: true } : {}),
        };
        ensureEqual(kit, expectedKit, `${name}: 3 PINs a license, no limits, no policies`);
        ensure((await opening(subject, kitOf(kit))).ok, `${name} can be opened`);
        const [many, each] = own;
        const vendors = kitOf({
          name: "a vendor's own",
          client: { workstations: many, sets: ["multi-user"] },
          server: true,
          pinsPerLicense: each,
        });
        ensure((await opening(subject, vendors)).ok, "a vendor's own kit can be opened");

        const chosen = spoiled.flatMap((one) => spoilings[one] ?? []);
        const found = await faultCodes(subject, spoil(kitOf(definition), chosen));
        const expected = chosen.map(({ code }) => code);
        ensureEqual([...new Set(found)].sort(), [...new Set(expected)].sort(), "every fault, and no other");
        for (const one of [countSpoilings[count], packageSpoilings[pair]]) {
          if (one === undefined) continue;
          const codes = await faultCodes(subject, spoil(whole, [one]));
          ensure(codes.includes(one.code), `${one.code} is named among ${codes.join(", ")}`);
        }
      },
    },
  ),
  rule(
    {
      id: "PN-05",
      statement:
        "A one-workstation kit has 3 PINs, one main and two spare. For others the number per license is part of the definition (default 3). A PIN is spare by use, not by mark: any unused PIN of the set may acquire until PN-08 is full.",
      source: "S3, S4",
    },
    {
      cases: fc.record({
        definition: unlimited,
        set: fc.constantFrom(...licenseTypes),
        order: fc.array(fc.nat(89), { minLength: 12, maxLength: 12 }),
      }),
      async holds(subject, { definition, set: wanted, order }) {
        const kit = kitOf(definition);
        const set = setsOf(definition).includes(wanted) ? wanted : (setsOf(definition)[0] ?? "server");
        const pins = kit.pins[set] ?? [];
        ensure((await opening(subject, kitOf({ ...definition, pinsPerLicense: undefined }))).ok, "3 PINs a license");
        const many = kitOf({ name: "many", client: { workstations: 30, sets: ["single-user"] } });
        const ninetieth = many.pins["single-user"]?.[order[0] ?? 0] ?? "";
        const large = { type: "acquire", data: { pin: ninetieth, reference: "r", at: 2 } } as const;
        ensure((await subject.pinKit.decide(large, await opened(subject, many))).ok, "any of 90 PINs acquires");
        const one = subject.kits["client-1"];
        for (const least of [2, 4]) {
          const other = kitOf({ ...one, pinsPerLicense: least });
          ensure(!(await opening(subject, { ...other, definition: one })).ok, `client-1 has 3 PINs, not ${least}`);
        }
        const shuffled = pins.map((pin, at) => [order[at] ?? 0, pin] as const).sort(([a], [b]) => a - b);
        let state = await opened(subject, kit);
        for (const [at, [, pin]] of shuffled.entries()) {
          const decision = await subject.pinKit.decide(
            { type: "acquire", data: { pin, reference: "r", at: 2 } },
            state,
          );
          ensure(
            decision.ok === at < placesOf(definition, set),
            `the PIN taken ${at + 1}. acquires while there is room`,
          );
          if (decision.ok) state = await evolve(subject, state, decision.events);
        }
      },
    },
  ),
  rule(
    {
      id: "PN-25",
      statement:
        "Advice on sets: for workstations the single-user set; for an application, web or terminal server the multi-user set; where there are both, it says that the choice is final.",
      source: "S0, S1, S2",
    },
    {
      cases: fc.tuple(
        fc.constantFrom(...smallDefinitions),
        fc.constantFrom("workstation", "application-server", "web-server", "terminal-server"),
      ),
      async holds(subject, [definition, placement]) {
        const advice = await subject.adviseSet(definition, placement);
        const sets = definition.client?.sets ?? [];
        const fitting = placement === "workstation" ? "single-user" : "multi-user";
        const other = placement === "workstation" ? "multi-user" : "single-user";
        if (sets.length === 2) {
          ensureEqual(advice, { ok: true, set: fitting, choice: "final", loses: other }, "advice on both sets");
        } else if (sets.includes("single-user")) {
          ensureEqual(advice, { ok: true, set: "single-user", choice: "none" }, "a single-user set serves anywhere");
        } else if (sets.includes("multi-user") && placement !== "workstation") {
          ensureEqual(advice, { ok: true, set: "multi-user", choice: "none" }, "the only set");
        } else {
          const code = sets.length === 0 ? "pins/no-client-licenses" : "pins/server-side-only";
          ensure(!advice.ok && advice.error.code === code, `${code}, got ${JSON.stringify(advice)}`);
        }
      },
    },
  ),
  rule(
    { id: "PN-26", statement: "A PIN belongs to one kit of an issuer.", source: "—" },
    {
      cases: fc.array(
        fc.record({ kit: fc.integer({ min: 100_000_000, max: 100_000_004 }), pins: fc.array(fc.nat(12)) }),
        {
          maxLength: 5,
        },
      ),
      async holds(subject, kits) {
        const register = kits.map(({ kit, pins }, at) => ({
          kit: String(kit),
          pins: {
            [licenseTypes[at % 3] ?? "server"]: pins.slice(1).map(pinNumber),
            [licenseTypes[(at + 1) % 3] ?? "server"]: pins.slice(0, 1).map(pinNumber),
          },
        }));
        const owners = (n: number) => [
          ...new Set(kits.filter(({ pins }) => pins.includes(n)).map(({ kit }) => String(kit))),
        ];
        const expected = Array.from({ length: 13 }, (_, n) => ({ pin: pinNumber(n), kits: owners(n) }));
        const shared = await subject.sharedPins(register);
        const byPin = (a: { pin: string }, b: { pin: string }) => (a.pin < b.pin ? -1 : 1);
        ensureEqual(
          [...shared].sort(byPin),
          expected.filter(({ kits: of }) => of.length > 1).sort(byPin),
          "PINs of several kits",
        );
      },
    },
  ),
];

/** The codes of all faults for which a kit is refused; none where it is opened. */
async function faultCodes(subject: PinsSubject, kit: Kit): Promise<readonly string[]> {
  const decision = await opening(subject, kit);
  if (decision.ok) return [];
  ensure(decision.error.code === "pins/contradictory-kit", `contradictory, not ${decision.error.code}`);
  return decision.error.faults.map(({ code }) => code);
}

async function opened(subject: PinsSubject, kit: Kit): Promise<unknown> {
  const decision = await opening(subject, kit);
  ensure(decision.ok, `${pinsOf(kit).length} PINs can be opened`);
  return evolve(subject, await subject.pinKit.initialState(), decision.events);
}
