import { existsSync } from "node:fs";
import { join } from "node:path";
import { formatPin, kits } from "licit/pins";
import { drawnDigits, drawnPins } from "./drawn.js";
import { writeDurably } from "./files.js";
import type { Site } from "./site.js";

/** A kit to try the center out with: sold once, to the person at the keyboard. Answers the file that names its PINs. */
export async function sellSampleKit({ settings, desk, now }: Pick<Site, "settings" | "desk" | "now">): Promise<string> {
  const file = join(settings.data, "sample-kit.txt");
  if (existsSync(file)) return file;
  const { issuer, product } = settings;
  const definition = kits["client-1"];
  const [kit, pins] = [drawnDigits(10), drawnPins(definition)];
  const data = { issuer, product, kit, definition, pins, customer: { name: "You" }, at: now() };
  const served = await desk.serve(kit, { type: "register-kit", data });
  if (!served.decided || !served.handled.decision.ok) throw new Error("the sample kit was not registered");
  const lines = Object.entries(pins).flatMap(([set, drawn]) => ["", `${set}:`, ...drawn.map((pin) => formatPin(pin))]);
  writeDurably(file, [`Kit ${kit} (${definition.name})`, ...lines, ""].join("\n"));
  return file;
}
