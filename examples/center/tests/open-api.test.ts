import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { diceOf } from "../../simulation/src/dice.js";
import { newKit, newRequest } from "./customers.js";
import { ask, askSealed, documentOf } from "./client.js";
import { sellKits } from "./customers.js";
import { oneCenter } from "./one-center.js";
import { planOf } from "./plan.js";

const { center, vendor, where } = oneCenter();

type Schema = Readonly<Record<string, unknown>>;

/** As much of a description as is read here. */
interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

let description: Description;
let checks: (name: string) => ValidateFunction;

beforeAll(async () => {
  description = (await (await fetch(`${center().url}/api/openapi.json`)).json()) as Description;
  const ajv = new Ajv2020.default({ strict: false });
  ajv.addSchema({ $id: "center", components: description.components });
  checks = (name) => ajv.compile({ $ref: `center#/components/schemas/${name}` });
});

describe("the description of the interface", () => {
  test("is an OpenAPI 3.1 document", () => {
    expect(description.openapi).toMatch(/^3\.1\.\d+$/);
    expect(description.info).toMatchObject({
      title: expect.any(String) as string,
      version: expect.any(String) as string,
    });
    const operations = Object.entries(description.paths).flatMap(([path, own]) => {
      expect(path).toMatch(/^\/api\//);
      return Object.entries(own);
    });
    for (const [method, { operationId, responses }] of operations) {
      expect(["get", "post"]).toContain(method);
      expect(operationId).toMatch(/^[a-zA-Z]+$/);
      for (const [status, response] of Object.entries(responses)) {
        expect(status).toMatch(/^[1-5]\d\d$/);
        expect(response.description).not.toBe("");
      }
    }
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("refers to nothing that is not in it", () => {
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = ""]) => to);
    expect(references.length).toBeGreaterThan(5);
    for (const to of references) {
      const steps = to.split("/");
      expect(steps.slice(0, 3), to).toEqual(["#", "components", "schemas"]);
      expect(Object.keys(description.components.schemas)).toContain(steps[3]);
    }
  });

  test("takes the requests that customers send", () => {
    const isRequest = checks("LicenseRequest");
    for (const { request } of planOf(diceOf(3, 3), 300).requests) {
      expect(isRequest(request), JSON.stringify(isRequest.errors)).toBe(true);
    }
  });

  test("refuses requests that are broken", () => {
    const isRequest = checks("LicenseRequest");
    const request = newRequest(diceOf(4, 4), { kit: "1234567890" }, "123456789012345");
    const names = ["id", "issuer", "product", "kit", "operation", "pin", "owner", "parameters", "at"] as const;
    for (const name of names) {
      const { [name]: _, ...rest } = request;
      expect([name, isRequest(rest), isRequest({ ...request, [name]: null })]).toEqual([name, false, false]);
    }
    const broken = [
      { pin: "1" },
      { kit: "x" },
      { id: "X" },
      { operation: "all" },
      { at: 0.5 },
      { other: 1 },
      { owner: { kind: "x" } },
    ];
    for (const one of broken) expect([one, isRequest({ ...request, ...one })]).toEqual([one, false]);
  });

  test("says what the center answers", async () => {
    const dice = diceOf(5, 5);
    const sold = newKit(dice, "client-1");
    await sellKits(where(), [sold]);
    const [pin = ""] = sold.all;
    const request = newRequest(dice, sold, pin);
    const granted = await askSealed(center().url, vendor().seal(request));
    expect(documentOf(granted)).toContain("LICIT LICENSE");
    const refused = await ask(center().url, newRequest(dice, sold, pin));
    const [{ status: _, ...grant }, { status: __, ...refusal }] = [granted, refused];
    expect([checks("Granted")(grant), checks("Refused")(refusal)]).toEqual([true, true]);
    expect([checks("Granted")(refusal), checks("Refused")(grant)]).toEqual([false, false]);
    const problem = await fetch(`${center().url}/api/requests`, {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect(checks("Problem")(await problem.json())).toBe(true);
    expect(Object.keys(description.paths["/api/requests"]?.["post"]?.responses ?? {})).toContain(
      String(problem.status),
    );
  });
});
