import * as fc from "fast-check";
import type { InstalledLicense } from "../../allocation/index.js";
import { compareCodePoints } from "../../core/index.js";
import { ensureEqual, rulesFor, type Rule } from "../rule.js";
import { denied, deskOf, startIn } from "./desk.js";
import { atDesk, inBrowser, inOrder, inTerminal, office, serverLicenses, single } from "./office.js";

const rule = rulesFor("allocation");
const topology = office;

/** The rules on the order among licenses that would do. */
export const orderRules: readonly Rule[] = [
  rule(
    {
      id: "AL-27",
      statement:
        "Server license: last source, 32-bit software, 64-bit software, 32-bit dongle, 64-bit dongle on the server (32-bit ones for a 32-bit server only), then the licensing service.",
      source: "AG",
    },
    {
      cases: fc.record({
        computer: fc.constantFrom("APP-1", "APP-32"),
        order: fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }),
        last: fc.nat(5),
      }),
      async holds(subject, { computer, order, last }) {
        const licenses = order.map((n): InstalledLicense => {
          const at = n > 4 ? "LIC-1" : computer;
          const type = n === 3 || n === 4 ? "server-dongle" : "server";
          return { type, license: `server ${String(n)}`, computer: at, bits: n % 2 === 1 ? 32 : 64 };
        });
        const session = { ...atDesk("DESK-1", computer === "APP-1" ? "accounts" : "stock"), session: "s" };
        const usable = inOrder(
          licenses.filter((license) => computer === "APP-32" || ("bits" in license && license.bits === 64)),
        );
        const client = single("client", "DESK-1");
        const desk = await deskOf(subject, { topology, licenses: [client, ...licenses] });
        for (const license of usable) {
          ensureEqual(startIn(await desk.must("start", session)).server?.license, license, "the first that serves");
          await desk.must("end", { session: "s" });
          await desk.must("remove", { license });
        }
        await denied(desk, session, "allocation/not-found");

        const again = await deskOf(subject, { topology, licenses: [client] });
        const remembered = licenses.find(({ license }) => license === usable[last % usable.length]);
        if (remembered === undefined) return;
        await again.must("install", { license: remembered });
        await again.must("start", session);
        await again.must("end", { session: "s" });
        for (const license of licenses) if (license !== remembered) await again.must("install", { license });
        const atServer = remembered.computer === computer;
        const first = usable.find((name) => name < "server 5");
        const found = startIn(await again.must("start", session)).server?.license;
        ensureEqual(found, atServer ? remembered.license : (first ?? remembered.license), "the last source first");
      },
    },
  ),
  rule(
    {
      id: "AL-29",
      statement: "Within one step licenses are taken in directory order, then by file name in code-point order.",
      source: "AG",
    },
    {
      cases: fc.record({
        files: fc.uniqueArray(
          fc.record({
            directory: fc.nat(2),
            file: fc.constantFrom("a.lic", "B.lic", "10.lic", "9.lic", "é.lic", "～", "😀"),
          }),
          { minLength: 2, maxLength: 6, selector: ({ directory, file }) => `${String(directory)} ${file}` },
        ),
        at: fc.constantFrom("APP-1", "LIC-1", "TERM-1", "WEB-1"),
      }),
      async holds(subject, { files, at }) {
        // Names in the opposite order: it is the file that counts.
        const licenses = files.map(({ directory, file }, n) => ({
          ...single(`license ${String(9 - n)}`, at),
          file,
          ...(directory === 0 ? {} : { directory }),
        }));
        const expected = [...licenses].sort(
          (a, b) => (a.directory ?? 0) - (b.directory ?? 0) || compareCodePoints(a.file, b.file),
        );
        const desk = await deskOf(subject, { topology, licenses: [...serverLicenses, ...licenses] });
        for (const [n, { license }] of expected.entries()) {
          const client = at === "TERM-1" ? inTerminal(String(n)) : inBrowser(at === "WEB-1" ? "published" : "accounts");
          const found = startIn(await desk.must("start", { ...client, session: String(n) })).client?.license;
          ensureEqual(found, license, "in the order of directories, then files");
        }
      },
    },
  ),
];
