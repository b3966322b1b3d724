import type { RunningCenter } from "./running-center.js";

export const password = "correct horse battery staple";

/** An operator's browser. */
export interface Operator {
  readonly cookie: string;
  page(path: string): Promise<Page>;
  send(path: string, form: Readonly<Record<string, string>>): Promise<Page>;
}

export interface Page {
  readonly status: number;
  readonly text: string;
  /** Where it leads on. */
  readonly location: string | undefined;
}

/** Logs in with `password`. */
export async function logIn({ url }: RunningCenter): Promise<Operator> {
  const { response } = await sendForm(`${url}/operator/login`, { password });
  const cookie = (response.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  if (response.status !== 303 || cookie === "") throw new Error(`not logged in: ${response.status}`);
  return {
    cookie,
    page: async (path) => pageOf(await fetch(`${url}${path}`, { headers: { cookie }, redirect: "manual" })),
    send: async (path, form) => (await sendForm(`${url}${path}`, form, { cookie })).page,
  };
}

/** A form, as a browser sends it from a page of the same origin. */
export async function sendForm(
  address: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly response: Response; readonly page: Page }> {
  const response = await fetch(address, {
    method: "POST",
    redirect: "manual",
    headers: { origin: new URL(address).origin, ...headers },
    body: new URLSearchParams(form),
  });
  return { response, page: await pageOf(response) };
}

async function pageOf(response: Response): Promise<Page> {
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get("location") ?? undefined,
  };
}
