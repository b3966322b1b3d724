import type { Verify } from "../../core/index.js";
import * as license from "../../license/index.js";
import type { Saboteur } from "../saboteur.js";
import type { LicenseSubject, Subject } from "../subject.js";
import { modelPorts } from "./model-ports.js";

const licit: LicenseSubject = { ...license, ports: modelPorts };

function other(functions: Partial<LicenseSubject>): Subject {
  return { license: { ...licit, ...functions } };
}

/** A check whose verdict is seen through somebody's eyes. */
function checking(
  see: (verdict: license.LicenseVerdict, options: license.CheckOptions) => license.LicenseVerdict,
): Subject {
  return other({ checkLicense: (text, options) => see(license.checkLicense(text, options), options) });
}

/** A verdict without the reasons of this code. */
function overlooking(verdict: license.LicenseVerdict, code: license.LicenseReason["code"]): license.LicenseVerdict {
  const [first, ...others] = verdict.reasons.filter((reason) => reason.code !== code);
  if (first !== undefined) return { ...verdict, outcome: "invalid", reasons: [first, ...others] };
  return verdict.license === undefined
    ? verdict
    : { ...verdict, license: verdict.license, outcome: "valid", reasons: [] };
}

const everything: Verify = { alg: "PS256", verify: () => true };

