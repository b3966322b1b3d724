/** A port that something listens at. Both bounds included. */
export interface UsualPort {
  readonly from: number;
  readonly to: number;
  readonly protocols: readonly ("tcp" | "udp")[];
  readonly purpose: PortPurpose;
}

/** What listens: the manager of network dongles, the server's agent, its cluster manager, its working processes; or another. */
export type PortPurpose = "dongle-manager" | "server-agent" | "cluster-manager" | "working-processes" | "other";

/**
 * The ports that licenses are given through, where nobody set others: data, of which only 1540 stands in the guides here. The
 * others are the defaults that the makers of the dongle manager and of the platform publish.
 *
 * @rule DG-06
 * @source S2 p. 28 (1540); field reports
 */
export const usualPorts: readonly UsualPort[] = [
  { from: 475, to: 475, protocols: ["tcp", "udp"], purpose: "dongle-manager" },
  { from: 1540, to: 1540, protocols: ["tcp"], purpose: "server-agent" },
  { from: 1541, to: 1541, protocols: ["tcp"], purpose: "cluster-manager" },
  { from: 1560, to: 1591, protocols: ["tcp"], purpose: "working-processes" },
];
