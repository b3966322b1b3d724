import type { CenterState } from "licit/center";
import type { KitNumber } from "licit/pins";
import { nameOf } from "../log.js";
import type { Site } from "../site.js";

/**
 * What is known of a kit; `undefined` where this version of the center cannot read it, as a newer one wrote to it. One such
 * kit keeps nobody from the others.
 */
export async function lookAt({ desk, store, log }: Site, kit: KitNumber): Promise<CenterState | undefined> {
  try {
    return await desk.look(kit);
  } catch (error) {
    // A database that does not answer is no fault of the kit.
    await store.ping();
    log({ event: "unreadable kit", error: nameOf(error) });
    return undefined;
  }
}
