import { handle, replay } from "licit";
import {
  answerTo,
  centerWith,
  lostDataOf,
  operatorView,
  parseCenterEvent,
  parseCenterState,
  parseLetter,
  writeLetter,
  type CenterEvent,
} from "licit/center";
import { parseLicense, parseRefusal } from "licit/license";
import { pinReport } from "licit/pins";
import { describe, expect, test } from "vitest";
import {
  ask,
  call,
  codeOf,
  computer,
  day,
  deskOf,
  elsewhere,
  file,
  first,
  issuer,
  kit,
  owner,
  pinAt,
  registered,
  renamed,
  request,
  second,
  start,
  tell,
  third,
  type Desk,
} from "./center-desk.ts";

// What went wrong once, or could: one history each.

const recovery = (at: number, more = {}) => file({ operation: "recovery", at, ...more });
const spare = (at: number, more = {}) =>
  file({ operation: "recovery-spare", pin: second, supersededPin: first, parameters: elsewhere, at, ...more });
const states = (desk: Desk) => pinReport(registered(desk).pins).map(({ state }) => state);

function stored(desk: Desk): void {
  for (const event of desk.events)
    expect(parseCenterEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event });
  const folded = replay(centerWith({}), desk.events);
  expect(folded).toEqual(desk.state);
  expect(parseCenterState(JSON.parse(JSON.stringify(desk.state)))).toEqual({ ok: true, value: desk.state });
}

