import type { Comparison, Device, Finding, Parameter } from "licit/fingerprint";

/** What a person calls a parameter. */
export const parameterNames: { readonly [parameter in Parameter]: string } = {
  "os.family": "operating system",
  "os.name": "OS name",
  "os.version": "OS version",
  "os.serialNumber": "OS serial number",
  "os.installedAt": "OS installation date",
  networkName: "network name",
  "board.model": "motherboard",
  memoryBytes: "RAM",
  "bios.type": "BIOS type",
  "bios.version": "BIOS version",
  processors: "processor",
  networkAdapters: "network adapter",
  disks: "disk",
};

/** What happened, in one line: "network adapter replaced: mac 00:1a:… → 00:1b:…". */
export function explain({ parameter, kind, reference, observed }: Finding): string {
  const name = parameterNames[parameter];
  const [before, after] = [show(parameter, reference), show(parameter, observed)];
  switch (kind) {
    case "replaced":
      return `${name} replaced: ${isDevice(reference) && isDevice(observed) ? apart(reference, observed) : `${before} → ${after}`}`;
    case "added":
      return `${name} added: ${after}`;
    case "removed":
      return `${name} removed: ${before}`;
    case "unread":
      return `${name} could not be read`;
    case "increased":
    case "decreased":
      return reference === undefined ? `${name} ${kind}: now ${after}` : `${name} ${kind}: ${before} → ${after}`;
    case "value":
      return observed === undefined ? `${name} changed: was ${before}` : `${name} changed: ${before} → ${after}`;
  }
}

/** What the customer does now. */
export function remedy(outcome: Comparison["outcome"]): string {
  switch (outcome) {
    case "same":
      return "nothing to do";
    case "changed":
      return "recover the license with a spare PIN";
    case "undetermined":
      return "read again, with more rights";
  }
}

/** A value as a person reads it. */
export function show(parameter: Parameter, value: Finding["reference"]): string {
  if (value === undefined) return "?";
  if (typeof value === "number") return parameter === "memoryBytes" ? gigabytes(value) : String(value);
  if (typeof value === "string") return value;
  if (isDevice(value)) return deviceLine(value);
  return "unreadable" in value ? `not read: ${value.unreadable}` : `${value.length} devices`;
}

/** A device in one line: its model, then what tells it from others. */
export function deviceLine({ model, ...attributes }: Device): string {
  const shown = Object.entries(attributes).map(([name, value]) =>
    name === "sizeBytes" && typeof value === "number" ? gigabytes(value) : `${name} ${value}`,
  );
  return [model, ...shown].join(", ");
}

/** Bytes in binary gigabytes, as memory is sold. */
export function gigabytes(bytes: number): string {
  return `${Math.round((bytes / 2 ** 30) * 10) / 10} GiB`;
}

/** What differs between two devices: the models, where they do, else the first attribute that does. */
function apart(before: Device, after: Device): string {
  const names = Object.keys(before).filter((name) => before[name] !== after[name]);
  const [first = "model"] = names;
  const label = first === "model" ? "" : `${first} `;
  const more = names.length > 1 ? `, and ${names.length - 1} more` : "";
  return `${label}${before[first] ?? "none"} → ${after[first] ?? "none"}${more}`;
}

function isDevice(value: Finding["reference"]): value is Device {
  return typeof value === "object" && "model" in value;
}