/** For each rule on licenses and their documents a mistake that somebody could make. */
export const licenseSaboteurs: readonly Saboteur[] = [
  {
    rule: "LC-01",
    mistake: "When it expires is for the check to know: the license need not say.",
    alsoBreaks: [],
    subject: other({
      openLicense(text, verify, stretch) {
        const opened = license.openLicense(text, verify, stretch);
        return opened.ok ? { ok: true, value: { ...opened.value, expiresAt: undefined } } : opened;
      },
    }),
  },
  {
    rule: "LC-02",
    mistake: "Signatures are verified where a license is installed; afterwards it is only read.",
    alsoBreaks: ["LC-10", "LC-17"],
    subject: other({ openLicense: (text, _, stretch) => license.openLicense(text, everything, stretch) }),
  },
  {
    rule: "LC-03",
    mistake: "What cannot be read has not changed.",
    alsoBreaks: ["LC-12"],
    subject: checking((verdict) => overlooking(verdict, "license/undetermined")),
  },
  {
    rule: "LC-04",
    mistake: "A copy is a second file in one directory.",
    alsoBreaks: ["LC-10", "LC-14"],
    subject: other({
      visibleLicenses(listing, viewer) {
        const each = listing.map((one) => license.visibleLicenses([one], viewer));
        return { usable: each.flatMap(({ usable }) => usable), refused: each.flatMap(({ refused }) => refused) };
      },
    }),
  },
  {
    rule: "LC-05",
    mistake: "A license on this computer serves whoever sits at it.",
    alsoBreaks: ["LC-04"],
    subject: other({
      visibleLicenses: (listing, viewer) =>
        license.visibleLicenses(
          listing.map(({ directory, files }) => ({ directory: { ...directory, serves: "everyone" }, files })),
          viewer,
        ),
    }),
  },
  {
    rule: "LC-07",
    mistake: "The file is named by the time in Moscow.",
    alsoBreaks: [],
    subject: other({ licenseFileName: (at, taken) => license.licenseFileName(at + 3 * 3_600_000, taken) }),
  },
  {
    rule: "LC-08",
    mistake: "The PIN stands on the envelope, so that requests can be sorted unopened.",
    alsoBreaks: [],
    subject: other({ sealRequest: (request, seal) => license.sealRequest(request, { ...seal, kid: request.pin }) }),
  },
  {
    rule: "LC-09",
    mistake: "A license that verifies is a license, whatever was asked for.",
    alsoBreaks: ["PH-14"],
    subject: other({
      openResponse(text, request, ports) {
        const answer = license.openResponse(text, request, ports);
        if (answer.ok) return answer;
        const opened = license.openLicense(text, ports.verify, ports.stretch);
        return opened.ok ? { ok: true, value: { answer: "granted", license: opened.value } } : answer;
      },
    }),
  },
  {
    rule: "LC-10",
    mistake: "The search ends at the first file that cannot be read.",
    alsoBreaks: ["LC-04"],
    subject: other({
      visibleLicenses(listing, viewer) {
        const seen = license.visibleLicenses(listing, viewer);
        const damaged = seen.refused.find(
          ({ error }) => error.code !== "license/copied" && error.code !== "license/other-user",
        );
        return { ...seen, usable: seen.usable.filter(({ name }) => damaged === undefined || name < damaged.name) };
      },
    }),
  },
  {
    rule: "LC-11",
    mistake: "A license by phone does not name its owner: six digits stand for him.",
    alsoBreaks: ["PH-14"],
    subject: other({
      phoneLicense(request, digits, ports) {
        const made = license.phoneLicense(request, digits, ports);
        const owner = { kind: "company" } as const;
        return made.ok ? { ok: true, value: { ...made.value, license: { ...made.value.license, owner } } } : made;
      },
    }),
  },
  {
    rule: "LC-12",
    mistake: "Of a license that is not valid here, nothing is told.",
    alsoBreaks: ["PH-14"],
    subject: checking((verdict) => (verdict.outcome === "valid" ? verdict : { ...verdict, license: undefined })),
  },
  {
    rule: "LC-14",
    mistake: "The first directory that can be written to will do.",
    alsoBreaks: [],
    subject: other({
      installDirectory(directories, installation) {
        const place = directories.find(({ path }) => installation.writable.includes(path));
        return place === undefined ? license.installDirectory(directories, installation) : { ok: true, value: place };
      },
    }),
  },
  {
    rule: "LC-15",
    mistake: "On the moment of its expiry a license is still valid.",
    alsoBreaks: ["LC-12", "LC-16", "PH-14"],
    subject: checking((verdict, { now }) =>
      verdict.license?.expiresAt === now ? overlooking(verdict, "license/expired") : verdict,
    ),
  },
  {
    rule: "LC-16",
    mistake: "One dongle of a series is as good as another.",
    alsoBreaks: [],
    subject: checking((verdict, { dongles = [] }) => {
      const binding = verdict.license?.binding;
      const series = binding?.to === "dongle" ? binding.dongle.series : undefined;
      const alike = dongles.some((dongle) => dongle.series === series);
      return alike ? overlooking(verdict, "license/dongle-absent") : verdict;
    }),
  },
  {
    rule: "LC-17",
    mistake: "What a vendor adds is a list of names.",
    alsoBreaks: ["LC-01", "LC-09", "LC-12"],
    subject: other({
      signLicense: (of, sign) =>
        license.signLicense("features" in of ? { ...of, features: [JSON.stringify(of.features)] } : of, sign),
    }),
  },
  {
    rule: "PH-10",
    mistake: "Whether it was a first time or a recovery, the computer is the same.",
    alsoBreaks: [],
    subject: other({
      phoneLicense(request, digits, ports) {
        const made = license.phoneLicense(request, digits, ports);
        if (made.ok || made.error.code !== "license/not-verified") return made;
        const operation = request.operation === "first-time" ? "recovery" : "first-time";
        return license.phoneLicense({ ...request, operation }, digits, ports);
      },
    }),
  },
  {
    rule: "PH-11",
    mistake: "The last digits are often misheard: whatever they are, the rest decides.",
    alsoBreaks: [],
    subject: other({
      phoneLicense(request, digits, ports) {
        const all = /^[0-9]{120}$/.test(digits) ? misheard(digits) : [];
        const heard = all.find((one) => license.phoneLicense(request, one, ports).ok);
        return license.phoneLicense(request, heard ?? digits, ports);
      },
    }),
  },
  {
    rule: "PH-14",
    mistake: "What was typed is kept with the license, for support.",
    alsoBreaks: ["LC-11"],
    subject: other({
      phoneLicense(request, digits, ports) {
        const made = license.phoneLicense(request, digits, ports);
        return made.ok ? { ok: true, value: { ...made.value, text: `${made.value.text}\n${digits}` } } : made;
      },
    }),
  },
];

/** Digits in which one of the last five was misheard. */
function misheard(digits: string): readonly string[] {
  return [115, 116, 117, 118, 119].flatMap((at) =>
    Array.from({ length: 10 }, (_, digit) => digits.slice(0, at) + String(digit) + digits.slice(at + 1)),
  );
}