describe("CE-07 the same request", () => {
  test("an expired license is not recovered, and no spare PIN lost with it", () => {
    const desk = deskOf();
    const asked = { ...file(), terms: { expiresAt: start + day } };
    const answer = request(desk, asked);
    expect(codeOf(request(desk, spare(start + 2 * day)))).toBe("center/expired");
    expect(codeOf(request(desk, recovery(start + 2 * day)))).toBe("center/expired");
    expect(states(desk)).toEqual(["current", "unused", "unused"]);
    expect(request(desk, { ...asked, at: start + 3 * day })).toEqual(answer);
    const renewed = request(desk, { ...recovery(start + 3 * day), terms: { expiresAt: start + 30 * day } });
    expect(renewed.answer === "granted" && parseLicense(renewed.toSign).ok).toBe(true);
    stored(desk);
  });

  test("a wrong guess that is sent twice is one guess", () => {
    const desk = deskOf();
    request(desk, file());
    const guesses = Array.from({ length: 5 }, (_, n) => recovery(start + n, { owner: { ...owner, zip: `${n}` } }));
    for (const guess of guesses) request(desk, guess);
    const { length } = desk.events;
    const again = request(desk, { ...(guesses.at(-1) ?? file()), at: start + 9 });
    expect([codeOf(again), desk.events.length]).toEqual(["center/owner-differs", length]);
    expect(registered(desk).licenses[0]?.[0]?.times["owner-guesses"]).toHaveLength(5);
    stored(desk);
  });

  test("what an answer says does not depend on policies of another day", () => {
    const desk = deskOf("client-1", { limits: { copies: { limit: 1, window: day, effect: "refuse" } } });
    const asked = file();
    const answer = request(desk, asked);
    request(desk, asked);
    expect(codeOf(request(desk, asked))).toBe("center/limit-reached");
    desk.policies = {};
    expect(request(desk, asked)).toEqual(answer);
  });

  test("owners cannot be guessed under the id of a request that was granted", () => {
    const desk = deskOf();
    const asked = file();
    request(desk, asked);
    for (let n = 0; n < 6; n++)
      expect(codeOf(request(desk, { ...asked, request: { ...asked.request, owner: { ...owner, zip: `${n}` } } }))).toBe(
        "center/altered-request",
      );
    expect(codeOf(request(desk, recovery(start + 9)))).toBe("center/operator-needed");
  });

  test("an id makes one license", () => {
    const desk = deskOf("client-5");
    const asked = file();
    request(desk, asked);
    const other = { ...asked, request: { ...asked.request, pin: second } };
    expect(codeOf(request(desk, other))).toBe("center/altered-request");
  });

  test("by phone, an answer is given to the contact only, and under strict channels by the first one only", () => {
    const desk = deskOf();
    request(desk, call("first-time"));
    const again = call("recovery");
    expect(codeOf(request(desk, again))).toBe("granted");
    expect(codeOf(request(desk, { ...again, contactConfirmed: false }))).toBe("center/contact-not-confirmed");
    const strict = deskOf("client-1", { channels: "strict" });
    const asked = file();
    request(strict, { ...asked, by: "automatic" });
    expect(codeOf(request(strict, asked))).toBe("center/other-channel");
  });

  test("a first registration that somebody else reads once more is nobody's", () => {
    const desk = deskOf();
    request(desk, call("first-time"));
    const boris = call("first-time", undefined, { contact: { name: "Boris" } });
    expect(codeOf(request(desk, boris))).toBe("center/contact-not-confirmed");
    expect(codeOf(request(desk, { ...boris, contact: undefined, contactConfirmed: true }))).toBe("granted");
  });

  test("an additional PIN is issued once, however often its decision is stored", () => {
    const desk = deskOf("server");
    request(desk, file());
    for (const n of [1, 2]) {
      const parameters = n === 1 ? elsewhere : computer;
      request(
        desk,
        file({ operation: "recovery-spare", pin: pinAt(n), supersededPin: pinAt(n - 1), parameters, at: start + n }),
      );
    }
    const letter = { kind: "additional-pin", kit, company: "ООО «Ромашка»", pin: third, reason: "moved" } as const;
    const view = () => operatorView(desk.state, { letter, at: start + 3 });
    expect(view().answer).toEqual({ answer: "waiting", requestFile: "not-asked" });
    ask(desk, { type: "request-additional-pin", data: { letter, at: start + 3 } });
    expect(view().kit?.waiting).toMatchObject([{ pin: third, companyIsKnown: true }]);
    expect(view().violations).toMatchObject([
      { count: 0 },
      { violation: "recoveries", count: 2, exceeded: false },
      { count: 0 },
    ]);
    const grant = {
      type: "decide-additional-pin",
      data: { decision: "grant", pin: third, newPin: pinAt(700), at: start + 4 },
    } as const;
    const issued = ask(desk, grant);
    const { length } = desk.events;
    expect([ask(desk, grant), desk.events.length]).toEqual([issued, length]);
    expect(codeOf(ask(desk, { ...grant, data: { ...grant.data, newPin: pinAt(701) } }))).toBe("center/nothing-asked");
  });

  test("by phone a license is renewed with the same digits and other terms", () => {
    const desk = deskOf();
    const asked = call("first-time", undefined, { terms: { expiresAt: Date.UTC(2027, 11, 1) } });
    const payload = (answer: ReturnType<typeof request>) =>
      answer.answer === "granted" && answer.by === "phone" ? answer.toSign.payload : codeOf(answer);
    expect(payload(request(desk, asked))).toBe("2711");
    expect(payload(request(desk, { ...asked, terms: { expiresAt: Date.UTC(2028, 11, 1) } }))).toBe("2711");
    expect(payload(request(desk, { ...asked, renew: true, terms: { expiresAt: Date.UTC(2028, 11, 1) } }))).toBe("2811");
    expect(payload(request(desk, { ...asked, terms: undefined }))).toBe("2811");
    expect(codeOf(request(desk, { ...asked, renew: true, terms: { features: { modules: 3 } } }))).toBe(
      "center/unfit-terms",
    );
    stored(desk);
  });
});

