import * as fc from "fast-check";
import type { DirectoryListing, LicenseDirectory, ListedFile } from "../../license/index.js";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import type { LicenseSubject } from "../subject.js";
import { details, grant, licenseFor, requestOf } from "./arbitraries.js";
import { manglings } from "./armor.js";
import { daysBefore } from "./days.js";

const rule = rulesFor("license");

const shared: LicenseDirectory = { path: "/var/1C/licenses", serves: "everyone", receives: true };
const installed: LicenseDirectory = { path: "/opt/1cv8/conf", serves: "everyone" };
const annas: LicenseDirectory = { path: "/home/anna/conf", serves: { user: "anna" }, receives: true };
const servers: LicenseDirectory = { path: "/home/usr1cv8/conf", serves: { user: "usr1cv8" }, receives: true };
const directories = [installed, annas, servers, shared];

const ANNA = { user: "anna" };

/** Texts that are no license, as they lie about. */
const damaged = fc.constantFrom<(text: string) => ListedFile["text"]>(
  () => "",
  () => "\u0000\u0001\ud800",
  () => ({ unreadable: "EACCES" }),
  (text) => text.slice(0, text.length >> 1),
  (text) => `${text}${text}`,
  (text) => text.replace("LICIT LICENSE", "LICIT REQUEST"),
  (text) => text.slice(0, 40) + "*" + text.slice(40),
);

const several = fc.uniqueArray(details, { selector: ({ pin }) => pin, minLength: 2, maxLength: 5 });

