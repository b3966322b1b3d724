import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
/** What is no code. */
const data = ["./package.json", "./schemas/*.json"];

const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  readonly exports: {
    readonly [subpath: string]: string | { readonly types: string; readonly node: string; readonly default: string };
  };
  readonly dependencies: object;
};

describe("the package", () => {
  test("has a subpath for every module, with types first", () => {
    const modules = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const expected = modules.map(({ name }) => name).filter((name) => !["core", "signing"].includes(name));
    expected.push("owner/countries"); // data that few need: apart
    expected.push("signing/bls", "signing/rsa", "signing/stretch"); // each with dependencies of its own
    const subpaths = Object.keys(manifest.exports).filter((subpath) => subpath !== "." && !data.includes(subpath));
    expect(subpaths.map((subpath) => subpath.slice(2)).sort()).toEqual(expected.sort());
    for (const target of Object.values(manifest.exports)) {
      if (typeof target !== "string") expect(Object.keys(target)).toEqual(["types", "node", "default"]);
    }
  });

  test.runIf(existsSync(`${root}dist`))("gives Node the same names in fewer files", async () => {
    for (const target of Object.values(manifest.exports)) {
      if (typeof target === "string") continue;
      const bundled = (await import(`${root}${target.node}`)) as object;
      const plain = (await import(`${root}${target.default}`)) as object;
      expect(Object.keys(bundled)).toEqual(Object.keys(plain));
    }
  });

  test.runIf(existsSync(`${root}dist`))("has types that stand alone, for whoever checks libraries too", () => {
    const subpaths = Object.keys(manifest.exports).filter((subpath) => !data.includes(subpath));
    const consumer = `${root}tests/consumer.ts`;
    const code = subpaths
      .map((subpath, at) => `import * as m${at} from "licit${subpath.slice(1)}";\nvoid m${at};`)
      .join("\n");
    const options: ts.CompilerOptions = {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    };
    const host = ts.createCompilerHost(options);
    host.fileExists = (name) => name === consumer || ts.sys.fileExists(name);
    host.readFile = (name) => (name === consumer ? code : ts.sys.readFile(name));
    const program = ts.createProgram([consumer], options, host);
    const faults = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
    expect(faults.filter((fault) => !fault.includes("fast-check"))).toEqual([]);
  });

  test("depends on nothing that was not decided", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["@noble/curves", "@noble/hashes", "node-forge", "zod"]);
  });

  test("names every subpath in the README", () => {
    const readme = readFileSync(`${root}README.md`, "utf8");
    for (const subpath of Object.keys(manifest.exports)) {
      if (subpath !== "./package.json") expect(readme).toContain(`\`licit${subpath.slice(1)}\``);
    }
  });

  test.runIf(existsSync(`${root}dist`))("packs built code, types and documents only", () => {
    const packed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const strangers = files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^(dist\/.*\.(js|d\.ts)|dist\/schemas\/[a-z-]+\.json|docs\/.*\.md|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(
            path,
          ),
      );
    expect(strangers).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });
});
