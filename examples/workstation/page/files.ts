import type { Done, Task } from "../src/contract.js";

/** A file that the person chose, as the agent takes it. */
export async function readFile(file: File): Promise<NonNullable<Task["file"]>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name, base64: btoa(binary) };
}

/** Hands a file to the browser, which saves it or asks where to. */
export function saveFile({ name, type, base64 }: NonNullable<Done["save"]>): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click: revoked at once, there would be nothing to read.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