describe("CE-08 refusals", () => {
  test("one with a PIN of another edition is stored, and reads back", () => {
    const desk = deskOf();
    expect(codeOf(request(desk, file({ pin: "1234567890123456" })))).toBe("pins/not-in-kit");
    stored(desk);
  });

  test("under another vendor's name nothing is signed", () => {
    const desk = deskOf();
    const foreign = request(desk, file({ issuer: "Evil Inc." }));
    expect(foreign).toMatchObject({ answer: "refused", refusal: { code: "center/other-vendor" } });
    expect("toSign" in foreign).toBe(false);
    const unknown = { type: "request-license", data: file({ kit: "999999999" }) } as const;
    const nobody = handle(centerWith({}), unknown, centerWith({}).initialState());
    expect("toSign" in answerTo(unknown, nobody)).toBe(false);
    expect(answerTo(unknown, nobody, issuer)).toMatchObject({ toSign: { issuer, code: "center/unknown-kit" } });
    const refused = request(desk, recovery(start));
    expect(refused.answer === "refused" && parseRefusal(refused.toSign).ok).toBe(true);
  });

  test("strangers push nothing out of the history", () => {
    const desk = deskOf();
    request(desk, file());
    for (let n = 0; n < 60; n++) request(desk, file({ pin: pinAt(900 + n) }));
    const letter = { kind: "lost-data", wants: "owner", kit, name: "Nobody", reason: "?" } as const;
    for (let n = 0; n < 60; n++) ask(desk, { type: "request-lost-data", data: { letter, at: start } });
    expect(registered(desk).history.filter(({ event }) => event === "license-granted")).toHaveLength(1);
    expect(registered(desk).history.length).toBeLessThan(20);
  });

  test("a mistake of the center's own people is nothing for the customer", () => {
    const desk = deskOf();
    for (const terms of [{ expiresAt: start - 1 }, { expiresAt: Number.NaN }, { features: { half: 0.5 } }])
      expect(request(desk, { ...file(), terms })).toMatchObject({
        answer: "failed",
        error: { code: "center/unfit-terms" },
      });
    for (const at of [Number.NaN, 0.5, 8_640_000_000_000_001])
      expect(codeOf(request(desk, { ...file(), at }))).toBe("center/not-a-time");
    expect(desk.events).toHaveLength(1);
  });
});

describe("CE-11 calls", () => {
  test("digits without a checksum could be another request", () => {
    const desk = deskOf();
    const asked = call("first-time");
    const bare = { ...asked, digits: asked.digits.slice(0, 48) };
    expect(request(desk, bare)).toMatchObject({
      answer: "failed",
      error: { code: "center/incomplete-call", missing: "checksum" },
    });
    const misheard = { ...asked, digits: asked.digits.replace(/^1/, "2") };
    expect(codeOf(request(desk, misheard))).toBe("phone/total-checksum");
    expect(codeOf(request(desk, { ...bare, checksumConfirmed: true }))).toBe("granted");
  });
});

