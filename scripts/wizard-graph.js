// Draws the wizard's graph into docs/acquisition.md: from the machine itself, explored to closure. Run `npm run build` before.
import { readFileSync, writeFileSync } from "node:fs";
import { explore } from "../dist/spec/acquisition/explore.js";
import { licit } from "../dist/spec/licit.js";

const file = new URL("../docs/acquisition.md", import.meta.url);
const [begin, end] = ["<!-- graph: begin -->", "<!-- graph: end -->"];

const { screens, moves } = await explore(licit.acquisition);
const edges = new Map();
for (const { step, ways } of screens.values()) {
  for (const [target, by] of ways) {
    const to = screens.get(target).step;
    if (to === step || to === "closed" || to === "failure") continue;
    const key = `${step} ${to}`;
    edges.set(key, (edges.get(key) ?? new Set()).add(by));
  }
}
const steps = new Set([...screens.values()].map(({ step }) => step));
const id = (step) => step.replaceAll("-", "_");
const drawn = [...edges]
  .map(([key, by]) => [...key.split(" "), [...by].sort()])
  .filter(([from]) => from !== "failure")
  .sort(([a, b], [c, d]) => (a + b < c + d ? -1 : 1));
const label = (by) => (by.length === 1 && by[0] === "next" ? "" : `|${by.join(", ")}|`);
const failing = new Set(
  [...screens.values()].flatMap(({ step, ways }) =>
    [...ways.keys()].filter((key) => screens.get(key).step === "failure" && step !== "failure").map(() => step),
  ),
);
const cures = [...edges.keys()]
  .filter((key) => key.startsWith("failure "))
  .map((key) => key.split(" ")[1])
  .sort();

const text = `
${screens.size.toLocaleString("en")} screens that a person can tell apart, on ${steps.size} steps; ${moves.toLocaleString("en")} choices, buttons, outcomes and ways back were
followed until nothing new came. Every step is reached, from every screen the end can be reached, and Back leads to every
earlier step until the installation begins.

\`\`\`mermaid
flowchart TD
${drawn.map(([from, to, by]) => `  ${id(from)}["${from}"] -->${label(by)} ${id(to)}["${to}"]`).join("\n")}
\`\`\`

"Cancel" leads from every step but the installation to \`closed\`, and so does "leave" from the file steps, and from a license
that could not be stored. What the host cannot do leads from ${[...failing]
  .sort()
  .map((step) => `\`${step}\``)
  .join(", ")} to \`failure\`, and from there
"try again", "another method" and "correct" lead to ${cures.map((step) => `\`${step}\``).join(", ")}.
`;

const doc = readFileSync(file, "utf8");
const [head, rest] = doc.split(begin);
const tail = rest?.split(end)[1];
if (tail === undefined) throw new Error(`docs/acquisition.md has no ${begin} … ${end}`);
writeFileSync(file, `${head}${begin}\n${text}\n${end}${tail}`);
