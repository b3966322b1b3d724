import type { WordsFor } from "../words.js";

/** Of the core, of computers, owners and keys. */
export const basics: WordsFor<"core" | "fingerprint" | "owner" | "signing"> = {
  "core/invalid-input": "This is not well formed: {faults}.",
  "core/not-utf8": "This text is not UTF-8, from byte {#at} on.",
  "core/not-hex": "These are no hexadecimal digits, from character {#at} on.",
  "core/not-canonical": "This is no closed JSON value.",
  "core/wrong-digit-count": "{expected} digits are expected, not {length}.",
  "core/not-a-digit": "Character {#at} is no digit.",
  "core/not-opened": "This was not sealed for this key, or it was changed.",
  "fingerprint/weak-binding":
    "Too little of this computer could be read to tell it from others: {~missing}. Run the program as administrator, and read it again.",
  "fingerprint/unknown-change": "Planned change {#at} is not known.",
  "fingerprint/unknown-parameter": "Planned change {#at} names no key parameter: {path}.",
  "fingerprint/list-not-read": "Planned change {#at} concerns a list that was not read: {~list}.",
  "fingerprint/no-such-device": "Planned change {#at} concerns a device that is not there.",
  "fingerprint/invalid-change": "Planned change {#at} is not well formed.",
  "fingerprint/probe-failed": "The computer could not be read: {reason}.",
  "fingerprint/probe-timed-out": "The computer did not answer in time. Read it again.",
  "owner/not-confirmed":
    "Confirm that you will need the same data, correct to every character, to recover the license.",
  "signing/wrong-key-length": "This key has the wrong length.",
  "signing/not-hex": "This key is not written in hexadecimal digits.",
  "signing/not-a-key": "This is no key of the kind that is needed.",
  "signing/not-pem": "This is no PEM text.",
  "signing/key-size": "This key is too small or too large.",
  "signing/key-exponent": "This key's exponent is not taken.",
  "signing/broken-key": "This key is broken.",
};

/** Of what is dictated. */
export const phone: WordsFor<"phone"> = {
  "phone/not-text": "Digits are expected.",
  "phone/not-a-digit": "“{character}” is not a digit (character {#at}).",
  "phone/digit-of-another-script": "“{character}” looks like {digit}, but belongs to another script: type {digit}.",
  "phone/text-too-long": "This is far too long: {length} characters.",
  "phone/wrong-digit-count": "{expected} digits are expected; these are {digits}.",
  "phone/wrong-row-length": "A row has {expected} digits with its checksum; this one has {digits}.",
  "phone/row-mismatch": "The row does not fit its checksum. Have it read out again.[ It may have been: {suggestions}.]",
  "phone/row-checksum": "Row {row} does not fit its checksum. Have it read out again.",
  "phone/total-checksum": "The digits do not fit the total. Have all rows read out again.",
  "phone/total-mismatch":
    "The digits do not fit the total: have the total read out again. If it is right, a row is wrong: compare them all.",
  "phone/no-such-row": "There are {rows} rows: there is no row {row}.",
  "phone/row-waits": "Row {first} comes first: it is not confirmed yet.",
  "phone/row-empty": "Nothing was typed into row {row} yet.",
  "phone/rows-missing": "Row {first} is not confirmed yet.",
  "phone/already-complete": "All digits were taken already.",
  "phone/unknown-command": "This cannot be done with a response.",
  "phone/reserved-operation": "These digits are no request: there is no operation {digit}.",
  "phone/no-such-month": "These digits are no response: there is no month {payload}.",
  "phone/signature-out-of-range": "These digits are no response. Compare them with what was dictated.",
  "phone/single-user-only": "By phone only a single-user license can be acquired.",
  "phone/standard-pins-only": "By phone only a license with a PIN of 15 digits can be acquired.",
};

/** Of nethasp.ini. */
export const nethasp: WordsFor<"nethasp"> = {
  "nethasp/no-section": "nethasp.ini has no section {section}.",
  "nethasp/tcpip-not-enabled": "nethasp.ini must say NH_TCPIP = Enabled[ (line {line}: {value})].",
  "nethasp/no-address": "nethasp.ini names no license manager: NH_SERVER_ADDR is missing.",
  "nethasp/bad-address": "nethasp.ini, line {line}: “{address}” is no address.",
  "nethasp/names-unpaired":
    "nethasp.ini, line {line}: {names} {names|name|names} for {addresses} {addresses|address|addresses}.",
  "nethasp/name-not-listed": "nethasp.ini, line {line}: the name “{name}” does not stand in NHS_SERVERNAMES.",
  "nethasp/bad-port": "nethasp.ini, line {line}: “{value}” is no port from 1 to 65535.",
  "nethasp/bad-method": "nethasp.ini, line {line}: “{value}” is neither TCP nor UDP.",
  "nethasp/bad-broadcast": "nethasp.ini, line {line}: “{value}” is neither Enabled nor Disabled.",
  "nethasp/misplaced-key": "nethasp.ini, line {line}: {key} has no effect here; it belongs in {belongs}.",
  "nethasp/repeated-section":
    "nethasp.ini, line {line}: {section} stands in line {first} already, and that one counts.",
  "nethasp/repeated-key": "nethasp.ini, line {line}: {key} stands in line {first} already, and that one counts.",
  "nethasp/commented-out": "nethasp.ini, line {line}: {key} stands in a comment only.",
  "nethasp/not-a-line": "nethasp.ini, line {line}: “{text}” means nothing.",
  "nethasp/unsound-address": "Manager {#manager} has no address that could be written.",
  "nethasp/unsound-name": "Manager {#manager} has a name that cannot be written.",
  "nethasp/manager-without-name": "Manager {#manager} has no name, and the file names all others.",
  "nethasp/manager-without-pair": "Manager {#manager} was left out: the file's names do not go with its addresses.",
  "nethasp/name-without-pair": "The name of manager {#manager} was left out: others have none.",
};
