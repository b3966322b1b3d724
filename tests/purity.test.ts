import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { exports: Record<string, unknown> };

/** The source behind a public subpath. */
function sourceOf(subpath: string): string {
  if (subpath === ".") return "src/index.ts";
  return subpath.startsWith("./signing/") ? `src/${subpath.slice(2)}.ts` : `src/${subpath.slice(2)}/index.ts`;
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [root + entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "subject",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

/** Turns everything that depends on machine or moment into a trap. */
const bare = `
  const trap = (name) => { throw new Error("reached for " + name); };
  Math.random = () => trap("Math.random");
  for (const name of ["Date", "Intl", "WebAssembly", "SharedArrayBuffer", "Atomics"]) {
    Object.defineProperty(globalThis, name, { get: () => trap(name) });
  }
`;

describe("every subpath loads and works in a realm that holds the language and nothing else", () => {
  // Data are no code; the specification brings its generators along, and node-forge looks for its host when it is loaded.
  const others = ["./package.json", "./schemas/*.json", "./spec", "./signing/rsa"];
  const subpaths = Object.keys(exports).filter((subpath) => !others.includes(subpath));

  test.each(subpaths)("%s", async (subpath) => {
    const realm = createContext({});
    runInContext(bare, realm);
    runInContext(await bundle(sourceOf(subpath)), realm);
    expect(runInContext("Object.keys(subject).length", realm)).toBeGreaterThan(0);
  });

  test("./fingerprint compares, digests and parses there", async () => {
    const realm = createContext({});
    runInContext(bare, realm);
    runInContext(await bundle("src/fingerprint/index.ts"), realm);
    const outcome = runInContext(
      `const computer = subject.parseKeyParameters({
        os: { family: "windows", name: "Windows 11 Pro", version: "10.0.22631" },
        networkName: "BUH-31", board: { model: "PRIME" }, memoryBytes: 1024, bios: { type: "AMI", version: "1" },
        processors: [], networkAdapters: [{ model: "Realtek", mac: "00-1A-2B-3C-4D-57" }], disks: [],
      }).value;
      const hidden = subject.pseudonymize(computer, "salt");
      JSON.stringify([subject.compare(computer, { ...computer, memoryBytes: 1 }).outcome, subject.digestOf(hidden).length, subject.survives(hidden, hidden)])`,
      realm,
    ) as string;
    expect(JSON.parse(outcome)).toEqual(["changed", 64, true]);
  });

  test("a module that reaches for the clock is caught", () => {
    const realm = createContext({});
    runInContext(bare, realm);
    expect(() => void runInContext("Date.now()", realm)).toThrow("reached for Date");
  });

  test("one area's code stays out of another's bundle", async () => {
    expect(await bundle("src/index.ts")).not.toContain("FP-05");
    expect(await bundle("src/fingerprint/index.ts")).not.toContain("После получения лицензии");
    expect(await bundle("src/platform/index.ts")).not.toContain("os release");
  });
});
