import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { completeRequest } from "./commands.js";
import { pinNumber, unlimited } from "./kits.js";
import { play, storiesOf } from "./story.js";

const rule = rulesFor("pins");
const stories = storiesOf(unlimited);

/** The rule on PINs that are not what the caller takes them for. */
export const namingRules: readonly Rule[] = [
  rule(
    {
      id: "PN-13",
      statement:
        "A PIN that is not of the named kit, or of another set or license type than the license in question, is rejected by name.",
      source: "S2",
    },
    {
      cases: stories,
      async holds(subject, story) {
        const { state, rows, kit } = await play(subject, story);
        const stranger = pinNumber(7_777);
        const at = 99;
        const current = rows.find((row) => row.state === "current");
        const commands = [
          { type: "acquire", data: { pin: stranger, reference: "r", at } },
          { type: "recover", data: { pin: stranger, parameters: "unchanged", at } },
          { type: "cancel", data: { pin: stranger, at } },
          {
            type: "issueAdditional",
            data: { pin: stranger, ...completeRequest, violations: [], newPin: pinNumber(7_776), at },
          },
          { type: "note", data: { pin: stranger, note: "n", at } },
          {
            type: "recover",
            data: { pin: current?.pin ?? stranger, sparePin: stranger, parameters: "changed", reference: "r", at },
          },
        ] as const;
        for (const command of commands) {
          const decision = await subject.pinKit.decide(command, state);
          ensure(!decision.ok && decision.error.code === "pins/not-in-kit", `${command.type} with a PIN of elsewhere`);
          ensureEqual([decision.error.pin, decision.error.kit], [stranger, kit.kit], "which PIN, which kit");
        }
        for (const { pin, set } of rows) {
          for (const license of ["single-user", "multi-user", "server"] as const) {
            if (license === set) continue;
            const same = { type: "recover", data: { pin, licenseType: license, parameters: "unchanged", at } } as const;
            const changed = {
              pin,
              licenseType: license,
              sparePin: pin,
              parameters: "changed",
              reference: "r",
              at,
            } as const;
            for (const command of [
              { type: "acquire", data: { pin, licenseType: license, reference: "r", at } } as const,
              { type: "recover", data: changed } as const,
              same,
            ]) {
              const decision = await subject.pinKit.decide(command, state);
              ensure(
                !decision.ok && decision.error.code === "pins/wrong-license-type",
                "a PIN of another license type",
              );
              ensureEqual([decision.error.set, decision.error.expected], [set, license], "which types");
            }
          }
          if (current === undefined || current.set === set) continue;
          const decision = await subject.pinKit.decide(
            { type: "recover", data: { pin: current.pin, sparePin: pin, parameters: "changed", reference: "r", at } },
            state,
          );
          ensure(!decision.ok && decision.error.code === "pins/other-set", "a spare PIN of another set");
        }
      },
    },
  ),
];
