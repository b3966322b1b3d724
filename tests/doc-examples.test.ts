import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { describe, expect, test } from "vitest";

// Every example in a doc comment, the README and the guides runs here. A line `expression; // → value` states what the
// expression gives; both sides are code.

const root = fileURLToPath(new URL("../", import.meta.url));

interface Example {
  readonly where: string;
  readonly code: string;
}

/** The TypeScript blocks of a file: fenced in Markdown, or behind `@example` in a doc comment. */
function examplesIn(file: string): readonly Example[] {
  const text = readFileSync(root + file, "utf8").replace(/^ *\* ?/gm, file.endsWith(".ts") ? "" : "$&");
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map((block, at) => ({
    where: `${file} #${at + 1}`,
    code: block[1] ?? "",
  }));
}

const subpaths: { readonly [name: string]: () => Promise<unknown> } = {
  licit: () => import("licit"),
  "licit/fingerprint": () => import("licit/fingerprint"),
  "licit/pins": () => import("licit/pins"),
  "licit/owner": () => import("licit/owner"),
  "licit/owner/countries": () => import("licit/owner/countries"),
  "licit/phone": () => import("licit/phone"),
  "licit/allocation": () => import("licit/allocation"),
  "licit/license": () => import("licit/license"),
  "licit/center": () => import("licit/center"),
  "licit/diagnosis": () => import("licit/diagnosis"),
  "licit/acquisition": () => import("licit/acquisition"),
  "licit/messages": () => import("licit/messages"),
  "licit/signing/bls": () => import("licit/signing/bls"),
  "licit/signing/rsa": () => import("licit/signing/rsa"),
  "licit/signing/stretch": () => import("licit/signing/stretch"),
  "licit/platform": () => import("licit/platform"),
  "licit/spec": () => import("licit/spec"),
  "node:fs": () => import("node:fs"),
  "node:crypto": () => import("node:crypto"),
};

type Run = (
  load: (name: string) => Promise<unknown>,
  check: (actual: unknown, expected: unknown) => void,
) => Promise<void>;

/** The example as a function: imports loaded, types gone, stated results checked. */
async function runnable(code: string): Promise<{ readonly run: Run; readonly checks: number }> {
  let checks = 0;
  const stated = code.replace(
    /^(?!\s*(?:\/\/|(?:import|const|type|for)\b))(.+?); \/\/ → (.+)$/gm,
    (_, actual: string, expected: string) => {
      checks++;
      return `check(${actual}, ${expected});`;
    },
  );
  const { code: plain } = await transform(stated, {
    loader: "ts",
    format: "esm",
    target: "es2022",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
  });
  const loaded = plain
    .replace(/import \* as (\w+) from "(.+?)";/g, 'const $1 = await load("$2");')
    .replace(
      /import \{([^}]*)\} from "(.+?)";/g,
      (_, names: string, from: string) => `const {${names.replace(/ as /g, ": ")}} = await load("${from}");`,
    );
  const AsyncFunction = (Object.getPrototypeOf(runnable) as object).constructor as new (...parts: string[]) => Run;
  return { run: new AsyncFunction("load", "check", loaded), checks };
}

const within = (folder: string, ending: string): readonly string[] =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
const files = ["README.md", ...within("docs", ".md"), ...within("src", ".ts")]
  .filter((name) => !name.startsWith("docs/reference/")) // generated from src
  .sort();
const examples = files.flatMap(examplesIn);

describe("examples in the documentation", () => {
  test("are found", () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  test.each(examples)("$where", async ({ code }) => {
    const { run, checks } = await runnable(code);
    let checked = 0;
    await run(
      (name) => subpaths[name]?.() ?? Promise.reject(new Error(`no public subpath ${name}`)),
      (actual, expected) => {
        expect(actual).toEqual(expected);
        checked++;
      },
    );
    expect(checked).toBe(checks);
    expect(checks).toBeGreaterThan(0);
  });
});
