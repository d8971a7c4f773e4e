import { Account, PEOPLE } from '../state/people';
import { html } from '../web/html';
import { Page } from '../web/layout';
import { personButtons } from '../web/personButtons';
import { Session } from '../web/session';
import { OAuthClient } from './clients';

/** What each scope lets the application do, in words. */
const SCOPES: Record<string, string> = {
  'read:user': 'read your profile',
  user: 'read and change your profile',
  'user:email': 'read your e-mail address',
  'read:org': 'see your teams',
  repo: 'read and write repositories in your name',
  workflow: 'change workflows',
};

/** Asks who signs in to the application. */
export function authorizePage(
  session: Session,
  request: { client: OAuthClient; scopes: string[]; action: string },
): Page {
  const { client, scopes, action } = request;
  const wishes = scopes.map(scope => SCOPES[scope] ?? scope);
  return {
    title: `Sign in to ${client.name}`,
    session,
    bare: true,
    content: html`<section class="sign-in">
      <h1>Sign in to ${client.name}</h1>
      <p>
        This is the sandbox's own GitHub. Nothing leaves this machine, and no
        password is needed: choose who you want to be.
      </p>
      ${personButtons(currentFirst(session), {
        action,
        formToken: session.formToken,
      })}
      ${wishes.length > 0 &&
      html`<p class="note">The portal may then ${listOf(wishes)}.</p>`}
    </section>`,
  };
}

/** Whoever is signed in here already most likely wants to stay that person. */
function currentFirst({ account }: Session): Account[] {
  const others = PEOPLE.filter(person => person !== account);
  return account ? [account, ...others] : PEOPLE;
}

export function brokenRequestPage(session: Session, problem: string): Page {
  return {
    title: 'Sign-in failed',
    session,
    bare: true,
    content: html`<section class="sign-in">
      <h1>Sign-in failed</h1>
      <p role="alert">${problem}</p>
    </section>`,
  };
}

function listOf(items: string[]): string {
  const last = items[items.length - 1];
  return items.length < 2
    ? last
    : `${items.slice(0, -1).join(', ')} and ${last}`;
}
