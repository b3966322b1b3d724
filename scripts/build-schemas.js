// Builds dist/schemas: the forms of what goes over a wire or into a file, as JSON Schema, from the very schemas that the
// parsers use. For programs in any language, and for descriptions of an HTTP interface. What a schema cannot say (a name that
// must be that of its PIN, a character that no form should hold), the parser says.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toJSONSchema } from "zod/mini";
import { keyParametersShape } from "../dist/fingerprint/parse.js";
import { licenseShape } from "../dist/license/parse.js";
import { requestShape } from "../dist/license/request.js";
import { ownerShape } from "../dist/owner/parse.js";
import { definition } from "../dist/pins/parse.js";

const folder = fileURLToPath(new URL("../dist/schemas/", import.meta.url));

/** Each with its parts that have a parser, and so a schema, of their own. */
const documents = {
  "key-parameters": { title: "KeyParameters", shape: keyParametersShape },
  owner: { title: "Owner", shape: ownerShape },
  "kit-definition": { title: "KitDefinition", shape: definition },
  license: {
    title: "License",
    shape: licenseShape,
    put({ properties }) {
      properties.owner = { $ref: "owner.json" };
      const [hardware] = properties.binding.oneOf ?? properties.binding.anyOf;
      hardware.properties.reference = { $ref: "key-parameters.json" };
    },
  },
  "license-request": {
    title: "LicenseRequest",
    shape: requestShape,
    put({ properties }) {
      properties.owner = { $ref: "owner.json" };
      properties.parameters = { $ref: "key-parameters.json" };
    },
  },
};

mkdirSync(folder, { recursive: true });
for (const [name, { title, shape, put }] of Object.entries(documents)) {
  const { $schema, ...schema } = toJSONSchema(shape, { io: "input" });
  put?.(schema);
  const document = { $schema, $id: `${name}.json`, title, ...schema };
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(document, undefined, 2)}\n`);
}