/** The rules on files: which are found, which count, what they are called, where they go. */
export const fileRules: readonly Rule[] = [
  rule(
    {
      id: "LC-04",
      statement:
        "The same license (equal signed bytes, whatever the file name) twice or more in directories visible to the application: all copies are invalid. Moving it is allowed. An older license of the same PIN is not a copy.",
      source: "S2, S3",
    },
    {
      cases: fc.tuple(details, grant, fc.constantFrom(...manglings), fc.constantFrom(...directories), fc.boolean()),
      async holds(subject, [of, given, { mangle }, elsewhere, sameFile]) {
        const text = await signed(subject, of, given);
        const older = await signed(subject, { ...of, at: of.at - 1 }, given);
        for (const directory of [installed, annas, shared]) {
          await sees(subject, [at(directory, ["1.lic", text])], ["1.lic"], "one license, wherever it was moved");
          const copy = [at(installed, ["1.lic", text]), at(shared, ["2.lic", mangle(text)], ["3.lic", older])];
          await sees(subject, copy, ["3.lic"], "a copy under another name, and an older license");
        }
        const together = [at(shared, ["1.lic", text], ["2.lic", text])];
        await sees(subject, together, [], "a copy in the same directory");
        const apart = [at(shared, ["1.lic", text]), at(elsewhere, ["2.lic", text])];
        const visible = elsewhere.serves === "everyone" || elsewhere.serves.user === ANNA.user;
        const expected = elsewhere === shared || !visible ? ["1.lic"] : [];
        await sees(subject, apart, expected, "a copy counts where it is visible");
        const copies = await subject.visibleLicenses(
          [at(installed, ["1.lic", text]), at(shared, ["2.lic", text])],
          ANNA,
        );
        const named = copies.refused.map(({ error }) => (error.code === "license/copied" ? error.copies : []));
        const both = [
          { directory: installed, name: "1.lic" },
          { directory: shared, name: "2.lic" },
        ];
        ensureEqual(named, [both, both], "each names all");
        const fileId = sameFile ? "8:1:42" : undefined;
        const twice: readonly DirectoryListing[] = [installed, shared].map((directory) => ({
          directory,
          files: [{ name: "1.lic", text, fileId }],
        }));
        await sees(subject, twice, sameFile ? ["1.lic"] : [], "one file under two paths");
        const listed = [at(shared, ["1.lic", text]), at({ ...shared, path: `${shared.path}/` }, ["1.lic", text])];
        await sees(subject, listed, ["1.lic"], "a directory that is listed twice");
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
    {
      id: "LC-07",
      statement:
        "The file is named by its time, UTC: `YYYYMMDDhhmmss.lic`; a name that exists is advanced by a second. Without the file, it is as if the license had never been there.",
      source: "S2, field reports",
    },
    {
      cases: fc.tuple(
        fc.record({
          year: fc.integer({ min: 1970, max: 2400 }),
          month: fc.integer({ min: 1, max: 12 }),
          day: fc.integer({ min: 1, max: 28 }),
          second: fc.nat(86_399),
          ms: fc.nat(999),
        }),
        fc.nat(3),
        fc.boolean(),
        several,
        grant,
      ),
      async holds(subject, [{ year, month, day, second, ms }, taken, upper, requests, given]) {
        const at0 = 1_000 * (86_400 * daysBefore(year, month, day) + second) + ms;
        const names = Array.from({ length: taken + 1 }, (_, more) => nameAt(year, month, day, second + more));
        if (second + taken > 86_399) return; // of the next day: the name before midnight says nothing of it
        const existing = names.slice(0, -1).map((name) => (upper ? name.toUpperCase() : name));
        ensureEqual(await subject.licenseFileName(at0, existing), names.at(-1), "the name of a time");
        const midnight = 1_000 * (86_400 * daysBefore(year, month, 28) + 86_399);
        const next = await subject.licenseFileName(midnight, [nameAt(year, month, 28, 86_399)]);
        const expected = await subject.licenseFileName(midnight + 1_000);
        ensureEqual(next, expected, "a second after midnight");

        const texts = await Promise.all(requests.map((of) => signed(subject, of, given)));
        const files = texts.map((text, index) => [`${index}.lic`, text] as const);
        const rest = files.slice(1).map(([name]) => name);
        await sees(subject, [at(shared, ...files)], ["0.lic", ...rest], "with the file");
        await sees(subject, [at(shared, ...files.slice(1))], rest, "without it");
      },
    },
  ),
  rule(
    { id: "LC-10", statement: "One damaged file never hides the others.", source: "field reports" },
    {
      cases: fc.tuple(several, grant, fc.array(fc.tuple(fc.nat(9), damaged), { minLength: 1, maxLength: 4 })),
      async holds(subject, [requests, given, wrecks]) {
        const texts = await Promise.all(requests.map((of) => signed(subject, of, given)));
        const good = texts.map((text, index): ListedFile => ({ name: `5${index}.lic`, text }));
        const bad = wrecks.map(([name, spoil], index) => ({
          name: `${name}x${index}.lic`,
          text: spoil(texts[0] ?? ""),
        }));
        const listing = [{ directory: shared, files: [...bad, ...good] }];
        await sees(
          subject,
          listing,
          good.map(({ name }) => name),
          "the good ones are all found",
        );
        const { refused } = await subject.visibleLicenses(listing, ANNA);
        ensureEqual(
          refused.map(({ name }) => name).sort(),
          bad.map(({ name }) => name).sort(),
          "and the damaged ones are named",
        );
      },
    },
  ),
  rule(
    {
      id: "LC-14",
      statement:
        "Where a new license goes: the all-users directory; the user's, if that is not writable and the user agreed; for a server, its OS user's profile. Going from file mode to server mode: move the file.",
      source: "S1, S2, S3",
    },
    {
      cases: fc.tuple(fc.subarray([...directories]), fc.boolean(), fc.constantFrom("file", "server"), details, grant),
      async holds(subject, [writables, forThisUserOnly, mode, of, given]) {
        const user = mode === "server" ? "usr1cv8" : "anna";
        const writable = writables.map(({ path }) => path);
        const place = await subject.installDirectory(directories, { mode, user, writable, forThisUserOnly });
        const own = mode === "server" ? servers : annas;
        const can = { shared: writables.includes(shared), own: writables.includes(own) };
        if (mode === "file" && can.shared) ensureEqual(place, { ok: true, value: shared }, "for everyone");
        else if (can.own && (mode === "server" || forThisUserOnly))
          ensureEqual(place, { ok: true, value: own }, "his own");
        else {
          const code = can.own ? "license/for-this-user-only" : "license/nowhere-to-write";
          ensure(!place.ok && place.error.code === code, `${code}, not ${JSON.stringify(place)}`);
        }
        const text = await signed(subject, of, given);
        const server = { user: "usr1cv8" };
        const moved = await subject.visibleLicenses([at(servers, ["1.lic", text])], server);
        ensureEqual(moved.usable.length, 1, "moved to the server, it serves the server");
        const copied = [at(servers, ["1.lic", text]), at(shared, ["1.lic", text])];
        ensureEqual((await subject.visibleLicenses(copied, server)).usable, [], "copied, it serves nobody");
      },
    },
  ),
];

function at(
  directory: LicenseDirectory,
  ...files: readonly (readonly [name: string, text: string])[]
): DirectoryListing {
  return { directory, files: files.map(([name, text]) => ({ name, text })) };
}

async function signed(
  subject: LicenseSubject,
  of: Parameters<typeof requestOf>[1],
  given: Parameters<typeof licenseFor>[1],
): Promise<string> {
  return subject.signLicense(licenseFor(await requestOf(subject, of), given), subject.ports.sign);
}

/** Which files Anna's application may use, in order. */
async function sees(
  subject: LicenseSubject,
  listing: readonly DirectoryListing[],
  names: readonly string[],
  what: string,
): Promise<void> {
  const { usable } = await subject.visibleLicenses(listing, ANNA);
  ensureEqual(
    usable.map(({ name }) => name),
    names,
    what,
  );
}

function nameAt(year: number, month: number, day: number, second: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  return `${[year, month, day, ...clock].map(two).join("")}.lic`;
}
