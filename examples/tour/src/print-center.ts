import type { CenterTour, Exchange } from "./center-tour.js";
import { bold, dim, headline, table } from "./terminal.js";

/** The licensing center at work, both sides side by side. */
export function printCenter({ byFile, call }: CenterTour): string {
  return [
    headline("The licensing center: requests by file, opened, decided and signed"),
    sides(byFile),
    headline("The licensing center: the computer burned down, and the customer calls"),
    sides(call),
  ].join("\n");
}

function sides(exchanges: readonly Exchange[]): string {
  const rows = exchanges.map(({ customer, center }) => [customer, dim("│"), center]);
  return table([[bold("The customer"), dim("│"), bold("The licensing center")], ...rows]);
}
