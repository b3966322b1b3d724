export type { Borrowing, Configuration, Release, Renewal, ReservationRequest, SeatCommand, Start } from "./command.js";
export type { Misplaced } from "./asking.js";
export { decideSeats } from "./decide.js";
export type { Demand, DemandGroup, KitSize, KitUseAs, PlannedPlace, PlannedSeats } from "./demand.js";
export type { Denial } from "./denial.js";
export type {
  Configured,
  LeftSeat,
  LicenseGone,
  LicenseInstalled,
  ReservationEnded,
  SeatEvent,
  SeatFreed,
  SessionEnded,
  SessionMoved,
  SessionQueued,
  SessionRenewed,
  SessionStarted,
  SessionWithdrawn,
} from "./event.js";
export { foldSeats } from "./fold.js";
export { freeSeats, freeSeatsIn, type FreeSeats } from "./free-seats.js";
export type { Grant, Grants, Searcher } from "./grant.js";
export { holders, holdersIn, type HeldSession, type Holder, type SeatRows } from "./holders.js";
export type {
  ClientLicense,
  Dongle,
  InstalledLicense,
  LicenseLevel,
  ServerLicense,
  SoftwareLicense,
} from "./installed.js";
export type { KitUse } from "./kit-uses.js";
export { parseSeatCommand, parseSeatEvent } from "./parse.js";
export { plan, type DemandGroupName, type Placement, type PlanVerdict } from "./plan.js";
export { defaultPolicies, type SeatPolicies, type SomePolicies } from "./policies.js";
export { parseSite, restore } from "./restore.js";
export { inOrderOfTime } from "./rows.js";
export type { Deadline, PoolRow, Seat, SeatPlace, Session, UnitRow } from "./rows.js";
export { seats } from "./seats.js";
export { consumes, type Application, type SessionFacts } from "./session.js";
export { startAnswer, type StartAnswer } from "./start-answer.js";
export {
  emptySite,
  type Installed,
  type LastSources,
  type Reservation,
  type Shelf,
  type Site,
  type Waiting,
} from "./site.js";
export {
  snapshot,
  storedSite,
  type SeatSnapshot,
  type StoredLicense,
  type StoredSeat,
  type StoredSite,
} from "./snapshot.js";
export { type SeatState } from "./state.js";
export type { SeatStore, SeatView } from "./store.js";
export {
  clientSearchOrder,
  serverSearchOrder,
  type ClientLook,
  type SearchPlace,
  type SearchStep,
  type ServerLook,
} from "./search-order.js";
export type {
  Computer,
  ComputerRole,
  FileInfobase,
  Infobase,
  ServerInfobase,
  Topology,
  TopologyFault,
} from "./topology.js";
export type { Finding, NoSeat, NoUse, SkipReason, Taken, TrailStep, Unsuitable } from "./trail.js";
export {
  unitOf,
  unitTable,
  type CountedSession,
  type GivenBy,
  type SeatSource,
  type Unit,
  type UnitKind,
} from "./unit.js";
