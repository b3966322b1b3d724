import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = fileURLToPath(new URL("src/", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^licit$/, replacement: `${src}index.ts` },
      { find: /^licit\/(signing\/.+)$/, replacement: `${src}$1.ts` },
      { find: /^licit\/(.+)$/, replacement: `${src}$1/index.ts` },
    ],
  },
  // Every core works: by default one is left to Vitest itself, which on two cores is half of them.
  test: { include: ["tests/**/*.test.ts"], testTimeout: 120_000, maxWorkers: "100%" },
});