describe("CE-09 violations", () => {
  test("a computer that was changed is not another one; nor is it wrong to move with a spare PIN", () => {
    const desk = deskOf();
    request(desk, file());
    for (let n = 0; n < 5; n++) request(desk, recovery(start + n, { parameters: renamed }));
    expect(registered(desk).licenses[0]?.[0]?.times["two-computers"]).toEqual([]);
    for (let n = 0; n < 5; n++) request(desk, spare(start + 10 + n, { pin: first, supersededPin: first }));
    expect(registered(desk).licenses[0]?.[0]?.times["two-computers"]).toEqual([]);
    request(desk, recovery(start + 20, { parameters: elsewhere }));
    request(desk, file({ at: start + 21, parameters: elsewhere }));
    expect(registered(desk).licenses[0]?.[0]?.times["two-computers"]).toEqual([start + 20, start + 21]);
  });

  test("what an operator allowed is not held against anybody", () => {
    const desk = deskOf("client-1", { limits: { recoveries: { limit: 1, window: day, effect: "ask" } } });
    request(desk, file());
    request(desk, recovery(start));
    for (let n = 1; n < 5; n++)
      expect(codeOf(request(desk, { ...recovery(start + n), allowed: true }))).toBe("granted");
    expect(operatorView(desk.state, recovery(start + 9), { policies: desk.policies }).violations).toMatchObject([
      { violation: "two-computers", count: 0 },
      { violation: "recoveries", count: 1, exceeded: true },
      { violation: "owner-guesses", count: 0 },
    ]);
  });

  test("an additional PIN is not granted after a violation, unless an operator overrules it", () => {
    const desk = deskOf("client-1", { limits: { recoveries: { limit: 1, window: day, effect: "note" } } });
    request(desk, file());
    request(desk, spare(start + 1));
    request(desk, spare(start + 2, { pin: third, supersededPin: second, parameters: computer }));
    const letter = { kind: "additional-pin", kit, company: "ООО «Ромашка»", pin: third, reason: "moved" } as const;
    expect(ask(desk, { type: "request-additional-pin", data: { letter, at: start + 3 } }).answer).toBe("waiting");
    const grant = { decision: "grant", pin: third, newPin: pinAt(700), at: start + 4 } as const;
    expect(ask(desk, { type: "decide-additional-pin", data: grant })).toMatchObject({
      answer: "failed",
      error: { code: "pins/violations" },
    });
    const issued = ask(desk, { type: "decide-additional-pin", data: { ...grant, allowed: true } });
    expect(issued).toEqual({ answer: "issued", pin: pinAt(700), to: "one@romashka.example" });
    stored(desk);
  });

  test.each([
    [{ limits: { recoveries: { limit: 0, window: 1, effect: "note" } } }],
    [{ limits: { recoveries: { limit: 1, window: 2 ** 53 - 1, effect: "note" } } }],
    [{ limits: { recoveries: { limit: 1, window: 1, effect: "forbid" } } }],
    [{ owners: { digestKey: new Uint8Array(8) } }],
    [{ channels: "strikt" }],
    [{ rebindbyPhone: true }],
    [{ limits: { recovery: null } }],
  ])("a policy that is none is refused at once: %j", (policies) => {
    expect(() => centerWith(policies as object)).toThrow(RangeError);
  });

  test("bounds are included", () => {
    for (const limit of [1, 99])
      expect(() => centerWith({ limits: { copies: { limit, window: 1, effect: "note" } } })).not.toThrow();
    expect(() => centerWith({ limits: { copies: { limit: 100, window: 1, effect: "note" } } })).toThrow(RangeError);
    expect(() => centerWith({ owners: { digestKey: new Uint8Array(16) } })).not.toThrow();
    expect(() => centerWith({ owners: { digestKey: new Uint8Array(15) } })).toThrow(RangeError);
  });

  test("what stands as undefined was not given", () => {
    const desk = deskOf("client-1", { protectSparePins: undefined, limits: { recoveries: undefined } });
    request(desk, file());
    expect(codeOf(request(desk, spare(start, { parameters: computer })))).toBe("center/spare-not-needed");
  });
});

