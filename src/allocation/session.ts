/** What a session is of. */
export type Application =
  | "designer"
  | "thick-client"
  | "thin-client"
  | "web-client"
  | "mobile-client"
  | "external-connection"
  | "background-job"
  | "web-service"
  | "http-service";

/** Which sessions take a client license. @rule AL-10 */
export const consumes: { readonly [A in Application]: boolean } = {
  designer: true,
  "thick-client": true,
  "thin-client": true,
  "web-client": true,
  "mobile-client": true,
  "external-connection": true,
  "background-job": false,
  "web-service": false,
  "http-service": false,
};

/** Clients that run in a browser or on a phone: no license is looked for there. @rule AL-11 */
export function isRemote(application: Application): boolean {
  return application === "web-client" || application === "mobile-client";
}

/** What a session says of itself, and nothing else that came with it. */
export function factsOf(from: SessionFacts): SessionFacts {
  const { session, application, infobase, user, computer, terminalSession, throughWebServer, hardwareLicenses } = from;
  return { session, application, infobase, user, computer, terminalSession, throughWebServer, hardwareLicenses };
}

/** What a session says of itself when it starts. Ids are 1 to 200 UTF-16 units (included), without lone surrogates. */
export type SessionFacts = {
  readonly session: string;
  readonly application: Application;
  readonly infobase: string;
  readonly user: string;
  /** Where its client runs. Of web and mobile clients, background jobs and services any name will do: it is only shown. */
  readonly computer: string;
  /** Which of a terminal server's sessions it runs in; on other computers it is only shown. */
  readonly terminalSession?: string | undefined;
  /** Whether a thin client goes through the web server. Web and mobile clients always do. Default `false`. */
  readonly throughWebServer?: boolean | undefined;
  /** Whether the client may use dongles. Default `true`. @rule AL-12 */
  readonly hardwareLicenses?: boolean | undefined;
};
