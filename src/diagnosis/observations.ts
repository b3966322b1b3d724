import type { FreeSeats, Holder, NoSeat } from "../allocation/index.js";
import type { Dongle, FilePlace, LicenseVerdict, VisibleLicenses } from "../license/index.js";
import type { OwnerComparison } from "../owner/index.js";
import type { Edition, PinKitState } from "../pins/index.js";
import type { IniFinding, LicensedSystem, RecognizedText } from "../platform/index.js";
import type { PortPurpose } from "./ports.js";

/**
 * What was observed: whatever of it there is. Each adds certainty; an item that says two things at once leaves both causes.
 *
 * Plain data, as the functions of this library give it: what was stored or comes from outside goes through their parsers
 * first. What is not of its shape all the same is left out, item by item, and `diagnosis/observation-unread` says so.
 */
export interface Observations {
  /** The computer, as where licenses are looked for. */
  readonly system?: LicensedSystem | undefined;
  /** License files as they are found there: `visibleLicenses`. */
  readonly visible?: VisibleLicenses | undefined;
  /** Licenses, and what `checkLicense` says of each. */
  readonly licenses?: readonly ObservedLicense[] | undefined;
  /** License files that were found elsewhere: in places that are not looked at in this mode, by this user, by this version. */
  readonly elsewhere?: readonly FileElsewhere[] | undefined;
  readonly dongles?: ObservedDongles | undefined;
  readonly settings?: ObservedSettings | undefined;
  readonly ports?: readonly ObservedPort[] | undefined;
  /** Why a session got no seat: what `startAnswer` says. */
  readonly denial?: NoSeat | undefined;
  /** Who holds the seats: `holders`. */
  readonly holders?: readonly Holder[] | undefined;
  /** How many seats there are, and are free: `freeSeats`. */
  readonly seats?: readonly FreeSeats[] | undefined;
  /** What the platform said: `recognizeMessage`. */
  readonly messages?: RecognizedText | undefined;
  /** What is wrong with nethasp.ini: `checkNethaspIni`. Empty: nothing is. */
  readonly nethasp?: readonly IniFinding[] | undefined;
  readonly kits?: readonly PinKitState[] | undefined;
  /** The owner as typed, beside the one on record: `compareOwner`. */
  readonly owner?: OwnerComparison | undefined;
  /** Why a licensing center, a kit or a parser of what was typed refused. */
  readonly refusal?: ObservedRefusal | undefined;
  /** Whether the licensing center answers. */
  readonly center?: "reachable" | "unreachable" | undefined;
  /** The edition of the configuration, before it was updated and now: in any words. */
  readonly edition?: { readonly before: string; readonly now: string } | undefined;
  /** Which PINs the wizard asks for. */
  readonly wizard?: Edition | undefined;
  /** The PIN as it was typed. */
  readonly typedPin?: string | undefined;
}

/** The name of an observation. */
export type ObservationName = keyof Observations;

/** A license, and whether it may be used. */
export interface ObservedLicense {
  readonly place?: FilePlace | undefined;
  readonly verdict: LicenseVerdict;
}

/** A license file in a place that is not looked at. */
export interface FileElsewhere {
  readonly directory: string;
  readonly name: string;
  /** The license's name, where the file can be read. */
  readonly license?: string | undefined;
}

/** The dongles, one by one: that a list of what is there does not name one is no evidence that it is absent. */
export interface ObservedDongles {
  readonly seen?: readonly ObservedDongle[] | undefined;
  /** Whether the manager of network dongles answers. */
  readonly manager?: "reachable" | "unreachable" | undefined;
}

/** A dongle that should be there. */
export interface ObservedDongle {
  readonly dongle: Dongle;
  readonly present: boolean;
  /** The computer that it is plugged into. Absent: this one. */
  readonly computer?: string | undefined;
}

/** Settings, as far as they were looked at. */
export interface ObservedSettings {
  /** Whether dongles are used, as the infobase is set on this computer. */
  readonly hardwareLicenses?: boolean | undefined;
  /** Whether the server may give licenses to clients of the infobase. */
  readonly infobaseGivesLicenses?: boolean | undefined;
  /** Whether the licensing service is set to give licenses. */
  readonly serviceGivesLicenses?: boolean | undefined;
}

/** A port that was tried. */
export interface ObservedPort {
  /** 1 to 65,535 (included). */
  readonly port: number;
  readonly protocol: "tcp" | "udp";
  readonly purpose: PortPurpose;
  readonly reachable: boolean;
}

/** A refusal, by its code: of `licit/center`, `licit/pins` or a parser of theirs. */
export interface ObservedRefusal {
  readonly code: string;
  readonly pin?: string | undefined;
  readonly since?: number | undefined;
}
