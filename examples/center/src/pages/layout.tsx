import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { SiteContext } from "../site.js";
import { words } from "./languages.js";
import type { Language, Problem } from "./words.js";

/** A page of the center. */
export function page(
  c: SiteContext,
  title: string,
  body: Child,
  status: 200 | 400 | 404 | 413 | 429 | 500 | 503 = 200,
) {
  const language = c.get("language");
  const layout = (
    <Layout
      vendor={c.get("vendor")}
      language={language}
      title={title}
      operator={isOperators(c.req.path)}
      form={c.req.method === "POST"}
    >
      {body}
    </Layout>
  );
  return c.html(html`<!doctype html>${layout}`, status);
}

/** A page that says why not. */
export function problemPage(
  c: SiteContext,
  problem: Problem,
  status: 400 | 404 | 413 | 429 | 500 | 503,
  /** For the log, where more is known. */
  code: string = problem,
) {
  c.set("code", code);
  const { problems } = words[c.get("language")];
  return page(c, problems[problem], <p class="bad">{problems[problem]}</p>, status);
}

function isOperators(path: string): boolean {
  return path.startsWith("/operator") && path !== "/operator/login";
}

interface LayoutProperties {
  readonly vendor: string;
  readonly language: Language;
  readonly title: string;
  readonly operator: boolean;
  /** Whether it answers a form: then no link leads to the same page in another language. */
  readonly form: boolean;
  readonly children?: Child;
}

function Layout({ vendor, language, title, operator, form, children }: LayoutProperties) {
  const { menu, login, send, language: otherLanguage } = words[language];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <div>
            <strong>{vendor}</strong>
            {operator ? (
              <>
                <a href="/operator">{menu.kits}</a>
                <a href="/operator/desk">{menu.desk}</a>
                <a href="/operator/letters">{menu.letters}</a>
                <a href="/operator/requests">{menu.requests}</a>
                <a href="/operator/logout">{menu.out}</a>
              </>
            ) : (
              <>
                <a href="/">{send.file}</a>
                <a href="/operator">{login.title}</a>
              </>
            )}
            {form ? null : (
              <a href={`?language=${language === "en" ? "ru" : "en"}`} hreflang={language === "en" ? "ru" : "en"}>
                {otherLanguage}
              </a>
            )}
          </div>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}