describe("CE-10 lost data", () => {
  const letterOf = (wants: "pins" | "owner", name: string) =>
    ({ kind: "lost-data", wants, kit, name, reason: "a fire" }) as const;
  const lettersTo = (desk: Desk, wants: "pins" | "owner", name: string) => {
    ask(desk, { type: "request-lost-data", data: { letter: letterOf(wants, name), at: start } });
    const event = desk.events.at(-1);
    return event?.type === "lost-data-sent" ? lostDataOf(registered(desk), wants, event.data.letters) : [];
  };

  test("a dealer who bought the kit is not sent the owner's data", () => {
    const desk = deskOf("client-1", {}, { name: "Dealer Ltd", email: "dealer@x.example" });
    const { email: _, ...without } = { ...owner, email: "" };
    request(desk, file({ owner: without as typeof owner }));
    expect(lettersTo(desk, "owner", "ООО «Ромашка»")).toEqual([]);
    expect(lettersTo(desk, "pins", "Dealer Ltd").map(({ to }) => to)).toEqual(["dealer@x.example"]);
  });

  test("nobody's mailbox is filled: the same goes out once a day", () => {
    const desk = deskOf();
    request(desk, file());
    for (let n = 0; n < 20; n++)
      expect(
        ask(desk, { type: "request-lost-data", data: { letter: letterOf("pins", "ООО «Ромашка»"), at: start + n } })
          .answer,
      ).toBe("sent");
    expect(desk.events.filter(({ type }) => type === "lost-data-sent")).toHaveLength(1);
    ask(desk, { type: "request-lost-data", data: { letter: letterOf("pins", "ООО «Ромашка»"), at: start + day } });
    expect(desk.events.filter(({ type }) => type === "lost-data-sent")).toHaveLength(2);
  });

  test("nothing that an operator wrote on a PIN is in the letter", () => {
    const desk = deskOf();
    request(desk, file());
    tell(desk, { type: "note", data: { pin: first, note: "suspected of fraud", at: start } });
    const text = JSON.stringify(lettersTo(desk, "pins", 'ооо "ромашка"'));
    expect(text).toContain(first);
    expect(text).not.toMatch(/fraud|reference|00000/);
  });

  test.each([
    ["a@b.example\r\nBcc: evil@x.example"],
    ["a@b.example, evil@x.example"],
    [""],
    ["nobody"],
    [" ".repeat(1_500)],
  ])("an address that is none: %j", (email) => {
    const desk = deskOf();
    request(desk, file({ owner: { ...owner, email } }));
    expect(lettersTo(desk, "owner", "ООО «Ромашка»")).toEqual([]);
  });

  test.each(["Иванова Анна", "анна иванова", "Иванова Анна Петровна", "Анна Петровна Иванова"])(
    "a person is known as %s",
    (name) => {
      const desk = deskOf();
      const person = {
        kind: "individual",
        lastName: "Иванова",
        firstName: "Анна",
        middleName: "Петровна",
        email: "a@b.example",
      } as const;
      request(desk, file({ owner: person }));
      expect(lettersTo(desk, "owner", name).map(({ owners }) => owners[0]?.owner)).toEqual([person]);
    },
  );
});

describe("what is kept", () => {
  test("the last 50 things that happened, and 10 of strangers, in their order", () => {
    const desk = deskOf("client-1", { limits: { recoveries: null } });
    request(desk, file());
    for (let n = 0; n < 60; n++) request(desk, recovery(start + n));
    const full = registered(desk).history;
    expect([full.length, full.at(-1)?.at, full[0]?.at]).toEqual([50, start + 59, start + 10]);
    for (let n = 0; n < 15; n++) request(desk, file({ pin: pinAt(900 + n), at: start + 100 + n }));
    const { history } = registered(desk);
    const strangers = history.filter(({ license }) => license === undefined);
    expect([history.length, strangers.length, strangers[0]?.at]).toEqual([50, 10, start + 105]);
    stored(desk);
  });

  test("every license of a large kit, page by page", () => {
    const definition = {
      name: "site",
      client: { workstations: 130, sets: ["single-user" as const] },
      pinsPerLicense: 2,
    };
    const pins = { "single-user": Array.from({ length: 260 }, (_, n) => pinAt((n * 101) % 260)) };
    const desk: Desk = { state: centerWith({}).initialState(), policies: {}, events: [] };
    const sold = { issuer, product: "ledger", kit, definition, pins, at: start };
    tell(desk, { type: "register-kit", data: sold });
    for (let n = 0; n < 130; n++) expect(codeOf(request(desk, file({ pin: pinAt((n * 37) % 260) })))).toBe("granted");
    const { licenses } = registered(desk);
    const order = licenses.flat().map(({ acquiredWith }) => acquiredWith);
    expect(order).toEqual([...new Set(order)].sort());
    expect([order.length, Math.max(...licenses.map((page) => page.length)) <= 64]).toEqual([130, true]);
    for (let n = 0; n < 130; n++)
      expect(codeOf(request(desk, recovery(start + n, { pin: pinAt((n * 37) % 260) })))).toBe("granted");
    const parsed = parseCenterState(JSON.parse(JSON.stringify(desk.state)));
    expect(parsed.ok && parsed.value.status === "registered" && parsed.value.licenses.flat()).toEqual(
      registered(desk).licenses.flat(),
    );
  });

  test("of requests for the same license, the last 32", () => {
    const desk = deskOf("client-1", { limits: { recoveries: null } });
    request(desk, file());
    const asked = Array.from({ length: 33 }, (_, n) => recovery(start + n));
    for (const one of asked) request(desk, one);
    const { length } = desk.events;
    for (const one of asked.slice(1)) request(desk, one);
    expect(desk.events.length).toBe(length);
    request(desk, asked[0] ?? file());
    expect(desk.events.length).toBe(length + 1);
  });
});

