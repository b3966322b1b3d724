import { resolve } from "node:path";

/** What the environment says. Everything has a default that is fit to try the center out. */
export interface Settings {
  /** `PORT`: 8401; 0 is any that is free. */
  readonly port: number;
  /** `HOST`: 127.0.0.1. Beyond this computer a center belongs behind a proxy that speaks TLS. */
  readonly host: string;
  /** `DATA`: where the keys lie, and without `DATABASE_URL` the events. */
  readonly data: string;
  /** `DATABASE_URL`: a PostgreSQL. Without it the database is embedded. */
  readonly databaseUrl: string | undefined;
  /** `OPERATOR_PASSWORD`. Without it one is drawn at the first start, and lies in the data folder. */
  readonly operatorPassword: string | undefined;
  /** `ISSUER` and `PRODUCT`: whose licenses these are. */
  readonly issuer: string;
  readonly product: string;
  /** `TRUST_PROXY`: `yes` takes the address of whoever asks from the proxy in front (the last of `X-Forwarded-For`). */
  readonly trustProxy: boolean;
  /** `GUESSES`: wrong answers that an address may give in a quarter of an hour, to requests and to the login each. */
  readonly guesses: number;
  /** `SAMPLE_KIT`: `yes` sells one kit, for trying the center out. */
  readonly sampleKit: boolean;
}

/** Reads the environment. Throws `RangeError` where a number is none. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  // What is set to nothing was not set: so do those write it who pass on a variable of their own.
  const environment = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const {
    HOST = "127.0.0.1",
    DATA = "data/center",
    DATABASE_URL: databaseUrl,
    OPERATOR_PASSWORD: operatorPassword,
    ISSUER: issuer = "Example Vendor",
    PRODUCT: product = "ledger",
  } = environment;
  return {
    port: integer("PORT", environment["PORT"] ?? "8401", 65_535),
    host: HOST,
    data: resolve(DATA),
    databaseUrl,
    operatorPassword,
    issuer,
    product,
    trustProxy: environment["TRUST_PROXY"] === "yes",
    guesses: integer("GUESSES", environment["GUESSES"] ?? "20", 1e9),
    sampleKit: environment["SAMPLE_KIT"] === "yes",
  };
}

function integer(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new RangeError(`${name}: an integer from 0 to ${most}, not ${JSON.stringify(text)}`);
}
