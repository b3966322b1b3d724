/** Where a license is looked for: where the client runs, at the server that it works with, at that server's licensing service. */
export type SearchPlace = "client" | "server" | "licensing-service";

/** All of them, in order. */
export const searchPlaces: readonly SearchPlace[] = ["client", "server", "licensing-service"];

/** What is looked at there. */
export type ClientLook = "last-source" | "software" | "local-dongle" | "network-dongle" | "basic";

/** What is looked at there for the license of an application server. */
export type ServerLook = "last-source" | "software-32" | "software-64" | "dongle-32" | "dongle-64";

/** One step of a search. */
export interface SearchStep<L extends ClientLook | ServerLook> {
  readonly place: SearchPlace;
  readonly look: L;
}

/**
 * Where a client license is looked for, in this order; the first success stops. What is not there is passed by: a client
 * of a file that nobody publishes has no server, web and mobile clients have no computer of their own.
 *
 * @rule AL-11
 * @source the administrator guide, chapter on licensing
 */
export const clientSearchOrder: readonly SearchStep<ClientLook>[] = [
  { place: "client", look: "last-source" },
  { place: "client", look: "software" },
  { place: "client", look: "local-dongle" },
  { place: "client", look: "network-dongle" },
  { place: "client", look: "basic" },
  { place: "server", look: "last-source" },
  { place: "server", look: "software" },
  { place: "server", look: "local-dongle" },
  { place: "server", look: "network-dongle" },
  { place: "licensing-service", look: "last-source" },
  { place: "licensing-service", look: "software" },
];

/**
 * Where the license of an application server is looked for, in this order.
 *
 * @rule AL-23, AL-27
 * @source the administrator guide, chapter on licensing
 */
export const serverSearchOrder: readonly SearchStep<ServerLook>[] = [
  { place: "server", look: "last-source" },
  { place: "server", look: "software-32" },
  { place: "server", look: "software-64" },
  { place: "server", look: "dongle-32" },
  { place: "server", look: "dongle-64" },
  { place: "licensing-service", look: "last-source" },
  { place: "licensing-service", look: "software-32" },
  { place: "licensing-service", look: "software-64" },
];
