// The floors of the house: a module imports only from lower floors, and another module only through its index.ts.
const floors = [
  ["core"],
  ["fingerprint", "pins", "owner", "phone", "allocation"],
  ["platform", "license"],
  ["center", "diagnosis"],
  ["acquisition"],
  ["messages", "spec"],
];
const modules = floors.flat();

const upwards = floors.flatMap((floor, height) =>
  floor.map((module) => ({
    name: `${module}-imports-lower-floors-only`,
    severity: "error",
    from: { path: `^src/${module}/` },
    to: {
      path: `^src/(${floors
        .slice(height)
        .flat()
        .filter((other) => other !== module)
        .concat("signing")
        .join("|")})/`,
    },
  })),
);

const throughIndex = modules.map((module) => ({
  name: `${module}-through-its-index-only`,
  severity: "error",
  from: { path: "^src/", pathNot: `^src/${module}/` },
  // A subpath of its own, as owner/countries, is entered through its own index.
  to: { path: `^src/${module}/`, pathNot: [`^src/${module}/index\\.ts$`, `^src/${module}/[a-z]+/index\\.ts$`] },
}));

/** The only places of the library that may import an outside package. */
const packages = [
  ["zod/mini", "node_modules/zod/", "^src/"],
  ["the digests of @noble/hashes", "node_modules/@noble/hashes/(sha2|hmac)", "^src/core/digest\\.ts$"],
  ["the scrypt of @noble/hashes", "node_modules/@noble/hashes/scrypt", "^src/signing/stretch\\.ts$"],
  ["@noble/curves", "node_modules/@noble/curves/", "^src/signing/bls\\.ts$"],
  ["node-forge", "node_modules/node-forge/", "^src/signing/rsa(-keys)?\\.ts$"],
  ["fast-check", "node_modules/fast-check/", "^src/spec/"],
];

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    ...upwards,
    ...throughIndex,
    {
      name: "root-is-core-only",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: { pathNot: "^src/core/index\\.ts$" },
    },
    {
      name: "no-host-modules",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-other-packages",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "node_modules/", pathNot: packages.map(([, path]) => path) },
    },
    ...packages.map(([name, path, from]) => ({
      name: `${name.replace(/\W+/g, "-")}-in-its-place`,
      severity: "error",
      from: { path: "^src/", pathNot: from },
      to: { path },
    })),
    {
      name: "nothing-outside-src",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(tests|bench|examples|scripts|docs)/" },
    },
    {
      name: "examples-see-public-subpaths-only",
      severity: "error",
      from: { path: "^examples/" },
      to: { path: "^(src|tests|bench|scripts)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["types", "import", "default"] },
  },
};
