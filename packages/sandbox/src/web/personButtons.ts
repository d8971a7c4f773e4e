import { Account } from '../state/people';
import { avatar } from './avatar';
import { Html, html } from './html';

/** One form, one button for each person. */
export function personButtons(
  people: Account[],
  form: { action: string; formToken: string },
): Html {
  return html`<form method="post" action="${form.action}" class="people">
    <input type="hidden" name="form_token" value="${form.formToken}" />
    ${people.map(
      person => html`<button
        type="submit"
        name="login"
        value="${person.login}"
        class="person"
      >
        ${avatar(person, 40)}
        <span>
          <strong>Sign in as ${person.name}</strong>
          <small>${person.bio} · ${person.teams.join(', ')}</small>
        </span>
      </button>`,
    )}
  </form>`;
}
