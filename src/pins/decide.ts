import { acquire } from "./acquire.js";
import { cancel } from "./cancel.js";
import { checkKit } from "./check-kit.js";
import type { Note, Opening, PinKitCommand } from "./command.js";
import { copyOf, setsOf } from "./kit.js";
import { issueAdditional } from "./issue-additional.js";
import { positionOf } from "./pages.js";
import { recover } from "./recover.js";
import { happened, notInKit, refuse, tooLong, type PinKitDecision } from "./refuse.js";
import type { OpenKit, PinKitState } from "./state.js";

/** Decides a command: see `pinKit`. */
export function decide(command: PinKitCommand, state: PinKitState): PinKitDecision {
  if (!Number.isSafeInteger(command.data.at))
    return refuse({ code: "pins/not-a-time", instead: "correct-the-command" });
  if (command.type === "open") return open(command.data, state);
  if (state.status !== "open") return refuse({ code: "pins/not-opened", instead: "open-the-kit" });
  switch (command.type) {
    case "acquire":
      return acquire(command.data, state);
    case "recover":
      return recover(command.data, state);
    case "issueAdditional":
      return issueAdditional(command.data, state);
    case "cancel":
      return cancel(command.data, state);
    case "note":
      return note(command.data, state);
    default:
      return refuse({ code: "pins/unknown-command", instead: "correct-the-command" });
  }
}

function open({ kit, definition, pins, at }: Opening, state: PinKitState): PinKitDecision {
  if (state.status === "open")
    return refuse({ code: "pins/already-opened", kit: state.kit, instead: "use-the-open-kit" });
  const faults = checkKit({ kit, definition, pins });
  if (faults.length > 0) return refuse({ code: "pins/contradictory-kit", faults, instead: "correct-the-kit" });
  const copied = Object.fromEntries(setsOf(definition).map((set) => [set, [...(pins[set] ?? [])]]));
  return happened({ type: "kit-opened", data: { kit, definition: copyOf(definition), pins: copied, at } });
}

/** A note may stand on any PIN, whatever became of it. @rule PN-23 */
function note({ pin, note: words, at }: Note, kit: OpenKit): PinKitDecision {
  if (positionOf(kit, pin) < 0) return notInKit(kit, pin);
  const refused = tooLong("note", words);
  if (refused !== undefined) return refused;
  return happened({ type: "pin-noted", data: { pin, note: words, at } });
}
