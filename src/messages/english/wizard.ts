import type { WordsFor } from "../words.js";

/** Of the wizard. */
export const wizard: WordsFor<"acquisition"> = {
  "acquisition/acquired-otherwise": "This license is recovered as it was acquired: {~by}.",
  "acquisition/first-license-otherwise": "A further license is acquired as the first one on this computer was: {~by}.",
  "acquisition/no-community-license": "There is no community license of this product.",
  "acquisition/if-single-user": "Only for a single-user license.",
  "acquisition/if-acquired-so": "Only if the license was acquired so the first time.",
  "acquisition/if-connected": "Only if the connection to the licensing center is restored.",
  "acquisition/if-not-acquired-yet": "A license with this PIN is on this computer: to get it again, recover it.",
  "acquisition/if-answered": "For a file that the licensing center sent you.",
  "acquisition/fields-wrong": "Fill in or correct what is marked.",
  "acquisition/save-first": "Save the request first.",
  "acquisition/open-first": "Open the response first.",
  "acquisition/working": "One moment, please.",
  "acquisition/failed": "Choose how to go on.",
  "acquisition/ended": "The wizard is closed.",
  "acquisition/other-step": "This belongs to another step.",
  "acquisition/no-such-button": "This cannot be done now.",
  "acquisition/never-asked": "Nobody asked for this ({effect}).",
  "acquisition/no-longer-asked": "This is no longer asked for ({effect}).",
  "acquisition/other-outcome": "This is no answer to what was asked for ({type}).",
  "acquisition/other-version": "This was stored by another version of the program. Start again.",
  "acquisition/damaged": "What was stored is damaged. Start again.",
  "acquisition/required": "This must be filled in.",
  "acquisition/unfit-text": "This text is too long, or has characters that cannot be seen.",
  "acquisition/not-a-host": "This is no name or address of a server.",
  "acquisition/not-a-port": "A port is a number from {least} to {most}.",
  "acquisition/server-needed": "This license is installed on a server: name it.",
  "acquisition/not-chosen": "Choose one.",
  "acquisition/undetermined":
    "These could not be read, and may have changed: {~unread}. Read them again; or clear this box, and spend a spare PIN.",
  "acquisition/spending-not-confirmed": "Confirm that a spare PIN will be spent.",
  "acquisition/spare-is-current": "The spare PIN must be another one than the current PIN.",
  "acquisition/not-confirmed-yet": "Not confirmed yet.",
  "acquisition/two-sets":
    "Attention! A kit for 5, 10 or 20 users has two sets of PINs: single-user ones for workstations, and multi-user ones for a server. The first PIN that you use decides, for good: the other set becomes invalid.[ Here the {~set} ones fit.]",
  "acquisition/kind-unknown":
    "A single-user license is installed on a workstation or a server; a multi-user or server license on a server only, and not by phone.",
  "acquisition/nothing-changed": "The computer is what it was: the current PIN is enough.",
  "acquisition/changed": "The computer was changed: {~findings}. You need a spare PIN.",
  "acquisition/not-unchanged":
    "The computer was changed: {~findings}. With the current PIN alone the licensing center will refuse: clear the box, and enter a spare PIN.",
  "acquisition/spare-not-needed":
    "The computer is what it was: the licensing center will not take a spare PIN. Confirm that nothing was changed.",
  "acquisition/owner-data-saved": "The data are saved. Keep the file: to recover the license you will need them again.",
  "acquisition/owner-data-not-saved":
    "The data could not be saved. Try again, or write them down: to recover the license you will need them again.",
  "acquisition/load-owner-data": "If you saved the data at the first registration (licdata.txt), load that file.",
  "acquisition/request-saved": "The request is saved. Send the file to the licensing center.",
  "acquisition/dictate-again": "The operator did not confirm this row: have it dictated again.",
  "acquisition/cannot-tell":
    "Whether the computer was changed cannot be told: {~findings} could not be read. Read it again, as administrator.",
  "acquisition/first-license-yields":
    "The first license on this computer was acquired otherwise, but this one cannot be: choose one of these.",
  "acquisition/acquired-yields":
    "This license was acquired otherwise, but so it cannot be recovered: choose one of these, or ask the licensing center.",
  "acquisition/needs-server":
    "This license is counted by a server, and this computer is none: it will not serve here. Install it on a server.",
  "acquisition/save-owner-data":
    "Save these data to a file: to recover the license you will have to enter them again, correct to every character.",
  "acquisition/no-open-request":
    "No request is open on this computer: only a license that was made for it can be installed.",
  "acquisition/community-terms": "A community license is free: at most 3 sessions an infobase, for 7 days.",
  "acquisition/center-unreachable": "The licensing center cannot be reached.",
  "acquisition/center-busy":
    "The licensing center takes no more requests from here for now.[ Try again in {minutes} {minutes|minute|minutes}.]",
  "acquisition/center-failed": "The licensing center could not answer. Nothing is lost: try again.",
  "acquisition/not-readable": "The computer could not be read.",
  "acquisition/not-saved": "The file could not be saved.",
  "acquisition/not-opened": "The file could not be opened.",
  "acquisition/not-encoded": "The digits for the phone could not be made.",
  "acquisition/not-installed": "The license could not be stored.",
  "acquisition/not-answered": "Something is missing for a request. Go back, and look through what was entered.",
};
