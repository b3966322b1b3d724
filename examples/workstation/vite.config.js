import { defineConfig } from "vite";

export default defineConfig({
  root: "page",
  // The agent serves the page at whatever port it got.
  base: "./",
  build: {
    outDir: "../dist-page",
    emptyOutDir: true,
    // The agent's Content-Security-Policy takes files only: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
