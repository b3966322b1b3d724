import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const built = new URL("../dist-page/", import.meta.url);

test("the first view, all that the browser must load before it shows something, is less than 150 kB gzipped", () => {
  const html = readFileSync(new URL("index.html", built), "utf8");
  const files = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, file = ""]) => file);
  expect(files.some((file) => file.endsWith(".js"))).toBe(true);
  expect(files.some((file) => file.endsWith(".css"))).toBe(true);
  const sizes = ["index.html", ...files].map((file) => gzipSync(readFileSync(new URL(file, built))).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(150_000);
});
