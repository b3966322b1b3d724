// Writes docs/rules.md from the specification: the rules are said in one place, and that is code.
import { writeFileSync } from "node:fs";
import { rules, saboteurs, sources } from "../dist/spec/index.js";

const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const sections = [...new Set(rules.map(({ module }) => module))].map((module) => {
  const own = rules.filter((rule) => rule.module === module);
  return [
    `## licit/${module}`,
    "",
    row("id", "rule", "source", "checked by", "catches, for one"),
    "|---|---|---|---|---|",
    ...own.map(({ id, statement, source, method }) =>
      row(id, statement, source, method, saboteurs.find(({ rule }) => rule === id)?.mistake ?? ""),
    ),
    "",
  ].join("\n");
});

const text = `# The rules

Every rule of this library. Generated from \`licit/spec\` by \`npm run docs\`; each row is a property that the tests run, and
the last column a mistake that it catches.

${sections.join("\n")}
## Sources

| | |
|---|---|
${Object.entries(sources)
  .map(([name, what]) => row(name, what))
  .join("\n")}
`;

writeFileSync(new URL("../docs/rules.md", import.meta.url), text);
