import * as fc from "fast-check";
import type { ListedFile } from "../../license/index.js";
import { ensureEqual, rulesFor, type Rule } from "../rule.js";
import { byPhone, details, grant, licenseFor, requestOf } from "./arbitraries.js";
import { manglings, partsOf, withParts } from "./armor.js";
import { ANNA, annas, at, directories, installed, sees, servers, shared, signed } from "./places.js";

const rule = rulesFor("license");

/** Texts that are no license, as they lie about. */
const damaged = fc.constantFrom<(text: string) => ListedFile["text"]>(
  () => "",
  () => "\u0000\u0001\ud800",
  () => ({ unreadable: "EACCES" }),
  (text) => text.slice(0, text.length >> 1),
  (text) => text.slice(0, text.indexOf("-----END")),
  (text) => `${text}${text}`,
  (text) => text.replace("LICIT LICENSE", "LICIT REQUEST"),
  (text) => text.slice(0, 40) + "*" + text.slice(40),
  (text) => withParts(text, partsOf(text).slice(0, 1)),
);

const several = fc.uniqueArray(details, { selector: ({ pin }) => pin, minLength: 2, maxLength: 5 });

/** The rules on which files count. */
export const copyRules: readonly Rule[] = [
  rule(
    {
      id: "LC-04",
      statement:
        "The same license (equal signed bytes, whatever the file name) twice or more in directories visible to the application: all copies are invalid. Moving it is allowed. An older license of the same PIN is not a copy.",
      source: "S2, S3",
    },
    {
      cases: fc.tuple(details, grant, fc.constantFrom(...manglings), fc.constantFrom(...directories)),
      async holds(subject, [of, given, { mangle }, elsewhere]) {
        const text = await signed(subject, of, given);
        const older = await signed(subject, { ...of, at: of.at - 1 }, given);
        const request = await requestOf(subject, of);
        const signWell = subject.ports.sign;
        const resigned = { ...signWell, sign: () => new Uint8Array(32) };
        const again = await subject.signLicense(licenseFor(request, given), resigned);
        const { text: phoned } = await byPhone(subject, request, "0000");

        for (const directory of [installed, annas, shared]) {
          await sees(subject, [at(directory, ["1.lic", text])], ["1.lic"], "one license, wherever it was moved");
        }
        const copied = [at(installed, ["1.lic", text]), at(shared, ["2.lic", mangle(text)], ["3.lic", older])];
        await sees(subject, copied, ["3.lic"], "a copy under another name, and an older license");
        await sees(subject, [at(shared, ["1.lic", text], ["2.lic", text], ["3.lic", text])], [], "three copies");
        await sees(subject, [at(shared, ["1.lic", text], ["2.lic", again])], [], "the same license, signed again");
        await sees(subject, [at(shared, ["1.lic", phoned])], ["1.lic"], "a license by phone");
        const dictated = [at(installed, ["1.lic", phoned]), at(shared, ["2.lic", mangle(phoned)])];
        await sees(subject, dictated, [], "and its copy");
        const apart = [at(shared, ["1.lic", text]), at(elsewhere, ["2.lic", text])];
        const visible = elsewhere.serves === "everyone" || elsewhere.serves.user === ANNA.user;
        await sees(subject, apart, visible ? [] : ["1.lic"], "a copy counts where it is visible");
        const upper = { ...annas, path: annas.path.toUpperCase() };
        const cased = [at(annas, ["1.lic", text]), at(upper, ["1.lic", text])];
        await sees(subject, cased, [], "two directories whose names differ in case");
        for (const [path, again] of [
          [shared.path, `${shared.path}//`],
          ["C:\\ProgramData\\1C", "c:/programdata/1c/"],
        ] as const) {
          const spelled = [at({ ...shared, path }, ["1.lic", text]), at({ ...shared, path: again }, ["1.lic", text])];
          await sees(subject, spelled, ["1.lic"], "one directory, spelled twice");
        }
        const lastly = { ...shared, path: "/found", onlyIfNothing: true };
        await sees(subject, [at(installed, ["1.lic", text]), at(lastly, ["1.lic", text])], ["1.lic"], "not looked at");
        await sees(
          subject,
          [at(installed), at(lastly, ["1.lic", text])],
          ["1.lic"],
          "looked at, as nothing else is found",
        );

        const { refused } = await subject.visibleLicenses(
          [at(installed, ["1.lic", text]), at(shared, ["2.lic", text])],
          ANNA,
        );
        const both = [
          { directory: installed, name: "1.lic" },
          { directory: shared, name: "2.lic" },
        ];
        const named = refused.map(({ error }) => (error.code === "license/copied" ? error.copies : []));
        ensureEqual(named, [both, both], "each names all");
      },
    },
  ),
  rule(
    {
      id: "LC-05",
      statement: "A file in a user's directory serves that user only; one in an all-users directory, everyone.",
      source: "S1, S3",
    },
    {
      cases: fc.tuple(several, grant, fc.constantFrom("anna", "boris", "Anna", "")),
      async holds(subject, [requests, given, user]) {
        const [own = "", ours = ""] = await Promise.all(requests.map((of) => signed(subject, of, given)));
        const listing = [at(annas, ["own.lic", own]), at(shared, ["ours.lic", ours])];
        const { usable, refused } = await subject.visibleLicenses(listing, { user });
        const expected = user === "anna" ? ["own.lic", "ours.lic"] : ["ours.lic"];
        ensureEqual(
          usable.map(({ name }) => name),
          expected,
          `what ${user} may use`,
        );
        ensureEqual(
          refused.map(({ name, error }) => [name, error]),
          user === "anna" ? [] : [["own.lic", { code: "license/other-user", user: "anna" }]],
          "and whose the rest is",
        );
      },
    },
  ),
  rule(
    { id: "LC-10", statement: "One damaged file never hides the others.", source: "field reports" },
    {
      cases: fc.tuple(several, grant, fc.array(fc.tuple(fc.nat(9), damaged), { minLength: 1, maxLength: 4 })),
      async holds(subject, [requests, given, wrecks]) {
        const texts = await Promise.all(requests.map((of) => signed(subject, of, given)));
        const [first = ""] = texts;
        const good = texts.map((text, index): ListedFile => ({ name: `5${index}.lic`, text }));
        const bad = wrecks.map(([name, spoil], index) => ({ name: `${name}x${index}.lic`, text: spoil(first) }));
        const names = good.map(({ name }) => name);
        const listing = [{ directory: shared, files: [...bad, ...[...good].reverse()] }];
        await sees(subject, listing, names, "the good ones are all found, by name");
        const { refused } = await subject.visibleLicenses(listing, ANNA);
        ensureEqual(
          refused.map(({ name }) => name).sort(),
          bad.map(({ name }) => name).sort(),
          "and the damaged ones are named",
        );

        const [header = "", payload = ""] = partsOf(first);
        const forged = withParts(first, [header, payload, "AAAA"]);
        const { ports } = subject;
        const opened = new Map<string, boolean>();
        for (const text of [first, forged]) opened.set(text, (await subject.openLicense(text, ports.verify)).ok);
        const verifies = (text: string): boolean => opened.get(text) === true;
        const beside = [at(shared, ["0.lic", forged], ["1.lic", first])];
        const { usable } = await subject.visibleLicenses(beside, { ...ANNA, verifies });
        ensureEqual(
          usable.map(({ name }) => name),
          ["1.lic"],
          "nor one of which the signature is damaged, where signatures are verified",
        );

        const linked = [at(servers, ["1.lic", first, "8:1:42"]), at(shared, ["1.lic", first, "8:1:42"])];
        await sees(subject, linked, ["1.lic"], "one file under two names, the first of which is not visible");
        const twice = [at(installed, ["1.lic", first, "8:1:42"]), at(shared, ["2.lic", first, "8:1:42"])];
        await sees(subject, twice, ["1.lic"], "one file under two names");
        await sees(
          subject,
          [at(installed, ["1.lic", first, "8:1:42"]), at(shared, ["2.lic", first, "8:1:43"])],
          [],
          "two files",
        );
      },
    },
  ),
];
