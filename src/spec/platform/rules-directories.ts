import * as fc from "fast-check";
import type { Directory, LicensedSystem } from "../../platform/index.js";
import { ensureEqual, rulesFor, type Rule } from "../rule.js";

const rule = rulesFor("platform");

const user = fc.constantFrom("anna", "boris");
const drive = fc.constantFrom("C:", "D:\\Win");

/** A Windows, whose values are set or not. */
const windows = fc.record({
  is82: fc.boolean(),
  server: fc.boolean(),
  old: fc.boolean(),
  user,
  drive,
  sameData: fc.boolean(),
  trailing: fc.boolean(),
  set: fc.subarray(["install", "LOCALAPPDATA", "ALLUSERSPROFILE", "ProgramData", "ConfLocation", "location"] as const),
});

/** The rule on where licenses are looked for. */
export const directoryRules: readonly Rule[] = [
  rule(
    {
      id: "LC-06",
      statement:
        "Directories are looked through in the order of the table, by system, version and mode; one that two names lead to is looked at once, and the middle of the list on Linux and macOS is not known, and said so.",
      source: "S3, the administrator guide",
    },
    {
      cases: fc.tuple(windows, fc.constantFrom("linux", "macos"), fc.constantFrom("8.3.24.1467", "8.2.19.130")),
      async holds(subject, [of, family, version]) {
        ensureEqual(await subject.licenseDirectories(systemOf(of)), expectedOn(of), "on Windows");
        const { windows: _windows, ...unsaid } = systemOf(of);
        ensureEqual(
          await subject.licenseDirectories(unsaid),
          expectedOn({ ...of, old: false }),
          "of a later Windows, if nothing is said",
        );
        const unnamed = await subject.licenseDirectories({ ...systemOf(of), mode: "server", server: undefined });
        ensureEqual(
          unnamed,
          expectedOn({ ...of, server: true }).filter(({ serves, path }) => serves === "everyone" && path !== FOUND),
          "of a server that nothing is known of",
        );
        const empty = {
          ...systemOf(of),
          environment: { install: "", ALLUSERSPROFILE: "", ProgramData: "", LOCALAPPDATA: "", ConfLocation: "" },
          mode: "file",
        } as const;
        ensureEqual(await subject.licenseDirectories(empty), [], "of values that are empty");
        for (const [short, folder] of [
          ["8.2", "1Cv82"],
          ["8.20.1", "1cv8"],
          ["8.2.1", "1Cv82"],
        ] as const) {
          const [first] = await subject.licenseDirectories({
            ...empty,
            version: short,
            environment: { LOCALAPPDATA: "C:\\L" },
          });
          ensureEqual(first?.path, `C:\\L\\1C\\${folder}\\conf`, `version ${short}`);
        }
        const unix = { family, version, user: of.user, environment: { arch: "x86_64", HOME: `/home/${of.user}` } };
        const builtin = [`/opt/1cv8/x86_64/${version}/conf`, "/opt/1cv8/conf"];
        const everyone = builtin.map((path) => ({ path, serves: "everyone" }));
        const known = { receives: true, afterUnknown: true };
        const variable = { path: "/var/1C/licenses", serves: "everyone", ...known };
        const own = { path: `/home/${of.user}/.1cv8/1C/1cv8/conf`, serves: { user: of.user }, ...known };
        ensureEqual(
          await subject.licenseDirectories({ ...unix, mode: "file" }),
          [...everyone, own, variable],
          `on ${family}`,
        );
        const server = { user: "usr1cv8", HOME: "/home/usr1cv8" };
        const profile = { ...own, path: "/home/usr1cv8/.1cv8/1C/1cv8/conf", serves: { user: "usr1cv8" } };
        ensureEqual(
          await subject.licenseDirectories({ ...unix, mode: "server", server }),
          [...everyone, profile, variable],
          `a server's on ${family}`,
        );
      },
    },
  ),
];

type Windows = typeof windows extends fc.Arbitrary<infer T> ? T : never;

/** Where a server's own `location.cfg` leads. */
const FOUND = "E:\\found";

const VERSION = { is82: "8.2.19.130", later: "8.3.24.1467" };

/** What the values of a system's environment are. */
function valuesOf({ drive: root, user: of, sameData, trailing, set }: Windows): LicensedSystem["environment"] {
  const end = trailing ? "\\" : "";
  const all = {
    install: `${root}\\Program Files\\1cv8${end}`,
    LOCALAPPDATA: `${root}\\Users\\${of}\\AppData\\Local${end}`,
    ALLUSERSPROFILE: sameData ? `${root}\\PROGRAMDATA` : `${root}\\Users\\All Users${end}`,
    ProgramData: `${root}\\ProgramData${end}`,
    ConfLocation: `${root}\\conf`,
    location: `${root}\\found`,
  };
  return Object.fromEntries(set.map((name) => [name, all[name]]));
}

function systemOf(of: Windows): LicensedSystem {
  return {
    family: "windows",
    version: of.is82 ? VERSION.is82 : VERSION.later,
    mode: of.server ? "server" : "file",
    windows: of.old ? "xp-vista" : "later",
    user: of.user,
    server: { user: "USR1CV8", LOCALAPPDATA: "C:\\Users\\USR1CV8\\AppData\\Local", location: FOUND },
    environment: valuesOf(of),
  };
}

/** The table of the sources, line by line. */
function expectedOn(of: Windows): readonly Directory[] {
  const { install, LOCALAPPDATA, ALLUSERSPROFILE, ProgramData, ConfLocation, location } = valuesOf(of);
  const folder = of.is82 ? "1Cv82" : "1cv8";
  const local = of.server ? "C:\\Users\\USR1CV8\\AppData\\Local" : LOCALAPPDATA;
  const own = { user: of.server ? "USR1CV8" : of.user };
  const data: Directory[] = [];
  const add = (base: string | undefined, path: string, more: Omit<Directory, "path">): void => {
    if (base !== undefined) data.push({ path: base.replace(/\\$/, "") + path, ...more });
  };
  add(install, `\\${of.is82 ? VERSION.is82 : VERSION.later}\\bin\\conf`, { serves: "everyone" });
  add(local, `\\1C\\${folder}\\conf`, { serves: own, receives: true });
  add(ConfLocation, "", { serves: "everyone" });
  add(ALLUSERSPROFILE, `\\1C\\${folder}\\conf`, { serves: "everyone", ...(of.old && { receives: true }) });
  if (!of.old) {
    add(ALLUSERSPROFILE, "\\1C\\licenses", { serves: "everyone", receives: true });
    const again = of.sameData && ALLUSERSPROFILE !== undefined;
    if (!again) add(ProgramData, "\\1C\\licenses", { serves: "everyone", receives: true });
  }
  add(of.server ? FOUND : location, "", { serves: "everyone", onlyIfNothing: true });
  return data;
}