describe("histories that cannot have happened", () => {
  const desk = deskOf("client-5");
  request(desk, file());
  const center = centerWith({});
  const acquired = {
    type: "license-acquired",
    data: { pin: second, set: "single-user", voids: null, reference: "r", computer: null, at: start },
  };
  const granted = desk.events.find(({ type }) => type === "license-granted");
  test.each([
    ["a note that acquires a license", { type: "pin-noted", data: { pins: acquired, at: start } }],
    [
      "a grant that spends nothing",
      { ...granted, data: { ...granted?.data, pin: second, acquiredWith: second, pins: [] } },
    ],
    ["a grant of another PIN", { ...granted, data: { ...granted?.data, acquiredWith: second, pins: [acquired] } }],
    ["a kit that is registered twice", desk.events[0]],
    ["an event of a newer version", { type: "license-leased", data: { at: start } }],
  ])("%s", (_, event) => {
    expect(() => center.evolve(desk.state, event as CenterEvent)).toThrow(TypeError);
  });

  test("an event that says more than this version knows is refused", () => {
    const more = { ...granted, data: { ...granted?.data, quarantine: true } };
    const parsed = parseCenterEvent(JSON.parse(JSON.stringify(more)));
    expect(!parsed.ok && parsed.error.faults).toEqual([{ path: ["data", "quarantine"], rule: "unknown-name" }]);
  });
});

describe("the operator's way to a grant", () => {
  const pathOf = (desk: Desk, asked: ReturnType<typeof file>) =>
    operatorView(desk.state, asked, { policies: desk.policies }).path?.obstacles.map(({ refusal, change }) => [
      refusal.code,
      change?.change,
    ]);
  const desk = deskOf();
  const begun = file();
  request(desk, begun);

  test.each([
    ["nothing is in the way", recovery(start + 1), []],
    [
      "the owner is another",
      recovery(start + 1, { owner: { ...owner, zip: "1" } }),
      [["center/owner-differs", "owner-on-record"]],
    ],
    [
      "the computer was changed",
      recovery(start + 1, { parameters: renamed }),
      [["center/parameters-changed", "spare-pin"]],
    ],
    [
      "a spare PIN is not needed",
      spare(start + 1, { parameters: computer }),
      [["center/spare-not-needed", "same-pin"]],
    ],
    [
      "the PINs are swapped",
      spare(start + 1, { pin: first, supersededPin: second }),
      [["pins/not-activated", "current-pin"]],
    ],
    ["an unused PIN as the current one", recovery(start + 1, { pin: third }), [["pins/not-activated", "current-pin"]]],
    ["registered already", file({ at: start + 1 }), [["pins/already-activated", "recovery-instead"]]],
    ["the kind is another", recovery(start + 1, { kind: "server" }), [["pins/wrong-license-type", "kind-on-record"]]],
    [
      "an id that is taken",
      { ...begun, request: { ...begun.request, parameters: renamed } },
      [
        ["center/altered-request", "new-request"],
        ["pins/already-activated", "recovery-instead"],
        ["center/parameters-changed", "spare-pin"],
      ],
    ],
    ["a PIN of no kit", recovery(start + 1, { pin: pinAt(900) }), [["pins/not-in-kit", undefined]]],
  ])("%s", (_, asked, expected) => {
    expect(pathOf(desk, asked)).toEqual(expected);
  });
});

