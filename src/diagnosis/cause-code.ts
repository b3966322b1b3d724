/**
 * Why a license is not found, or not obtained.
 *
 * @rule DG-02
 * @source S0; S3; S4
 */
export type CauseCode = FileCause | BindingCause | DongleCause | SeatCause | PinCause | ServiceCause;

/** In license files, and where they lie. */
export type FileCause =
  /** There is no license, as far as can be seen. */
  | "diagnosis/no-license"
  /** There was one, and its file is gone. */
  | "diagnosis/file-missing"
  /** Its file lies where this mode or this user does not look. */
  | "diagnosis/file-elsewhere"
  /** Its file lies in the directory of another version of the platform. */
  | "diagnosis/other-version-directory"
  | "diagnosis/copied-file"
  | "diagnosis/damaged-file"
  | "diagnosis/file-unreadable"
  /** It is of another kind than this start takes. */
  | "diagnosis/wrong-kind";

/** In what a license is bound to, and until when. */
export type BindingCause =
  | "diagnosis/parameters-changed"
  /** Whether the computer changed cannot be told: too little of it was read. */
  | "diagnosis/parameters-unread"
  /** Too little is known of the computer that it was made for, or is to be made for. */
  | "diagnosis/weak-binding"
  | "diagnosis/clock-wrong"
  | "diagnosis/license-expired"
  /** It is of another issuer or product. */
  | "diagnosis/other-vendor";

/** In dongles, and how they are reached. */
export type DongleCause =
  | "diagnosis/dongle-absent"
  /** Of several dongles of one series on one computer, one counts. */
  | "diagnosis/dongles-of-one-series"
  | "diagnosis/dongle-and-software"
  | "diagnosis/hardware-licenses-off"
  | "diagnosis/dongle-manager-unreachable"
  /** nethasp.ini is missing or wrong. */
  | "diagnosis/nethasp-ini";

/** In seats, and in who gives them. */
export type SeatCause =
  | "diagnosis/seats-taken"
  | "diagnosis/server-license-missing"
  /** The infobase or the licensing service is set not to give licenses. */
  | "diagnosis/licenses-not-given";

/** In PINs. */
export type PinCause =
  /** The license goes on under the PIN that took this one's place: this is the old computer. */
  | "diagnosis/pin-superseded"
  | "diagnosis/pin-cancelled"
  | "diagnosis/pin-already-activated"
  | "diagnosis/pin-not-in-kit"
  | "diagnosis/pin-mistyped"
  /** A basic edition's PIN in a standard wizard, or the reverse. */
  | "diagnosis/other-edition-pin"
  /** As many licenses of the kit are active as there may be. */
  | "diagnosis/places-taken";

/** Between this computer and others, and in what a person or an update did. */
export type ServiceCause =
  /** A firewall or an antivirus does not let a port through. */
  | "diagnosis/port-blocked"
  | "diagnosis/center-unreachable"
  | "diagnosis/owner-mismatch"
  /** The center's response belongs to another request than the one that is open. */
  | "diagnosis/other-response"
  | "diagnosis/edition-changed"
  /** Information, not a lost license (DG-07). */
  | "diagnosis/registration-failed"
  /** No cause: something that was handed in could not be read. */
  | "diagnosis/observation-unread";
