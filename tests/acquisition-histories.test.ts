import { wizard } from "licit/acquisition";
import { licenseFor } from "licit/license";
import { requestLayout, responseLayout, sheetOf } from "licit/phone";
import { describe, expect, test } from "vitest";
import {
  answer,
  begin,
  computer,
  context,
  earlier,
  granted,
  kit,
  next,
  owner,
  pin,
  press,
  read,
  requestIn,
  spare,
  toChannel,
  toRecovery,
  type Walk,
} from "./acquisition-person.ts";

const license = licenseFor(earlier, { kind: "single-user", seats: 1, channel: "file", issuedAt: 1 });
const byPhone = { ...license, channel: "phone" } as const;
const form = { organization: owner.organization, town: owner.town };

function fieldIn({ state }: Pick<Walk, "state">, name: string) {
  return wizard.view(state).fields.find((field) => field.name === name);
}

function stored({ state }: Walk): Walk {
  const resumed = wizard.resume(JSON.parse(JSON.stringify(state)));
  expect(resumed.ok, JSON.stringify(resumed)).toBe(true);
  return { state: resumed.ok ? resumed.value.state : state, effects: resumed.ok ? resumed.value.effects : [] };
}

const unreachable = { outcome: "failed", code: "acquisition/center-unreachable" } as const;
const response = sheetOf("123456789012345".repeat(8), responseLayout);
const rows = Object.fromEntries(
  response.rows.map(({ groups, checksum }, at) => [`row${at + 1}`, [...groups, checksum].join(" ")]),
);

