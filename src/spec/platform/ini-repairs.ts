import type { IniManager, ManagerRefusal } from "../../platform/index.js";

/** A file, what is known of managers, and the file that is to come of it. */
export interface IniRepairExample {
  readonly file: string;
  readonly managers?: readonly IniManager[];
  /** Absent: the file as it is. */
  readonly repaired?: string;
  readonly refused?: readonly ManagerRefusal[];
}

const COMMON = "[NH_COMMON]\nNH_TCPIP=Enabled\n";

/** Two lists, in a file that is sound otherwise. */
function listing(addresses: string | undefined, names?: string, server = ""): string {
  const lines = [
    ...(addresses === undefined ? [] : [`NH_SERVER_ADDR=${addresses}\n`]),
    ...(names === undefined ? [] : [`NH_SERVER_NAME=${names}\n`]),
  ];
  return `${COMMON}[NH_TCPIP]\n${lines.join("")}${server}`;
}

/** Repairs in which just one thing is at stake. */
export const iniRepairs: readonly IniRepairExample[] = [
  // A new line goes behind the last setting of its section, and ends as its neighbors do.
  {
    file: "[NH_COMMON]\r\n; of the office\r\n\r\n[NH_TCPIP]\nNH_SESSION=3\n\n; the end",
    managers: [{ address: "10.0.0.1" }],
    repaired:
      "[NH_COMMON]\r\nNH_TCPIP=Enabled\r\n; of the office\r\n\r\n[NH_TCPIP]\nNH_SESSION=3\nNH_SERVER_ADDR=10.0.0.1\n\n; the end",
  },
  // A file whose last line has no end gets no other.
  { file: "[NH_TCPIP]\n; x", repaired: "[NH_TCPIP]\n; x\n[NH_COMMON]\nNH_TCPIP=Enabled\n".replace(/\n$/, "") },
  { file: "", repaired: "[NH_COMMON]\r\nNH_TCPIP=Enabled\r\n[NH_TCPIP]\r\n" },
  // A carriage return that comes to stand before an empty line is no longer alone.
  {
    file: "[NH_COMMON]\rNH_PORT_NUMBER=475\n\nNH_TCPIP=Enabled\n[NH_TCPIP]\n",
    repaired: "[NH_COMMON]\r\n\nNH_TCPIP=Enabled\n[NH_TCPIP]\nNH_PORT_NUMBER=475\n",
  },
  // A key moves to a section that there was not.
  {
    file: `NHS_SERVERNAMES=A\n${listing("a")}`,
    repaired: `${listing("a")}[NHS_SERVER]\nNHS_SERVERNAMES=A\n`,
  },
  // A list that says what is known stays as it is written.
  { file: listing("192.168.0.12 ,SRV"), managers: [{ address: "srv" }] },
  // What is known of a name goes before what is read.
  { file: listing("a", "OLD"), managers: [{ address: "A", name: "NEW" }], repaired: listing("a", "NEW") },
  // Of two lists of different length nobody knows which name is whose.
  {
    file: listing("a, b, <c>", "X"),
    managers: [
      { address: "d", name: "D" },
      { address: "b", name: "B" },
      { address: "a,b", name: "X" },
    ],
    refused: [
      { code: "nethasp/manager-without-pair", manager: 0 },
      { code: "nethasp/name-without-pair", manager: 1 },
      { code: "nethasp/unsound-address", manager: 2 },
    ],
  },
  // Unless all of them are known.
  {
    file: listing("a, <c>", "X, Y, Z"),
    managers: [
      { address: "a", name: "A" },
      { address: "b", name: "B" },
    ],
    repaired: listing("a, b", "A, B"),
  },
  {
    file: listing(undefined, "X"),
    managers: [{ address: "a" }],
    repaired: `${listing(undefined, "X")}NH_SERVER_ADDR=a\n`,
  },
  // Where the file names its managers, another one needs a name.
  {
    file: listing("a", "A"),
    managers: [{ address: "b" }, { address: "c", name: "C" }],
    repaired: listing("a, c", "A, C"),
    refused: [{ code: "nethasp/manager-without-name", manager: 0 }],
  },
  // Where it does not, a name needs names beside it.
  {
    file: listing("a"),
    managers: [{ address: "b", name: "B" }],
    repaired: listing("a, b"),
    refused: [{ code: "nethasp/name-without-pair", manager: 0 }],
  },
  {
    file: listing("a"),
    managers: [
      { address: "a", name: "A" },
      { address: "A", name: "B" },
    ],
    repaired: listing("a", "A"),
  },
  // A name that is there in other letters is there: nothing of it is refused.
  {
    file: listing("a, b", "MAIN"),
    managers: [
      { address: "A", name: "main" },
      { address: "c", name: "C" },
    ],
    refused: [{ code: "nethasp/manager-without-pair", manager: 1 }],
  },
  // A name that is written is listed where names are listed.
  {
    file: listing("a", undefined, "[NHS_SERVER]\nNHS_SERVERNAMES = X ; all\n"),
    managers: [
      { address: "a", name: "A" },
      { address: "b", name: "x" },
    ],
    repaired: listing("a, b", "A, x", "[NHS_SERVER]\nNHS_SERVERNAMES = X, A ; all\n"),
  },
];
