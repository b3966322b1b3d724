import { findPin, parsePin, type Pin } from "../pins/index.js";
import { kitWith } from "./acquire.js";
import type { PinCause } from "./cause-code.js";
import type { Evidence } from "./cause.js";
import { refused, said, seen, verdicts, when } from "./evidence.js";
import { nameOf, type Facts } from "./facts.js";
import { remedyFor } from "./remedy-for.js";
import type { Remedy } from "./remedy.js";
import type { CauseRows } from "./row.js";

/** Causes that lie in PINs. @rule DG-02 */
export const pinCauses: CauseRows<PinCause> = {
  "diagnosis/pin-superseded": {
    shows: "otherwise",
    evidence: (facts) => [
      ...verdicts(facts, "license/superseded"),
      ...inKits(facts, "superseded"),
      ...refused(facts, "certain", "pins/superseded"),
    ],
    ruledOut: ({ licenses }) => licenses.length > 0,
    remedy: (facts) => {
      const since = facts.refusal?.since ?? sinceOf(facts);
      return { action: "superseded", ...(since !== undefined && { since }) };
    },
    asks: ["licenses", "kits", "refusal"],
  },
  "diagnosis/pin-cancelled": {
    shows: "otherwise",
    evidence: (facts) => [...inKits(facts, "cancelled"), ...refused(facts, "certain", "pins/cancelled")],
    ruledOut: ({ given }) => given.has("kits") && given.has("licenses"),
    remedy: () => ({ action: "ask-center", about: "cancelled-pin", otherwise: "purchase" }),
    asks: ["kits", "refusal"],
  },
  "diagnosis/pin-already-activated": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "certain", "pin-already-activated"),
      ...refused(facts, "certain", "pins/already-activated"),
    ],
    remedy: ofActivated,
    asks: ["refusal", "messages", "licenses", "kits"],
  },
  "diagnosis/pin-not-in-kit": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "certain", "pin-not-in-kit"),
      ...refused(facts, "certain", "pins/not-in-kit", "pins/other-kit"),
    ],
    remedy: () => ({ action: "check-pin", why: "not-in-kit" }),
    asks: ["refusal", "messages"],
  },
  "diagnosis/pin-mistyped": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "certain", "pin-incomplete"),
      ...refused(facts, "certain", "pins/wrong-digit-count", "pins/not-a-digit"),
      ...mistyped(facts),
    ],
    ruledOut: ({ given }) => given.has("typedPin"),
    remedy: () => ({ action: "check-pin", why: "mistyped" }),
    asks: ["typedPin"],
  },
  "diagnosis/other-edition-pin": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "partial", "pin-incomplete"),
      ...refused(facts, "certain", "pins/other-edition"),
      ...ofOtherEdition(facts),
    ],
    ruledOut: ({ given }) => given.has("typedPin"),
    remedy: ({ wizard }) => ({ action: "use-other-wizard", edition: wizard === "basic" ? "standard" : "basic" }),
    asks: ["wizard", "typedPin"],
  },
  "diagnosis/places-taken": {
    shows: "acquiring",
    evidence: (facts) => [
      ...said(facts, "certain", "too-many-active"),
      ...refused(facts, "certain", "pins/no-place-left"),
    ],
    // A license that moved is recovered on its new computer; that is no further license.
    remedy: () => ({ action: "same-pin", otherwise: "purchase" }),
    asks: ["refusal", "messages", "kits"],
  },
};

/** Licenses whose PIN is in this state in its kit. */
function inKits(facts: Facts, state: "superseded" | "cancelled"): readonly Evidence[] {
  return facts.licenses
    .filter((one) => recordOf(facts, one)?.state === state)
    .map((one) => seen("certain", "kits", state, nameOf(one)));
}

function recordOf({ kits }: Facts, { verdict }: Facts["licenses"][number]): ReturnType<typeof findPin> {
  const { license } = verdict;
  if (license === undefined) return undefined;
  const kit = kits.get(license.kit);
  return kit && findPin(kit, license.pin);
}

function sinceOf(facts: Facts): number | undefined {
  for (const one of facts.licenses) {
    const record = recordOf(facts, one);
    if (record?.state === "superseded") return record.since;
  }
  return undefined;
}

/** What is wrong in either edition is a slip, whichever wizard it is. */
function mistyped({ typedPin }: Facts): readonly Evidence[] {
  const read = typedPin === undefined ? undefined : parsePin(typedPin);
  if (read === undefined || read.ok || read.error.code === "pins/other-edition") return [];
  return when(true, "certain", "typedPin", read.error.code);
}

function ofOtherEdition({ typedPin, wizard }: Facts): readonly Evidence[] {
  const read = typedPin === undefined || wizard === undefined ? undefined : parsePin(typedPin, wizard);
  return when(
    read?.ok === false && read.error.code === "pins/other-edition",
    "certain",
    "typedPin",
    "pins/other-edition",
  );
}

/** A PIN in use is no PIN for a first registration, but for a recovery; a spare one only where its computer changed. */
function ofActivated(facts: Facts): Remedy {
  const pin = facts.refusal?.pin ?? typedOf(facts);
  if (pin === undefined) return { action: "same-pin" };
  const kit = kitWith(facts, pin);
  if (kit === undefined) return { action: "same-pin", pin };
  const own = facts.licenses.find(({ verdict }) => verdict.license?.pin === pin);
  const outcome = own?.verdict.comparison?.outcome ?? "same";
  return remedyFor({ outcome, filePresent: false, backup: false, pin, kit });
}

function typedOf({ typedPin }: Facts): Pin | undefined {
  const read = parsePin(typedPin);
  return read.ok ? read.value : undefined;
}
