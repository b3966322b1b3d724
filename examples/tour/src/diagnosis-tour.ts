import { readdirSync, readFileSync, type Dirent } from "node:fs";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { replay } from "licit";
import { diagnose, type Cause, type CauseCode, type Observations } from "licit/diagnosis";
import { judgeLicense, visibleLicenses, type DirectoryListing, type License } from "licit/license";
import { kits, pinKit } from "licit/pins";
import {
  checkNethaspIni,
  licenseDirectories,
  parseNethaspIni,
  recognizeMessage,
  type LicensedSystem,
} from "licit/platform";
import { officePc } from "./office-pc.js";

/** A customer's trouble, and what comes first among its causes. */
export interface Story {
  readonly told: string;
  readonly causes: readonly Cause[];
}

/** This computer as it is, and five stories that people told. */
export interface DiagnosisTour {
  readonly looked: readonly string[];
  readonly here: readonly Cause[];
  readonly stories: readonly Story[];
  readonly broken: readonly string[];
}

/** Where licenses would lie on this computer, what is there, and why none is found. */
export function diagnosisTour(): DiagnosisTour {
  const system = thisSystem();
  const directories = licenseDirectories(system);
  const listing = directories.map((directory): DirectoryListing => ({ directory, files: filesIn(directory.path) }));
  const here = diagnose({ system, visible: visibleLicenses(listing, { user: system.user }) });
  const stories = told.map(({ story, observed }) => ({ told: story, causes: diagnose(observed) }));
  const broken = told
    .filter(({ first }, at) => stories[at]?.causes[0]?.code !== first)
    .map(({ story, first }) => `"${story}" is not ${first}`);
  return { looked: directories.map(({ path }) => path), here, stories, broken };
}

function thisSystem(): LicensedSystem {
  const family = process.platform === "win32" ? "windows" : process.platform === "darwin" ? "macos" : "linux";
  const environment = {
    ...Object.fromEntries(["LOCALAPPDATA", "ALLUSERSPROFILE", "ProgramData"].map((name) => [name, process.env[name]])),
    HOME: homedir(),
    install: "C:\\Program Files\\1cv8",
    arch: "x86_64",
  };
  return { family, version: "8.3.24.1467", mode: "file", user: userInfo().username, environment };
}

/** What lies there; a directory that is not there holds nothing. */
function filesIn(path: string): DirectoryListing["files"] {
  return entriesOf(path)
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, text: textOf(join(path, name)) }));
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function textOf(path: string): string | { readonly unreadable: string } {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : "unreadable" };
  }
}

const [pin, spare, last] = ["381505376410122", "996007681344799", "412000000000017"];
const license: License = {
  issuer: "Example Vendor",
  product: "ledger",
  name: `${pin}-8050525679`,
  kind: "single-user",
  seats: 1,
  kit: "8050525679",
  pin,
  owner: { kind: "company", organization: "ООО «Ромашка»" },
  binding: { to: "hardware", reference: officePc },
  channel: "file",
  issuedAt: Date.UTC(2026, 10, 2),
};
const kit = replay(pinKit, [
  {
    type: "kit-opened",
    data: { kit: license.kit, definition: kits["client-1"], pins: { "single-user": [pin, spare, last] }, at: 1 },
  },
  {
    type: "license-acquired",
    data: { pin, set: "single-user", voids: null, reference: "r", computer: "BUH-31", at: 2 },
  },
]);
const verdict = judgeLicense(license, {
  issuer: license.issuer,
  product: license.product,
  now: Date.UTC(2026, 10, 22),
  observed: { ...officePc, memoryBytes: 8 * 2 ** 30 },
});

const office: LicensedSystem = {
  family: "windows",
  version: "8.3.24.1467",
  mode: "file",
  user: "user2",
  environment: {
    install: "C:\\Program Files\\1cv8",
    LOCALAPPDATA: "C:\\Users\\user2\\AppData\\Local",
    ProgramData: "C:\\ProgramData",
  },
};
const dongle = { series: "ORGL8", id: "1000456" };

function says(text: string): Pick<Observations, "messages"> {
  const read = recognizeMessage(text);
  return read.ok ? { messages: read.value } : {};
}

function nethasp(text: string): Pick<Observations, "nethasp"> {
  const read = parseNethaspIni(text);
  return read.ok ? { nethasp: checkNethaspIni(read.value) } : {};
}

const userDirectory = { path: "C:\\Users\\user1\\AppData\\Local\\1C\\1cv8\\conf", serves: { user: "user1" } };
const notFound = says("License not found. Software protection key or acquired software license not found!");

/** Out of the articles and the letters of their readers. */
const told: readonly { readonly story: string; readonly observed: Observations; readonly first: CauseCode }[] = [
  {
    story: "user1 works; for user2, on the same computer, no license is found",
    observed: {
      ...notFound,
      system: office,
      visible: visibleLicenses([{ directory: userDirectory, files: [{ name: "20261102090000.lic", text: "…" }] }], {
        user: "user2",
      }),
    },
    first: "diagnosis/file-elsewhere",
  },
  {
    story: "a memory module was taken out, and the license fell off",
    observed: { ...notFound, licenses: [{ verdict }], kits: [kit] },
    first: "diagnosis/parameters-changed",
  },
  {
    story: "two USB keys for 10 users each in one server, and the eleventh does not get in",
    observed: {
      ...says("Не обнаружено свободной лицензии!"),
      dongles: {
        seen: [dongle, { ...dongle, id: "1000999" }].map((one) => ({ dongle: one, present: true, computer: "SRV-1" })),
      },
    },
    first: "diagnosis/dongles-of-one-series",
  },
  {
    story: "the key is in the first computer; the second one starts to require a license",
    observed: {
      ...notFound,
      ...nethasp("[NH_COMMON]\nNH_TCPIP = Disabled\n[NH_TCPIP]\nNH_USE_BROADCAST = Disabled\n"),
    },
    first: "diagnosis/nethasp-ini",
  },
  {
    story: '"Registration of the configuration in the licensing center failed", every 15 minutes',
    observed: { ...says("Registration of the configuration in the licensing center failed"), licenses: [] },
    first: "diagnosis/registration-failed",
  },
];
