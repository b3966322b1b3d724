/** A place in which licenses are looked for, by system. */
export interface DirectoryRow {
  readonly families: readonly ("windows" | "linux" | "macos")[];
  /** Values in angle brackets: `<version>`, and those of the system's environment. */
  readonly path: string;
  /** Whom it serves: everyone, or the user in whose name the application runs. */
  readonly serves: "everyone" | "user";
  /** Windows XP and Vista, or later; absent: all. */
  readonly windows?: "xp-vista" | "later";
  /** The platform's version 8.2, or later; absent: all. */
  readonly generation?: "8.2" | "later";
  readonly receives?: true;
  readonly onlyIfNothing?: true;
  readonly afterUnknown?: true;
  /** Named by a value that most computers do not have. */
  readonly optional?: true;
}

const WINDOWS = ["windows"] as const;
const UNIX = ["linux", "macos"] as const;

/** The folder of a generation: version 8.2 has one of its own. */
function ofGeneration(path: string, row: Omit<DirectoryRow, "path">): readonly DirectoryRow[] {
  return [
    { ...row, path: path.replace("1cv8", "1Cv82"), generation: "8.2" },
    { ...row, path, generation: "later" },
  ];
}

/**
 * Where the platform of the sources looks, in order. In server mode the user's directories are those of the server's own
 * user.
 *
 * @rule LC-06
 * @source S3 (client licenses; file and server; Windows XP, Vista, 7); the platform's administrator guide
 */
export const directoryTable: readonly DirectoryRow[] = [
  { families: WINDOWS, path: "<install>\\<version>\\bin\\conf", serves: "everyone" },
  ...ofGeneration("<LOCALAPPDATA>\\1C\\1cv8\\conf", { families: WINDOWS, serves: "user", receives: true }),
  { families: WINDOWS, path: "<ConfLocation>", serves: "everyone", optional: true },
  ...ofGeneration("<ALLUSERSPROFILE>\\1C\\1cv8\\conf", {
    families: WINDOWS,
    serves: "everyone",
    windows: "xp-vista",
    receives: true,
  }),
  ...ofGeneration("<ALLUSERSPROFILE>\\1C\\1cv8\\conf", { families: WINDOWS, serves: "everyone", windows: "later" }),
  { families: WINDOWS, path: "<ALLUSERSPROFILE>\\1C\\licenses", serves: "everyone", windows: "later", receives: true },
  { families: WINDOWS, path: "<ProgramData>\\1C\\licenses", serves: "everyone", windows: "later", receives: true },
  { families: WINDOWS, path: "<location>", serves: "everyone", onlyIfNothing: true, optional: true },
  { families: UNIX, path: "/opt/1cv8/<arch>/<version>/conf", serves: "everyone" },
  { families: UNIX, path: "/opt/1cv8/conf", serves: "everyone" },
  { families: UNIX, path: "<HOME>/.1cv8/1C/1cv8/conf", serves: "user", receives: true, afterUnknown: true },
  { families: UNIX, path: "/var/1C/licenses", serves: "everyone", receives: true, afterUnknown: true },
];
