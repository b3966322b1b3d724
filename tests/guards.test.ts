import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import { ESLint } from "eslint";
import prettier from "prettier";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The rules that ESLint finds broken in a file that would stand in the library. */
async function lint(code: string): Promise<readonly (string | null)[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["src/core/planted.ts"] } } },
    },
  });
  const [result] = await eslint.lintText(code, { filePath: `${root}src/core/planted.ts` });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe("the guards catch what they are there for", () => {
  test.each([
    ["the clock", "export const now: number = Date.now();", "no-restricted-globals"],
    ["the locale", "export const text: string = new Intl.NumberFormat().format(1);", "no-restricted-globals"],
    ["chance", "export const dice: number = Math.random();", "no-restricted-properties"],
    ["an order by locale", 'export const order: number = "a".localeCompare("b");', "no-restricted-properties"],
    ["a class", "export class Thing {}", "no-restricted-syntax"],
    [
      "a forgotten case",
      'export function f(x: "a" | "b"): number { switch (x) { case "a": return 1; } return 0; }',
      "@typescript-eslint/switch-exhaustiveness-check",
    ],
    ["any", "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
  ])("lint: %s", async (_, code, rule) => {
    expect(await lint(code)).toContain(rule);
  });

  test.each([
    "process.env",
    "fetch('/')",
    "console.log(1)",
    "setTimeout(() => 1)",
    "new TextEncoder()",
    "crypto.subtle",
    "window.name",
    "new URL('a:b')",
    "structuredClone(1)",
    "performance.now()",
    "Buffer.from('')",
  ])("types: %s is unknown under src/", (expression) => {
    const config = ts.getParsedCommandLineOfConfigFile(
      `${root}tsconfig.json`,
      {},
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
    );
    const planted = `${root}src/core/planted.ts`;
    const options = { ...config?.options, noEmit: true };
    const host = ts.createCompilerHost(options);
    const getSourceFile = host.getSourceFile.bind(host);
    host.getSourceFile = (name, version, ...rest) =>
      name === planted
        ? ts.createSourceFile(name, `export const planted: unknown = ${expression};`, version)
        : getSourceFile(name, version, ...rest);
    const program = ts.createProgram([planted], options, host);
    const faults = ts.getPreEmitDiagnostics(program, program.getSourceFile(planted));
    expect(faults.map(({ code }) => code).some((code) => [2304, 2552, 2580, 2584, 2591, 2868].includes(code))).toBe(
      true,
    );
  });

  test.each([
    ["upwards", "core", 'import "../fingerprint/index.js";', "core-imports-lower-floors-only"],
    ["sideways", "pins", 'import "../fingerprint/index.js";', "pins-imports-lower-floors-only"],
    ["past an index", "platform", 'import "../fingerprint/mac.js";', "fingerprint-through-its-index-only"],
    ["into the host", "fingerprint", 'import "node:fs";', "no-host-modules"],
    ["another package", "fingerprint", 'import "systeminformation";', "no-other-packages"],
    [
      "a package out of its place",
      "platform",
      'import "@noble/hashes/sha2.js";',
      "the-digests-of-noble-hashes-in-its-place",
    ],
  ])("boundaries: %s", async (_, module, code, rule) => {
    const copy = mkdtempSync(`${root}.planted-`);
    try {
      cpSync(`${root}src`, `${copy}/src`, { recursive: true });
      cpSync(`${root}tsconfig.json`, `${copy}/tsconfig.json`);
      cpSync(`${root}tsconfig.base.json`, `${copy}/tsconfig.base.json`);
      if (module === "pins") cpSync(`${root}src/platform`, `${copy}/src/pins`, { recursive: true });
      writeFileSync(`${copy}/src/${module}/planted.ts`, code);
      const { default: config } = (await import(`${root}.dependency-cruiser.cjs`)) as {
        default: { forbidden: never; options: object };
      };
      const { output } = await cruise(["src"], {
        ...config.options,
        baseDir: copy,
        ruleSet: { forbidden: config.forbidden },
        validate: true,
      });
      const broken =
        typeof output === "string" ? [] : output.summary.violations.filter(({ from }) => from.endsWith("planted.ts"));
      expect(broken.map(({ rule: { name } }) => name)).toContain(rule);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  test("formatting: a file in another style", async () => {
    const options = await prettier.resolveConfig(`${root}src/index.ts`);
    expect(await prettier.check("export const a=1", { ...options, parser: "typescript" })).toBe(false);
  });
});
