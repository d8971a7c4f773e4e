import { Account, findAccount } from '../state/people';
import { Html, escapeHtml, html } from './html';

/** Each has enough contrast with white. */
const COLOURS = [
  '#0b6e75',
  '#7a3e9d',
  '#b3431f',
  '#2f6f2f',
  '#9b2c5a',
  '#37518f',
];

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(word => word !== '');
  return words
    .slice(0, 2)
    .map(word => word[0].toUpperCase())
    .join('');
}

function colourOf(login: string): string {
  const sum = [...login].reduce((total, char) => total + char.charCodeAt(0), 0);
  return COLOURS[sum % COLOURS.length];
}

/** A disc with initials. */
export function avatarSvg(login: string, name: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40"><circle cx="20" cy="20" r="20" fill="${colourOf(
    login,
  )}"/><text x="20" y="20" dy="0.36em" text-anchor="middle" fill="#fff" font-family="system-ui, sans-serif" font-size="16" font-weight="600">${escapeHtml(
    initials(name),
  )}</text></svg>`;
}

/** Stands beside a name, so that it says nothing to a screen reader. */
export function avatar(account: Account, size: number): Html {
  return html`<img
    class="avatar"
    src="/avatars/${account.login}.svg"
    width="${size}"
    height="${size}"
    alt=""
  />`;
}

export function avatarOf(login: string, size: number): Html {
  const account = findAccount(login);
  return account ? avatar(account, size) : html``;
}
