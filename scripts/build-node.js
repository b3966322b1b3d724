// Builds dist/node, what Node and its kin load: one file per module, and one for what zod is used of. They read every file
// on the way, and a program that checks a license when it starts waits for all of them. Bundlers take dist itself, one file
// per source file, and leave out what a program does not use.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Every file of dist/node, with its source; `core` is behind all of them. */
const sources = {
  index: "src/index.ts",
  core: "src/core/index.ts",
  fingerprint: "src/fingerprint/index.ts",
  pins: "src/pins/index.ts",
  owner: "src/owner/index.ts",
  "owner-countries": "src/owner/countries/index.ts",
  phone: "src/phone/index.ts",
  allocation: "src/allocation/index.ts",
  license: "src/license/index.ts",
  platform: "src/platform/index.ts",
  center: "src/center/index.ts",
  diagnosis: "src/diagnosis/index.ts",
  acquisition: "src/acquisition/index.ts",
  messages: "src/messages/index.ts",
  "signing-bls": "src/signing/bls.ts",
  "signing-rsa": "src/signing/rsa.ts",
  "signing-stretch": "src/signing/stretch.ts",
  spec: "src/spec/index.ts",
};

const common = { absWorkingDir: root, bundle: true, format: "esm", platform: "neutral", target: "es2022" };

/** A module stays out of another's file. */
const modulesApart = {
  name: "modules-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*index\.js$/ }, ({ path, importer }) => {
      const module = path.replace(/^(\.{1,2}\/)+/, "").replace(/\/index\.js$/, "");
      const file = module.replace("/", "-");
      return file in sources && !importer.includes(`/src/${module}/`)
        ? { path: `./${file}.js`, external: true }
        : undefined;
    });
    onResolve({ filter: /^zod\/mini$/ }, () => ({ path: "./zod.js", external: true }));
  },
};

await build({
  ...common,
  entryPoints: sources,
  outdir: "dist/node",
  external: ["@noble/*", "node-forge/*", "fast-check"],
  plugins: [modulesApart],
});

const files = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const used = files.flatMap((name) => [...readFileSync(`${root}src/${name}`, "utf8").matchAll(/\bz\.(\w+)\(/g)]);
await build({
  ...common,
  stdin: {
    contents: `export { ${[...new Set(used.map(([, name]) => name))].join(", ")} } from "zod/mini";`,
    resolveDir: root,
  },
  mainFields: ["module", "main"],
  outfile: "dist/node/zod.js",
});
