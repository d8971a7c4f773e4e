import { PEOPLE } from '../state/people';
import { avatar } from './avatar';
import { Html, html } from './html';
import { Session } from './session';

export interface Page {
  title: string;
  session: Session;
  content: Html;
  /** Without navigation: nobody is signed in yet. */
  bare?: boolean;
  /** Said once, above the content. */
  notice?: { kind: 'error' | 'success'; text: string };
}

/** The whole document. */
export function renderPage(page: Page): string {
  const { title, session, content, bare = false, notice } = page;
  const document = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Sandbox</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        <script src="/assets/site.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top">
          <a class="brand" href="/">
            <img src="/assets/icon.svg" width="24" height="24" alt="" /> Sandbox
          </a>
          ${!bare &&
          html`<nav aria-label="Main">
            <a href="/">Repositories</a>
            <a href="/pulls">Pull requests</a>
          </nav>`}
          ${!bare && personMenu(session)}
        </header>
        <main id="content">
          ${notice &&
          html`<p
            class="notice ${notice.kind}"
            role="${notice.kind === 'error' ? 'alert' : 'status'}"
          >
            ${notice.text}
          </p>`}
          ${content}
        </main>
        <footer>
          A GitHub on this machine, for trying the portal out. Nothing here
          leaves it.
        </footer>
      </body>
    </html>`;
  return document.text;
}

function personMenu(session: Session): Html {
  const { account, formToken } = session;
  if (!account) return html`<a class="person-menu" href="/login">Sign in</a>`;
  const others = PEOPLE.filter(person => person !== account);
  return html`<details class="person-menu">
    <summary aria-label="Signed in as ${account.name}, switch person">
      ${avatar(account, 24)} <span>${account.name}</span>
    </summary>
    <form method="post" action="/login">
      <input type="hidden" name="form_token" value="${formToken}" />
      <p>Switch person</p>
      ${others.map(
        person => html`<button name="login" value="${person.login}">
          ${avatar(person, 24)}
          <span>${person.name} <small>${person.bio}</small></span>
        </button>`,
      )}
      <button name="login" value="">Sign out</button>
    </form>
  </details>`;
}
