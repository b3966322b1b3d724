import * as fc from "fast-check";
import { ensure, ensureEqual, rulesFor, type Rule } from "../rule.js";
import { details, grant } from "./arbitraries.js";
import { daysBefore, isLeap } from "./days.js";
import { annas, at, directories, installed, sees, servers, shared, signed } from "./places.js";

const rule = rulesFor("license");

/** A moment, by calendar and clock. */
const dated = fc
  .record({
    year: fc.oneof(fc.integer({ min: 1970, max: 2400 }), fc.constantFrom(1972, 2000, 2024, 2100)),
    month: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(2)),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(29)),
    second: fc.oneof(fc.nat(86_399), fc.constant(86_399)),
    ms: fc.nat(999),
  })
  .filter(
    ({ year, month, day }) => day <= (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31),
  );

/** The rules on what files are called, and on where they go. */
export const fileRules: readonly Rule[] = [
  rule(
    {
      id: "LC-07",
      statement:
        "The file is named by its time, UTC: `YYYYMMDDhhmmss.lic`; a name that exists is advanced by a second. Without the file, it is as if the license had never been there.",
      source: "S2, field reports",
    },
    {
      cases: fc.tuple(dated, fc.nat(3), fc.boolean(), details, details, grant),
      async holds(subject, [{ year, month, day, second, ms }, taken, upper, one, another, given]) {
        const time = 1_000 * (86_400 * daysBefore(year, month, day) + second) + ms;
        ensureEqual(await subject.licenseFileName(time), nameAt(year, month, day, second), "the name of a time");
        const names = Array.from({ length: Math.min(taken, 86_399 - second) + 1 }, (_, more) =>
          nameAt(year, month, day, second + more),
        );
        const existing = names.slice(0, -1).map((name) => (upper ? name.toUpperCase() : name));
        ensureEqual(await subject.licenseFileName(time, existing), names.at(-1), "the next that is free");
        const silvester = 1_000 * 86_400 * daysBefore(year + 1, 1, 1) - 1_000;
        const newYear = await subject.licenseFileName(silvester, [nameAt(year, 12, 31, 86_399)]);
        ensureEqual(newYear, nameAt(year + 1, 1, 1, 0), "the new year");

        const files = [
          ["1.lic", await signed(subject, one, given)],
          ["2.lic", await signed(subject, { ...another, at: one.at + 1 }, given)],
        ] as const;
        await sees(subject, [at(shared, ...files)], ["1.lic", "2.lic"], "with the file");
        await sees(subject, [at(shared, files[1])], ["2.lic"], "without it");
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
          const expected = can.own
            ? { code: "license/for-this-user-only", directory: own }
            : { code: "license/nowhere-to-write", directories: [annas, servers, shared] };
          ensureEqual(place, { ok: false, error: expected }, "nowhere, or only if he agrees");
        }
        const text = await signed(subject, of, given);
        const server = { user: "usr1cv8" };
        const moved = await subject.visibleLicenses([at(installed), at(servers, ["1.lic", text])], server);
        ensureEqual(moved.usable.length, 1, "moved to the server, it serves the server");
        const copied = [at(servers, ["1.lic", text]), at(shared, ["1.lic", text])];
        ensure((await subject.visibleLicenses(copied, server)).usable.length === 0, "copied, it serves nobody");
      },
    },
  ),
];

function nameAt(year: number, month: number, day: number, second: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  return `${[year, month, day, ...clock].map(two).join("")}.lic`;
}
