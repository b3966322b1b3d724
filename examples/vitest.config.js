import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../", import.meta.url));
const src = `${root}src/`;

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^licit$/, replacement: `${src}index.ts` },
      { find: /^licit\/(signing\/.+)$/, replacement: `${src}$1.ts` },
      { find: /^licit\/(.+)$/, replacement: `${src}$1/index.ts` },
    ],
  },
  // Each file starts servers and databases of its own, and waits for them half of its time: two at once.
  test: {
    // Below `dir`, which the command line may narrow: `--dir examples/center/tests`.
    dir: `${root}examples`,
    // `MEASURE=yes` takes the figures instead.
    include: [process.env.MEASURE === "yes" ? "**/*.measure.ts" : "**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
