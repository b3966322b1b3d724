import { existsSync } from "node:fs";
import tseslint from "typescript-eslint";

// The applications with a lock file of their own: without what they need, their types cannot be looked at.
const applications = ["examples/center", "examples/workstation"];
const absent = applications.filter((folder) => !existsSync(new URL(`${folder}/node_modules`, import.meta.url)));

// What a pure library may not reach for. Host globals are type errors already (`types: []`); these are in the language.
const impureGlobals = [
  "Date",
  "Intl",
  "performance",
  "process",
  "globalThis",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
];
const localeMethods = [
  "toLocaleString",
  "toLocaleUpperCase",
  "toLocaleLowerCase",
  "localeCompare",
  "toLocaleDateString",
];

export default tseslint.config(
  // Generated tables: scripts/unicode.js, scripts/countries.js.
  { ignores: ["src/owner/unicode-16.ts", "src/owner/countries/table.ts"] },
  {
    ignores: [
      ...absent.map((folder) => `${folder}/`),
      "**/dist/",
      "**/dist-page/",
      "**/node_modules/",
      "coverage/",
      "docs/reference/",
    ],
  },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      eqeqeq: "error",
      "no-console": "off",
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/signing/**"],
    rules: {
      "no-restricted-globals": ["error", ...impureGlobals],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Entropy is a port." },
        ...localeMethods.map((property) => ({ property, message: "Nothing depends on the machine's locale." })),
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ClassDeclaration, ClassExpression", message: "Values are data; behavior is in functions." },
        { selector: "TSEnumDeclaration", message: "A union of literals says it." },
        { selector: "ExportDefaultDeclaration", message: "One name for one thing." },
      ],
      "max-lines": ["error", 250],
    },
  },
  {
    // Checks of types, where a type parameter is the check and errors are expected.
    files: ["tests/types/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/consistent-type-imports": "off",
    },
  },
  {
    // Plain JavaScript outside the TypeScript projects.
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
