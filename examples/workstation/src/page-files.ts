import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { log, reasonOf } from "./log.js";

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files of the page by the path under which they are asked for. What is not in this list is not there. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: { readonly [extension: string]: string | undefined } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** Reads the built page once. No path that a client sends leads to the disk, so none can lead astray. */
export async function readPage(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const type = types[extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      files.set(`/${relative(folder, path).replaceAll(sep, "/")}`, {
        type,
        bytes: new Uint8Array(await readFile(path)),
      });
    }
  } catch (error) {
    log("no page", reasonOf(error));
  }
  const index = files.get("/index.html");
  return index === undefined ? files : files.set("/", index);
}
