import { createRequire } from "node:module";
import type { PublicKeys } from "./keys.js";

const load = createRequire(import.meta.url);

/** A JSON Schema, or an object that holds some. */
type Schema = { readonly [name: string]: unknown };

/** Forms that the library publishes, and their names here. */
const published = {
  "license-request": "LicenseRequest",
  owner: "Owner",
  "key-parameters": "KeyParameters",
} as const;

/** The description of the JSON interface, made from the library's schemas: OpenAPI 3.1. */
export function openApi({ issuer, product }: Pick<PublicKeys, "issuer" | "product">): Schema {
  const schemas = Object.fromEntries(
    Object.entries(published).map(([file, name]) => [name, component(load(`licit/schemas/${file}.json`) as Schema)]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: `Licensing center of ${issuer}: ${product}`,
      version: "1",
      description: "A program asks for a license, and gets a signed document: the license, or the reason why not.",
    },
    paths: {
      "/api/requests": {
        post: {
          operationId: "requestLicense",
          summary: "Ask for a license",
          description: "The same request gets the same answer, however often it is sent: repeat it when in doubt.",
          requestBody: { required: true, content: json(anyOf("SealedRequest", "OpenRequest")) },
          responses: {
            200: { description: "Decided, and on record.", content: json(anyOf("Granted", "Refused")) },
            400: problem("No request; nothing happened."),
            413: { description: "Larger than a request can be." },
            429: problem("This address has guessed too often."),
            503: problem("Too many at once; nothing happened."),
          },
        },
      },
      "/api/keys": {
        get: {
          operationId: "publicKeys",
          summary: "The public keys. A program has them built in, and does not ask for them here.",
          responses: { 200: { description: "The keys.", content: json({ type: "object" }) } },
        },
      },
    },
    components: { schemas: { ...schemas, ...own } },
  };
}

const own: Schema = {
  SealedRequest: object({ document: { type: "string", description: "What `sealRequest` gives." } }),
  OpenRequest: object({ request: reference("LicenseRequest") }),
  Granted: object({ answer: { const: "granted" }, document: { type: "string", description: "The license, signed." } }),
  Refused: object(
    {
      answer: { const: "refused" },
      refusal: coded("Why not, and `instead`: what to do."),
      document: { type: "string", description: "The refusal, signed. Absent for other vendors' requests." },
    },
    ["document"],
  ),
  Problem: object({ error: coded("What is wrong; `faults`, where there are some, say where.") }),
};

function component({ $schema: _, $id: __, ...schema }: Schema): Schema {
  const text = JSON.stringify(schema).replace(/"\$ref":"([a-z-]+)\.json"/g, (_, file: keyof typeof published) =>
    JSON.stringify(reference(published[file])).slice(1, -1),
  );
  return JSON.parse(text) as Schema; // what was written as JSON
}

function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function anyOf(...names: readonly string[]): Schema {
  return { oneOf: names.map(reference) };
}

function json(schema: Schema): Schema {
  return { "application/json": { schema } };
}

function problem(description: string): Schema {
  return { description, content: json(reference("Problem")) };
}

function object(properties: Schema, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required };
}

function coded(description: string): Schema {
  return { type: "object", description, properties: { code: { type: "string" } }, required: ["code"] };
}
