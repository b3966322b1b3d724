import { Hono } from "hono";
import { addressOf } from "../api.js";
import { isSameSecret } from "../guesses.js";
import { logIn, logOut } from "../session.js";
import type { Site, SiteApp, SiteEnv } from "../site.js";
import { page, problemPage } from "./layout.js";
import { field, withForm } from "./form.js";
import { words } from "./languages.js";
import type { Language } from "./words.js";

/** How operators come in. */
export function loginPages({ keys, logins, now }: Site): SiteApp {
  const pages = new Hono<SiteEnv>();
  pages.get("/login", (c) => page(c, words[c.get("language")].login.title, <Login language={c.get("language")} />));
  pages.post(
    "/login",
    withForm(async (c, form) => {
      const address = addressOf(c);
      // Counted before it is looked at: whoever sends many at once has no more guesses than whoever waits for each.
      if ((await logins.wrong(address)) !== undefined) return problemPage(c, "too-many-guesses", 429);
      if (isSameSecret(field(form, "password"), keys.operatorPassword)) {
        await logins.right(address);
        await logIn(c, keys, now());
        return c.redirect("/operator", 303);
      }
      c.set("code", "wrong-password");
      const language = c.get("language");
      return page(c, words[language].login.title, <Login language={language} wrong />, 400);
    }),
  );
  pages.get("/logout", (c) => {
    logOut(c);
    return c.redirect("/", 303);
  });
  return pages;
}

function Login({ language, wrong = false }: { readonly language: Language; readonly wrong?: boolean }) {
  const { login } = words[language];
  return (
    <form class="card" method="post" action="/operator/login">
      {wrong ? (
        <p class="bad" role="alert">
          {login.wrong}
        </p>
      ) : null}
      <label for="password">{login.password}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <button class="main" type="submit">
        {login.submit}
      </button>
    </form>
  );
}
