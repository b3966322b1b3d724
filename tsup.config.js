import { defineConfig } from "tsup";

// One output file per source file: go-to-definition and stack traces name the file a reader knows.
// The declarations come from `tsc`, which does not need to bundle them.
export default defineConfig({
  entry: ["src/**/*.ts", "!src/**/*.d.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  bundle: false,
  splitting: false,
  clean: true,
  dts: false,
  sourcemap: false,
});
