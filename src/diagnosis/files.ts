import { installDirectory } from "../license/index.js";
import { licenseDirectories } from "../platform/index.js";
import { oneMore } from "./acquire.js";
import type { FileCause } from "./cause-code.js";
import type { Evidence, FilePlaceFound } from "./cause.js";
import { found, passedOver, refused, said, seen, verdicts, when } from "./evidence.js";
import { nameOf, type Facts } from "./facts.js";
import { remedyFor } from "./remedy-for.js";
import type { FilePath, Remedy } from "./remedy.js";
import type { CauseRows } from "./row.js";

/** Causes that lie in license files and where they are. @rule DG-02 */
export const fileCauses: CauseRows<FileCause> = {
  "diagnosis/no-license": {
    shows: "not-found",
    evidence: (facts) => [
      ...when(nothingVisible(facts), "partial", "visible", "nothing"),
      ...when(nothingFound(facts), "partial", "denial", "nothing"),
      ...said(facts, "partial", "file-not-found"),
    ],
    ruledOut: (facts) => isSeen(facts) || facts.elsewhere.length > 0,
    remedy: (facts) => oneMore(facts, "client-license"),
    asks: ["visible", "elsewhere", "dongles", "kits"],
  },
  "diagnosis/file-missing": {
    shows: "not-found",
    evidence: (facts) => [
      ...when(nothingVisible(facts) && currentPins(facts).length > 0, "partial", "visible", "nothing"),
      ...said(facts, "partial", "file-not-found"),
      ...refused(facts, "partial", "center/spare-not-needed"),
    ],
    ruledOut: ({ usable = [] }) => usable.length > 0,
    remedy: putBack,
    asks: ["visible", "kits", "messages"],
  },
  "diagnosis/file-elsewhere": {
    shows: "not-found",
    evidence: (facts) => [
      ...passedOver(facts, "license/other-user", "license/not-looked-at"),
      ...elsewhere(facts, "of-this-version"),
    ],
    remedy: (facts) => moveHere(facts, "of-this-version"),
    more: (facts) => ({ places: notLookedAt(facts).filter(({ is }) => !ofVersion.includes(is)) }),
    asks: ["visible", "elsewhere", "system"],
  },
  "diagnosis/other-version-directory": {
    shows: "not-found",
    evidence: (facts) => elsewhere(facts, "of-another-version"),
    remedy: (facts) => moveHere(facts, "of-another-version"),
    more: (facts) => ({ places: notLookedAt(facts).filter(({ is }) => ofVersion.includes(is)) }),
    asks: ["elsewhere", "system"],
  },
  "diagnosis/copied-file": {
    shows: "not-found",
    evidence: (facts) => [
      ...passedOver(facts, "license/copied"),
      ...said(facts, "certain", "copied"),
      ...said(facts, "partial", "bad-format"),
    ],
    ruledOut: ({ usable }) => usable !== undefined,
    remedy: (facts) => ({ action: "keep-one-file", files: filesWith(facts, ["license/copied"]) }),
    asks: ["visible", "messages"],
  },
  "diagnosis/damaged-file": {
    shows: "not-found",
    evidence: (facts) => [
      ...passedOver(facts, ...damages),
      ...verdicts(facts, ...damages),
      ...said(facts, "partial", "bad-format"),
    ],
    ruledOut: ({ usable }) => usable !== undefined,
    remedy: (facts) => {
      const files = filesWith(facts, damages).map(({ name }) => name);
      const judged = facts.licenses.filter(({ verdict }) => verdict.reasons.some(({ code }) => isDamage(code)));
      const named = judged.flatMap((one) => nameOf(one) ?? []);
      return { action: "put-file-back", files: [...new Set([...files, ...named])], otherwise: "same-pin" };
    },
    asks: ["visible", "licenses"],
  },
  "diagnosis/file-unreadable": {
    shows: "not-found",
    evidence: (facts) => passedOver(facts, "license/unreadable"),
    ruledOut: ({ usable }) => usable !== undefined,
    remedy: (facts) => ({ action: "grant-access", files: filesWith(facts, ["license/unreadable"]) }),
    asks: ["visible"],
  },
  "diagnosis/wrong-kind": {
    shows: "not-found",
    evidence: (facts) => [
      ...facts.licenses
        .filter(({ verdict }) => verdict.outcome === "valid" && verdict.license.kind !== "single-user")
        .filter(() => facts.system?.mode === "file")
        .map((one) => seen("partial", "licenses", one.verdict.license?.kind ?? "", nameOf(one))),
      ...found(
        facts,
        "certain",
        "multi-user-on-a-workstation",
        "not-a-basic-configuration",
        "another-level",
        "32-bit-for-a-64-bit-server",
      ),
      ...said(facts, "certain", "wrong-kind", "developer-server"),
    ],
    remedy: (facts) => oneMore(facts, "client-license"),
    asks: ["denial", "licenses", "messages"],
  },
};

