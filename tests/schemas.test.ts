import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { parseLicense, parseRequest } from "licit/license";
import { kits } from "licit/pins";
import { licit } from "licit/spec";
import { describe, expect, test } from "vitest";
import { details, grant, licenseFor, requestOf } from "../src/spec/license/arbitraries.ts";

const names = ["key-parameters", "owner", "kit-definition", "license", "license-request"] as const;

const ajv = new Ajv2020({ strict: true, allErrors: false });
const folder = fileURLToPath(new URL("../dist/schemas/", import.meta.url));
const built = existsSync(folder);
if (built) for (const name of names) ajv.addSchema(JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")) as object);

function accepts(name: (typeof names)[number], value: unknown): boolean {
  return ajv.validate(`${name}.json`, value);
}

/** A value with one of its members, at whatever depth, replaced by something else. */
function spoilt(value: object, path: readonly string[], by: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, copy);
  inner[path.at(-1) ?? ""] = by;
  return copy;
}

describe.runIf(built)("the published JSON Schemas", () => {
  test("accept every request and its parts", async () => {
    await fc.assert(
      fc.asyncProperty(details, async (of) => {
        const request = await requestOf(licit.license, of);
        expect(accepts("license-request", request)).toBe(true);
        expect(accepts("owner", request.owner)).toBe(true);
        expect(accepts("key-parameters", request.parameters)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("accept every license", async () => {
    await fc.assert(
      fc.asyncProperty(details, grant, async (of, granted) => {
        const license = licenseFor(await requestOf(licit.license, of), granted);
        expect(parseLicense(license).ok).toBe(true);
        expect(accepts("license", license)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("accept every kit", () => {
    for (const kit of Object.values(kits)) expect(accepts("kit-definition", kit)).toBe(true);
    expect(accepts("kit-definition", { ...kits["client-1"], name: 5 })).toBe(false);
  });

  test("refuse what the parser refuses, where the form is wrong", async () => {
    const broken = fc.constantFrom<readonly [readonly string[], unknown]>(
      [["pin"], "38150537641012"],
      [["kit"], 8050525679],
      [["operation"], "acquire"],
      [["id"], "00"],
      [["at"], 0.5],
      [["owner", "kind"], "nobody"],
      [["parameters", "memoryBytes"], "16 GiB"],
      [["parameters", "disks"], [{ serial: "without a model" }]],
      [["unheardOf"], true],
    );
    await fc.assert(
      fc.asyncProperty(details, broken, async (of, [path, by]) => {
        const wrong = spoilt(await requestOf(licit.license, of), path, by);
        expect(parseRequest(wrong).ok).toBe(false);
        expect(accepts("license-request", wrong)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