describe("CE-13 letters as people write them", () => {
  test.each<[string, string, object]>([
    [
      "the seeds' own words",
      "Subject: Request for an additional pin-code\n\nproduct registration number - 8050525679\nname of company: OOO Romashka\nA valid PIN code, which will be replaced by a new one: 381505376410122\nthe reason for receiving a new PIN code: Windows was reinstalled",
      { kind: "additional-pin", kit, company: "OOO Romashka", pin: first, reason: "Windows was reinstalled" },
    ],
    [
      "Russian, half of PIN in Latin",
      "Тема: нужен дополнительный PIN-код\nРег. № 8050525679\nНазвание фирмы: ООО «Ромашка»\nPIN-код: 381 505 376 410 122\nПричина: сгорел компьютер",
      { kind: "additional-pin", kit, company: "ООО «Ромашка»", pin: first, reason: "сгорел компьютер" },
    ],
    [
      "a reason of several lines",
      `Subject: Request for additional PIN codes\n\n1. Kit number: 8050525679\n2. Company: X\n3. PIN: ${first}\n4. Reason:\nthe disk was replaced,\nand then the rest`,
      { kind: "additional-pin", kit, company: "X", pin: first, reason: "the disk was replaced, and then the rest" },
    ],
    [
      "lost data, with the tax number",
      "Subject: lost registration data, please provide it to us\nRegistration number of the main delivery: 8050525679\nOrganization: ООО «Ромашка»\nINN: 7707083893\nDescription of the problem: no login and PIN code",
      {
        kind: "lost-data",
        wants: "owner",
        kit,
        name: "ООО «Ромашка»",
        taxNumber: "7707083893",
        reason: "no login and PIN code",
      },
    ],
  ])("%s", (_, text, letter) => {
    expect(parseLetter(text)).toMatchObject({ ok: true, value: { letter } });
  });

  test("a signature around it is no request file, and nothing that was read is lost", () => {
    const signed = `-----BEGIN PGP SIGNED MESSAGE-----\nSubject: Request for additional PIN codes\nKit number: 12\nPIN: ${first}\n-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----`;
    const read = parseLetter(signed);
    expect(read).toMatchObject({
      ok: false,
      error: { code: "center/letter-incomplete", missing: ["name", "reason"], read: { kit: "12", pin: first } },
    });
    expect(!read.ok && "faults" in read.error && read.error.faults.map(({ field }) => field)).toEqual(["kit"]);
  });

  test.each([
    ["Reason: x\nCompany: y"],
    ["-----BEGIN LICIT REQUEST----- and -----END LICIT REQUEST-----"],
    ["\ud800"],
    ["> a\u2028b"],
    ["= 5"],
  ])("a reason like %j stays one line of one field", (reason) => {
    const letter = { kind: "additional-pin", kit, company: "X", pin: first, reason } as const;
    const read = parseLetter(writeLetter(letter));
    expect(read.ok && read.value.letter.kind).toBe("additional-pin");
  });

  test("what is no letter, and what is too long", () => {
    expect(parseLetter("")).toMatchObject({ ok: false, error: { code: "center/unknown-letter" } });
    expect(parseLetter("Good day!\nWe have a problem.")).toMatchObject({
      error: { otherLines: ["Good day!", "We have a problem."] },
    });
    expect(parseLetter("x".repeat(1_000_001))).toMatchObject({ error: { code: "center/letter-too-long" } });
    expect(parseLetter(`Subject: ${"Kit number: ".repeat(50_000)}`).ok).toBe(false);
    expect(parseLetter("a: ".repeat(333_000)).ok).toBe(false);
    expect(parseLetter("\n".repeat(1_000_000)).ok).toBe(false);
  });
});