describe("what once went wrong", () => {
  test("a channel chosen before automatic was switched on again does not come back when that fails", () => {
    const chosen = next(toChannel(), { channel: "file" });
    const back = { state: wizard.back(chosen.state, "kit") };
    const on = next(next(next(back, { automatic: true }), { operation: "first-time" }), { ...form, confirmed: true });
    const sent = next(answer(on, read()));
    const failed = answer(sent, unreachable);
    expect(wizard.view(failed.state).back).toContain("owner");
    const again = press(stored(failed), "try-again");
    expect(again.state.step).toBe("sending");
    expect(answer(again, granted(requestIn(again))).state.step).toBe("installing");
  });

  test("what the center says of one license says nothing of another", () => {
    const at = next(toRecovery({}), { unchanged: true });
    const sent = next(answer(next(at, form), read()));
    const evidence = { instead: "use-that-channel", expected: "phone" };
    const told = answer(sent, { outcome: "refused", code: "center/other-channel", evidence });
    const tied = press(told, "other-channel");
    expect(fieldIn(tied, "channel")?.choices?.map(({ offered }) => offered)).toEqual([false, false, true]);
    const other = next({ state: wizard.back(tied.state, "kit") }, { pin: spare, automatic: false });
    const asked = next(next(next(other), { unchanged: true }));
    expect(asked.state.step).toBe("channel");
    expect(fieldIn(asked, "channel")?.choices?.map(({ offered }) => offered)).toEqual([true, true, true]);
  });

  test("another PIN typed with the kit is the current one, though a form posts all its fields", () => {
    const at = toRecovery({});
    const posted = next(at, { unchanged: true, currentPin: pin, sparePin: "" });
    const back = next({ state: wizard.back(posted.state, "kit") }, { pin: spare });
    expect(fieldIn(next(back), "currentPin")?.value).toBe(spare);
  });

  test("rows posted back as they are shown stay confirmed, and any of them can be corrected", () => {
    const at = answer(next(toChannel(), { channel: "phone" }), read());
    const coded = next(answer(at, { outcome: "digits", digits: "1".repeat(48) }));
    const typed = next(coded, { ...rows, total: response.total });
    expect(typed.state.step).toBe("checking");
    const back = { state: wizard.back(typed.state) };
    const shown = Object.fromEntries(wizard.view(back.state).fields.map(({ name, value }) => [name, value]));
    expect(next(back, shown).state.step).toBe("checking");
    const wrong = answer(typed, { outcome: "failed", code: "license/not-verified" });
    const correcting = press(wrong, "correct");
    expect(fieldIn(correcting, "row8")?.row?.state).toBe("confirmed");
    const reopened = next(correcting, { row2: rows["row2"] });
    expect(reopened.state.step).toBe("phone-response");
    expect(next(reopened, { total: response.total }).state.step).toBe("checking");
  });

  test("a row that the operator does not confirm is gone", () => {
    const at = answer(next(toChannel(), { channel: "phone" }), read());
    const coded = next(answer(at, { outcome: "digits", digits: "1".repeat(48) }));
    const heard = wizard.submit(coded.state, {
      type: "enter",
      step: "phone-response",
      values: { row1: "123 456 789 012 345" },
    });
    expect(fieldIn(heard, "row1")?.row?.checksum).toBe("421");
    const rejected = press(heard, "reject-row");
    expect(fieldIn(rejected, "row1")).toMatchObject({ value: "", wrong: { code: "acquisition/dictate-again" } });
    expect(press(rejected, "confirm-row").refused).toBe("acquisition/no-such-button");
  });

  test("a row that was spoilt and typed back as it was confirmed is right again", () => {
    const asked = answer(next(toChannel(), { channel: "phone" }), read());
    const dictating = next(answer(asked, { outcome: "digits", digits: "1".repeat(48) }));
    expect(dictating.state.step).toBe("phone-response");
    const type = (state: Walk["state"], row1: string) =>
      wizard.submit(state, { type: "enter", step: "phone-response", values: { row1 } });
    const confirmed = type(dictating.state, rows["row1"] ?? "");
    expect(fieldIn(confirmed, "row1")?.wrong).toBeUndefined();
    const spoilt = type(confirmed.state, `${rows["row1"] ?? ""}1`);
    expect(fieldIn(spoilt, "row1")?.wrong).toBeDefined();
    const bare = (rows["row1"] ?? "").slice(0, -4);
    expect(fieldIn(type(spoilt.state, bare), "row1")?.wrong).toBeUndefined();
  });

  test("a licensing center whose details are no object is understood all the same", () => {
    const sent = next(answer(next(next(toRecovery({}), { unchanged: true }), form), read()));
    const refused = answer(sent, { outcome: "refused", code: "vendor/closed", evidence: "until Monday" });
    expect(wizard.view(refused.state).failure?.said).toEqual({ code: "vendor/closed", details: "until Monday" });
  });

  test("a spare PIN is not spent in passing where nothing changed", () => {
    const at = answer(toRecovery({ licenses: [license] }), read());
    const cleared = next(at, { unchanged: false, sparePin: spare });
    expect(cleared.refused).toBe("acquisition/fields-wrong");
    const agreed = next(cleared, { spendSpare: true });
    expect(agreed.state.step).toBe("verify-owner");
    const reread = answer(press({ state: wizard.back(agreed.state, "recovery") }, "read-again"), read(computer, 2));
    expect(fieldIn(reread, "spendSpare")?.value).toBe(false);
  });

  test("another vendor's license is not installed, whatever file is opened", () => {
    const at = press(next(begin(), { action: "load-response" }), "open-response");
    const foreign = granted({ ...earlier, issuer: "Another Vendor" });
    const told = wizard.view(answer(at, foreign).state).failure;
    expect(told?.said).toEqual({ code: "license/other-issuer", issuer: "Another Vendor" });
  });

  test("a license that a server counts is not taken for one of this workstation without a word", () => {
    const { kind: _, ...unknown } = context;
    const at = next(next(wizard.start(unknown), { action: "acquire" }), {
      kit,
      pin,
      kind: "unknown",
      automatic: false,
    });
    const file = answer(
      next(next(next(at, { operation: "first-time" }), { ...form, confirmed: true }), { channel: "file" }),
      read(),
    );
    const opened = press(next(answer(press(file, "save-request"), { outcome: "done" })), "open-response");
    const came = next(answer(opened, granted({ ...requestIn(opened), kind: "multi-user" })));
    expect(came.state.step).toBe("confirm");
    expect(wizard.view(came.state).notices).toEqual([{ code: "acquisition/needs-server" }]);
  });

  test("by phone a computer that only grew is asked for as it was", () => {
    const grown = { ...computer, memoryBytes: 4_294_967_296 };
    const at = answer(toRecovery({ licenses: [byPhone] }), read(grown));
    const asked = next(next(next(at, { unchanged: true })), { channel: "phone" });
    expect(requestIn(asked).parameters).toEqual(computer);
  });

  test("the paper of the last call makes the license again, and only for its owner", () => {
    const first = { ...earlier, id: "e".repeat(32) };
    const at = answer(toRecovery({ dictated: [first, earlier] }), read());
    const named = next(next(next(at, { unchanged: true }), form), { channel: "phone" });
    expect(named.state.step).toBe("paper");
    const typed = next(next(named, { paper: "type-it-again" }), { ...rows, total: response.total });
    expect(requestIn(typed).id).toBe(earlier.id);
    const stranger = next(next(next(at, { unchanged: true }), { organization: "Другая" }), { channel: "phone" });
    expect(stranger.state.step).not.toBe("paper");
  });

  test("a request that waits is not made a second time", () => {
    const waiting = { request: { ...earlier, kind: "single-user" }, place: { on: "this-computer" } } as const;
    const asked = next(toChannel({ waiting }), { channel: "file" });
    expect(asked.state.step).toBe("file-request");
    expect(requestIn(press(asked, "save-request")).id).toBe(earlier.id);
  });

  test("the saved data do not name a channel that nobody has chosen", () => {
    const at = next(next(begin(), { action: "acquire" }), { kit, pin, automatic: false });
    const typed = wizard.submit(next(at, { operation: "first-time" }).state, {
      type: "enter",
      step: "owner",
      values: form,
    });
    const [effect] = press(typed, "save-owner-data").effects;
    expect(effect?.type === "save-owner-data" && effect.extra).toEqual({ kit, pin });
    const saved = answer(press(typed, "save-owner-data"), { outcome: "done" });
    const edited = wizard.submit(saved.state, { type: "enter", step: "owner", values: { town: "Тверь" } });
    expect(wizard.view(edited.state).notices).toEqual([{ code: "acquisition/save-owner-data" }]);
  });

  test("a wrong owner is marked, field by field, until it is entered anew", () => {
    const at = next(next(toRecovery({}), { unchanged: true }), form);
    const evidence = { instead: "correct-the-owner", fields: [{ field: "organization", hint: "punctuation" }] };
    const told = answer(next(answer(at, read())), { outcome: "refused", code: "center/owner-differs", evidence });
    const corrected = press(told, "correct");
    expect(fieldIn(corrected, "organization")?.hint).toBe("punctuation");
    const typed = wizard.submit(corrected.state, {
      type: "enter",
      step: "verify-owner",
      values: { organization: 'ООО "Ромашка"' },
    });
    expect(fieldIn(typed, "organization")?.hint).toBeUndefined();
  });

  test("a license that could not be stored waits for the next run", () => {
    const sent = next(
      answer(
        next(next(next(next(begin(), { action: "acquire" }), { kit, pin }), { operation: "first-time" }), {
          ...form,
          confirmed: true,
        }),
        read(),
      ),
    );
    const failed = answer(answer(sent, granted(requestIn(sent))), {
      outcome: "failed",
      code: "acquisition/not-installed",
    });
    const later = stored(press(failed, "leave"));
    expect(later.effects[0]).toMatchObject({ type: "install", text: `license ${"1".padStart(32, "0")}` });
  });

  test("the digits for the phone are shown as rows", () => {
    const at = answer(next(toChannel(), { channel: "phone" }), read());
    const { state } = answer(at, { outcome: "digits", digits: "123456789012".repeat(4) });
    expect(wizard.view(state).sheet).toEqual(sheetOf("123456789012".repeat(4), requestLayout));
  });
});
