import type { Asking } from "./asking.js";
import { get } from "./hash-map.js";
import { levelOf, type LicenseLevel, type ServerLicense } from "./installed.js";
import { serverKey } from "./keys.js";
import { serverSearchOrder, type SearchStep, type ServerLook } from "./search-order.js";
import type { Grant } from "./grant.js";
import { emptyShelf, isOfServers, serves, type Installed } from "./site.js";
import type { SeatView } from "./store.js";
import type { Computer } from "./topology.js";
import type { Finding, NoUse, TrailStep } from "./trail.js";

/** What comes of the search for a server license. */
export type ServerAnswer =
  /** `null`: none is needed (AL-09). */
  | { readonly ok: true; readonly grant: Grant | null }
  /** `taken`: there is one, and it serves another server. */
  | { readonly ok: false; readonly taken: boolean };

/** Answers for client licenses of each level; of any, where there is no client license. */
export type ServerSearch = (level: LicenseLevel | undefined) => ServerAnswer;

/**
 * Looks for the license of a session's application server, once for each level that is asked for. File mode, and a web
 * server with a file, need none: not even where a server agent was put on the web server's computer to install licenses.
 *
 * @rule AL-09, AL-22, AL-23, AL-27, AL-28
 */
export function serverSearch(view: SeatView, asking: Asking): ServerSearch {
  const { infobase, places } = asking;
  if (infobase.mode === "file" || places.server === null) return () => ({ ok: true, grant: null });
  const server = places.server.computer;
  const answers = new Map<LicenseLevel | undefined, ServerAnswer>();
  return (level) => {
    const known = answers.get(level);
    if (known !== undefined) return known;
    const answer = answerFor({ view, asking, server, level });
    answers.set(level, answer);
    return answer;
  };
}

interface ServerWalk {
  readonly view: SeatView;
  readonly asking: Asking;
  readonly server: Computer;
  readonly level: LicenseLevel | undefined;
}

function answerFor(walk: ServerWalk): ServerAnswer {
  const grant = heldSeat(walk) ?? walked(walk);
  if (grant !== null) return { ok: true, grant };
  const trail: TrailStep[] = [];
  walked(walk, trail);
  return { ok: false, taken: trail.some(({ found }) => found.some(({ why }) => why === "all-seats-taken")) };
}

/** Why no server license was found, step by step. @rule AL-13 */
export function serverTrail(view: SeatView, asking: Asking, level: LicenseLevel | undefined): readonly TrailStep[] {
  const trail: TrailStep[] = [];
  if (asking.infobase.mode === "client-server" && asking.places.server !== null)
    walked({ view, asking, server: asking.places.server.computer, level }, trail);
  return trail;
}

/** The server's own seat, while it serves. */
function heldSeat(walk: ServerWalk): Grant | null {
  const { view, server } = walk;
  const row = view.unit(serverKey(server.id));
  for (const { license } of row?.seats ?? []) {
    const installed = get(view.site().licenses, license);
    if (installed !== undefined && isOfServers(installed) && unsuitable(installed, walk) === undefined)
      return grantOf(installed, walk, row?.unit);
  }
  return null;
}

function walked(walk: ServerWalk, trail?: TrailStep[]): Grant | null {
  for (const step of serverSearchOrder) {
    const computer = walk.asking.places[step.place]?.computer;
    const found: Finding[] = [];
    for (const installed of computer === undefined ? [] : candidates(step, computer, walk)) {
      const why = unsuitable(installed, walk) ?? (isTaken(installed, walk) ? "all-seats-taken" : undefined);
      if (why === undefined) return grantOf(installed, walk);
      found.push({ license: installed.license.license, why });
    }
    if (computer === undefined)
      trail?.push({ for: "server", ...step, computer: null, skipped: "no-such-server", found });
    else trail?.push({ for: "server", ...step, computer: computer.id, found });
  }
  return null;
}

function candidates(
  { look }: SearchStep<ServerLook>,
  { id }: Computer,
  { view, server }: ServerWalk,
): readonly Installed<ServerLicense>[] {
  const site = view.site();
  const shelf = get(site.shelves, id) ?? emptyShelf;
  if (look === "last-source") {
    const last = get(site.lastSources, server.id)?.["server-license"];
    return shelf.server.filter(({ license }) => license.license === last);
  }
  const type = look === "software-32" || look === "software-64" ? "server" : "server-dongle";
  const bits = look === "software-32" || look === "dongle-32" ? 32 : 64;
  return shelf.server.filter(({ license }) => license.type === type && license.bits === bits);
}

function unsuitable(installed: Installed<ServerLicense>, { server, level }: ServerWalk): NoUse | undefined {
  if (!serves(installed)) return "expired";
  if (installed.license.bits === 32 && (server.serverBits ?? 64) === 64) return "32-bit-for-a-64-bit-server";
  return level !== undefined && levelOf(installed.license) !== level ? "another-level" : undefined;
}

function isTaken({ pool }: Installed, { view }: ServerWalk): boolean {
  return (view.pool(pool)?.used ?? 0) > 0;
}

/** Seats of a server license: one that the server holds, under the key of its unit, or a new one. */
function grantOf({ license, pool }: Installed<ServerLicense>, { server }: ServerWalk, heldBy?: string): Grant {
  return {
    unit: heldBy ?? serverKey(server.id),
    kind: "server",
    license: license.license,
    pool,
    held: heldBy !== undefined,
    reservation: null,
    searcher: { computer: server.id, as: "server-license" },
  };
}
