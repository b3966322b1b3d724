// Explores kits to closure, and writes what became of single PINs (a diagram) and how many states there are (a table)
// into docs/pins.md: both come from the machine itself.
import { readFileSync, writeFileSync } from "node:fs";
import { pinKit } from "../dist/pins/index.js";
import { explorePinKit, licit } from "../dist/spec/index.js";

const both = ["single-user", "multi-user"];
const shapes = [
  ["client-1", { client: { workstations: 1, sets: ["single-user"] } }, 1, false],
  ["client-5, reduced to 2 seats", { client: { workstations: 2, sets: both }, pinsPerLicense: 2 }, 0, false],
  ["client-5, reduced to 2 seats", { client: { workstations: 2, sets: both } }, 0, true],
  [
    "package with a server, 1 workstation",
    { client: { workstations: 1, sets: both }, server: true, pinsPerLicense: 2 },
    0,
    false,
  ],
  [
    "package with a server, reduced to 2 seats",
    { client: { workstations: 2, sets: both }, server: true, pinsPerLicense: 2 },
    0,
    true,
  ],
];

/** A kit of a definition, its PINs counted up. */
function kitOf(definition) {
  const each = definition.pinsPerLicense ?? 3;
  let next = 100000000000000;
  const pins = (count) => Array.from({ length: count }, () => String((next += 7919)));
  const sets = [...(definition.client?.sets ?? []), ...(definition.server ? ["server"] : [])];
  const counts = { "single-user": (definition.client?.workstations ?? 0) * each, "multi-user": each, server: each };
  return { kit: "8050525679", definition, pins: Object.fromEntries(sets.map((set) => [set, pins(counts[set])])) };
}

const ways = new Map();
const rows = [];
for (const [name, definition, additional, alike] of shapes) {
  const kit = kitOf({ name, ...definition });
  const found = await explorePinKit(licit.pins, kit, { additional, alike, most: 1_000_000 });
  for (const way of found.ways) ways.set(way.join(), way);
  const pins = Object.values(kit.pins).flat().length;
  const counted = [found.states, found.accepted, found.refused].map((count) => count.toLocaleString("en-US"));
  rows.push([
    name,
    pins + (additional ? ` + ${additional} additional` : ""),
    ...counted,
    alike ? "which of equal PINs" : "—",
  ]);
}

const order = ["unused", "current", "superseded", "cancelled", "void"];
const byPlace = ([a, , b], [c, , d]) => order.indexOf(a) - order.indexOf(c) || order.indexOf(b) - order.indexOf(d);
const labels = new Map();
for (const [from, command, to] of [...ways.values()].sort(byPlace)) {
  const arrow = `${from} --> ${to}`;
  labels.set(arrow, [...(labels.get(arrow) ?? []), command]);
}
const diagram = [
  "```mermaid",
  "stateDiagram-v2",
  "  [*] --> unused: open, issueAdditional",
  ...[...labels].map(([arrow, commands]) => `  ${arrow}: ${[...new Set(commands)].sort().join(", ")}`),
  ...["superseded", "cancelled", "void"].map((state) => `  ${state} --> [*]`),
  "```",
].join("\n");

const cells = (row) => `| ${row.join(" | ")} |`;
const header = ["kit", "PINs", "states", "commands accepted", "commands refused", "taken for one"];
const counts = [cells(header), cells(header.map(() => "---")), ...rows.map(cells)].join("\n");

const file = new URL("../docs/pins.md", import.meta.url);
const put = (text, name, content) => {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`docs/pins.md has no place for the ${name}`);
  return text.replace(pattern, `$1\n${content}\n$2`);
};
writeFileSync(file, put(put(readFileSync(file, "utf8"), "diagram", diagram), "counts", counts));
console.log(`version ${pinKit.version}: ${rows.map(([name, , states]) => `${name} ${states}`).join(", ")}`);
