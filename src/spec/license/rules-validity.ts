import * as fc from "fast-check";
import { bindsEnough, compare } from "../../fingerprint/index.js";
import { computer } from "../fingerprint/arbitraries.js";
import { relativeOf } from "../fingerprint/states.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { atHome, boundComputer, details, grant, licenseFor, requestOf } from "./arbitraries.js";

const rule = rulesFor("license");

const DAY = 86_400_000;

/** A request, and its computer as it is later. */
const seenLater = details.chain((of) =>
  fc.oneof(relativeOf(of.parameters), boundComputer).map((observed) => ({ of, observed })),
);

/** The rules on where and when a license may be used. */
export const validityRules: readonly Rule[] = [
  rule(
    {
      id: "LC-03",
      statement:
        "A license is valid only where its binding survives, and binds enough. Undetermined is no permission; policy `undeterminedGrace` (default none) counts from the last time it held, passed in. A clock moved back behind the latest time seen (passed in) is a reason of its own.",
      source: "S2",
    },
    {
      cases: fc.tuple(seenLater, grant, fc.integer({ min: 1, max: 30 * DAY }), computer),
      async holds(subject, [{ of, observed }, given, grace, weak]) {
        const license = licenseFor(await requestOf(subject, of), { ...given, lasts: undefined });
        const text = await subject.signLicense(license, subject.ports.sign);
        const now = of.at + 40 * DAY;
        const home = { ...atHome(subject, license, now), observed };
        const { outcome } = compare(of.parameters, observed);
        const expected = { same: "valid", changed: "invalid", undetermined: "undetermined" }[outcome];
        const codes = { same: [], changed: ["license/binding-broken"], undetermined: ["license/undetermined"] };
        const verdict = await subject.checkLicense(text, home);
        ensureEqual(verdict.outcome, expected, "the verdict");
        ensureEqual(
          verdict.reasons.map(({ code }) => code),
          codes[outcome],
          "the reason",
        );
        ensureEqual(verdict.comparison, compare(of.parameters, observed), "what differs");

        const unread = await subject.checkLicense(text, { ...home, observed: undefined });
        ensureEqual(unread.outcome, "undetermined", "nothing could be read");
        const justHeld = await subject.checkLicense(text, { ...home, lastHeldAt: now });
        ensureEqual(justHeld.outcome, expected, "no grace by default");
        const dongles = [{ series: "H4", id: "1" }];
        ensureEqual(
          (await subject.checkLicense(text, { ...home, dongles })).outcome,
          expected,
          "a dongle is no permission",
        );
        const open = outcome === "undetermined" || outcome === "same" ? "valid" : "invalid";
        const policy = { undeterminedGrace: grace };
        const within = await subject.checkLicense(text, { ...home, policy, lastHeldAt: now - grace + 1 });
        ensureEqual(within.outcome, open, "within the grace");
        const graceUntil = within.outcome === "valid" ? within.graceUntil : undefined;
        ensureEqual(graceUntil, outcome === "undetermined" ? now + 1 : undefined, "and until when");
        const held = { ...home, policy, lastHeldAt: now - grace + 1 };
        const blind = await subject.checkLicense(text, { ...held, observed: undefined });
        ensureEqual(blind.outcome, "valid", "within the grace, nothing read");
        ensureEqual(blind.outcome === "valid" && blind.graceUntil, now + 1, "and until when");
        const late = await subject.checkLicense(text, { ...held, latestSeen: now + 1 });
        ensureEqual(late.outcome, "invalid", "no grace for a clock that was moved back");
        for (const lastHeldAt of [now - grace, now + 1, undefined]) {
          const after = await subject.checkLicense(text, { ...home, policy, lastHeldAt });
          ensureEqual(after.outcome, expected, `the grace does not count from ${String(lastHeldAt)}`);
        }

        const back = await subject.checkLicense(text, { ...home, latestSeen: now + 1 });
        ensureEqual(
          back.reasons.map(({ code }) => code),
          [...codes[outcome], "license/clock-moved-back"],
          "the clock was moved back",
        );
        ensureEqual(back.outcome, "invalid", "and that is no open question");
        for (const time of ["latestSeen", "lastHeldAt"]) {
          const unreadable = await subject.checkLicense(text, { ...home, [time]: Number.NaN });
          ensure(
            unreadable.reasons.some(({ code }) => code === "license/time-unreadable"),
            `${time} that is none`,
          );
        }
        ensureEqual(
          (await subject.checkLicense(text, { ...home, latestSeen: now })).outcome,
          expected,
          "the clock stood still",
        );

        const binding = { kind: "exact", required: ["networkName", "board.model"] } as const;
        const exactly = await subject.checkLicense(text, { ...home, policy: { binding } });
        ensureEqual(exactly.comparison, compare(of.parameters, observed, binding), "by the vendor's policy");
        ensureEqual(
          exactly.reasons.some(({ code }) => code === "license/weak-binding"),
          !bindsEnough(of.parameters, binding).ok,
          "and what binds enough, too",
        );
        const broken = { ...observed, memoryBytes: "8 GB" } as never;
        const malformed = await subject.checkLicense(text, { ...home, observed: broken });
        ensureEqual(
          [malformed.outcome, malformed.reasons[0]?.code],
          ["invalid", "license/observed-malformed"],
          "an observation that is none",
        );

        const loose = { ...license, binding: { to: "hardware", reference: weak } } as const;
        const loosely = await subject.signLicense(loose, subject.ports.sign);
        const judged = await subject.checkLicense(loosely, { ...home, observed: weak });
        const enough = bindsEnough(weak);
        ensureEqual(
          judged.reasons,
          enough.ok ? [] : [{ code: "license/weak-binding", missing: enough.error.missing }],
          "whether the reference binds enough",
        );
        const content = { binding: { kind: "standard", required: [] } } as const;
        const contented = await subject.checkLicense(loosely, { ...home, observed: weak, policy: content });
        ensureEqual(contented.reasons, [], "by the vendor's requirements");
        const unable = await subject.checkLicense(loosely, { ...home, observed: undefined });
        ensureEqual(
          unable.reasons.map(({ code }) => code),
          [...(enough.ok ? [] : ["license/weak-binding"]), "license/undetermined"],
          "also where nothing could be read",
        );
      },
    },
  ),
  rule(
    {
      id: "LC-15",
      statement:
        "Valid from its making (a tolerance is given) up to its expiry, excluded; another product's or issuer's license is refused.",
      source: "—",
    },
    {
      cases: fc.tuple(details, grant, fc.integer({ min: 1, max: 1_000_000_000_000 }), fc.nat(2 * DAY), fc.boolean()),
      async holds(subject, [of, given, lasts, tolerance, stated]) {
        const license = licenseFor(await requestOf(subject, of), { ...given, lasts });
        const text = await subject.signLicense(license, subject.ports.sign);
        const policy = stated ? { clockTolerance: tolerance } : {};
        const early = stated ? tolerance : DAY;
        const codesAt = async (now: number, other: object = {}) => {
          const home = { ...atHome(subject, license, now), policy, ...other };
          return (await subject.checkLicense(text, home)).reasons.map(({ code }) => code);
        };
        ensureEqual(await codesAt(of.at - early), [], "as early as the tolerance allows");
        ensureEqual(await codesAt(of.at - early - 1), ["license/not-yet-valid"], "before that");
        ensureEqual(await codesAt(of.at + lasts - 1), [], "the last millisecond");
        ensureEqual(await codesAt(of.at + lasts), ["license/expired"], "its expiry");
        ensureEqual(await codesAt(of.at, { issuer: `${of.issuer}x` }), ["license/other-issuer"], "another issuer");
        ensureEqual(await codesAt(of.at, { product: "" }), ["license/other-product"], "another product");
        for (const other of [`${of.product}x`, of.product.slice(0, -1), of.product.toUpperCase()])
          ensureEqual(await codesAt(of.at, { product: other }), ["license/other-product"], `the product ${other}`);
        for (const other of [of.issuer.slice(0, -1), of.issuer.toUpperCase()])
          ensureEqual(await codesAt(of.at, { issuer: other }), ["license/other-issuer"], `the issuer ${other}`);
        ensureEqual(await codesAt(of.at, { superseded: [of.pin] }), ["license/superseded"], "its PIN gave way");
        const others = [`${of.pin}0`, of.supersededPin ?? ""];
        ensureEqual(await codesAt(of.at, { superseded: others }), [], "another PIN gave way");
        ensureEqual(await codesAt(of.at, { superseded: [...others, of.pin] }), ["license/superseded"], "it too");
        const exact = { policy: { clockTolerance: 0 } };
        ensureEqual(await codesAt(of.at - 1, exact), ["license/not-yet-valid"], "no tolerance at all");
        for (const now of [Number.NaN, Number.POSITIVE_INFINITY, undefined]) {
          const codes = await codesAt(of.at, { now });
          ensure(codes.includes("license/time-unreadable"), `a time that is none: ${String(now)}`);
        }
        const all = await codesAt(of.at + lasts, { issuer: "", product: "", latestSeen: of.at + lasts + 1 });
        ensureEqual(
          all,
          ["license/other-issuer", "license/other-product", "license/expired", "license/clock-moved-back"],
          "every reason",
        );
      },
    },
  ),
  rule(
    {
      id: "LC-16",
      statement:
        "A license bound to a dongle instead of hardware survives any hardware change while that dongle is present (locally or in the network), and none when it is absent.",
      source: "S4, the administrator guide",
    },
    {
      cases: fc.tuple(details, grant, fc.option(computer, { nil: undefined }), fc.nat(3), fc.nat(3)),
      async holds(subject, [of, given, observed, series, id]) {
        const dongle = { series: `series ${series}`, id: `a${id}` };
        const answered = licenseFor(await requestOf(subject, of), { ...given, lasts: undefined });
        const license = { ...answered, binding: { to: "dongle", dongle } } as const;
        const text = await subject.signLicense(license, subject.ports.sign);
        const home = { ...atHome(subject, license, of.at), observed };
        const others = [
          { series: dongle.series, id: `${dongle.id}0` },
          { series: `${dongle.series}0`, id: dongle.id },
          { series: dongle.series.toUpperCase(), id: dongle.id },
          { series: dongle.series, id: dongle.id.toUpperCase() },
        ];
        const present = await subject.checkLicense(text, { ...home, dongles: [...others, dongle] });
        ensureEqual(present.outcome, "valid", "the dongle is there, whatever the computer");
        const late = await subject.signLicense({ ...license, expiresAt: of.at + 1 }, subject.ports.sign);
        const expired = await subject.checkLicense(late, { ...home, now: of.at + 1, dongles: [dongle] });
        ensureEqual(
          expired.reasons.map(({ code }) => code),
          ["license/expired"],
          "it expires all the same",
        );
        for (const dongles of [others, [], undefined]) {
          const absent = await subject.checkLicense(text, { ...home, dongles });
          ensureEqual(absent.reasons, [{ code: "license/dongle-absent", dongle }], "the dongle is not there");
        }
      },
    },
  ),
];
