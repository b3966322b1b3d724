/** What a vendor may decide about seats. Everything is off by default. Times are milliseconds, up to a hundred years (included). */
export interface SeatPolicies {
  /** Whether a client's computer that the topology does not have is refused (the default), or a workstation like any other. */
  readonly otherComputers: "refused" | "workstations";
  /** Whether Designer takes seats beside all others (`shared`, the default), or as many again of its own. @rule AL-10 */
  readonly designer: "shared" | "own-pool";
  /** What becomes of sessions whose license was removed or has expired. Default `run-on`: to their own end. @rule AL-17 */
  readonly onRemoval: "run-on" | "end" | "move";
  /** A session ends unless it is renewed within this time. 0 (the default): never. @rule AL-18 */
  readonly leaseMs: number;
  /** A seat stays with its unit for this long after the last session. Default 0. @rule AL-19 */
  readonly lingerMs: number;
  /** How many seats beyond those of the licenses on one computer: its software licenses together, its dongles together. Default 0. @rule AL-19 */
  readonly overdraft: number;
  /** Whether seats may be kept for a user or a computer. Default `false`. @rule AL-19 */
  readonly reservation: boolean;
  /** For how long at most a seat may be taken away. 0 (the default): not at all. @rule AL-19 */
  readonly borrowingMs: number;
  /** How many sessions may wait for a seat, 0 to 10,000 (included). Default 0: none waits. @rule AL-19 */
  readonly queue: number;
}

/** Some of the policies. */
export type SomePolicies = { readonly [P in keyof SeatPolicies]?: SeatPolicies[P] | undefined };

/** Everything off. @rule AL-18, AL-19 */
export const defaultPolicies: SeatPolicies = {
  otherComputers: "refused",
  designer: "shared",
  onRemoval: "run-on",
  leaseMs: 0,
  lingerMs: 0,
  overdraft: 0,
  reservation: false,
  borrowingMs: 0,
  queue: 0,
};