const damages = [
  "license/too-large",
  "license/no-document",
  "license/several-documents",
  "license/other-document",
  "license/damaged",
  "license/header-refused",
  "license/malformed",
  "license/not-verified",
] as const;

function isDamage(code: string): boolean {
  return damages.some((one) => one === code);
}

/** Somebody looked, and there is nothing. */
function nothingVisible({ usable, refused: passed }: Facts): boolean {
  return usable?.length === 0 && passed.length === 0;
}

function nothingFound({ denial }: Facts): boolean {
  return denial?.code === "allocation/not-found" && denial.trail.every(({ found: all }) => all.length === 0);
}

function isSeen({ usable = [], refused: passed, licenses, dongles }: Facts): boolean {
  return usable.length + passed.length + licenses.length > 0 || dongles.some(({ present }) => present);
}

function currentPins({ kits }: Facts): readonly Remedy[] {
  return [...kits.values()].flatMap((kit) =>
    kit.pages
      .flat()
      .filter(({ state }) => state === "current")
      .map(({ pin }) => remedyFor({ outcome: "same", filePresent: false, pin, kit })),
  );
}

/** Which license it was, the kit knows where it has only one. */
function putBack(facts: Facts): Remedy {
  const [only, ...others] = currentPins(facts);
  const back = { action: "put-file-back", files: [], otherwise: "same-pin" } as const;
  return others.length > 0 ? back : (only ?? back);
}

const ofVersion: readonly FilePlaceFound["is"][] = ["other-version", "other-generation"];
type Whose = "of-this-version" | "of-another-version";

/** Each file that was found elsewhere, and what its place is. */
function notLookedAt({ elsewhere: files, refused: passed }: Facts): readonly FilePlaceFound[] {
  return [
    ...passed.flatMap(({ directory, name, error }): readonly FilePlaceFound[] => {
      const at = { directory: directory.path, name };
      if (error.code === "license/other-user") return [{ ...at, is: "other-user", of: error.user }];
      return error.code === "license/not-looked-at" ? [{ ...at, is: "looked-at-last" }] : [];
    }),
    ...files.map(({ directory, name, is, of }) => ({ directory, name, is, ...(of !== undefined && { of }) })),
  ];
}

/** A file elsewhere points to both; what its place is, where that is known, tells. */
function elsewhere(facts: Facts, whose: Whose): readonly Evidence[] {
  return facts.elsewhere.map(({ name, license, is }) => {
    const known = is !== "unknown" && is !== "looked-at";
    const fits = known && ofVersion.includes(is) === (whose === "of-another-version");
    return seen(fits ? "certain" : "partial", "elsewhere", is, license ?? name);
  });
}

/** Moved, never copied, to where a new license would go. @rule DG-06, LC-04, LC-14 */
function moveHere(facts: Facts, whose: Whose): Remedy {
  const places = notLookedAt(facts);
  const own = places.filter(({ is }) => ofVersion.includes(is) === (whose === "of-another-version"));
  const files = (own.length > 0 ? own : places).map(({ directory, name }) => ({ directory, name }));
  const { system } = facts;
  if (system === undefined) return { action: "move-file", files };
  const { mode, server, user } = system;
  const directories = licenseDirectories(system, facts.table);
  const writable = directories.map(({ path }) => path);
  const whom = mode === "server" ? (server?.user ?? user) : user;
  const to = installDirectory(directories, { mode, user: whom, writable, forThisUserOnly: true });
  return { action: "move-file", files, ...(to.ok && { to: to.value.path }) };
}

function filesWith({ refused: passed }: Facts, codes: readonly string[]): readonly FilePath[] {
  return passed
    .filter(({ error }) => codes.includes(error.code))
    .map(({ directory, name }) => ({ directory: directory.path, name }));
}
