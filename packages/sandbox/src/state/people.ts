/** Somebody who can act in the sandbox, or an organisation. */
export interface Account {
  id: number;
  login: string;
  type: 'User' | 'Bot' | 'Organization';
  name: string;
  email: string;
  /** What the person does, shown on the sign-in page. */
  bio: string;
  /** Slugs of the teams in the organisation. */
  teams: string[];
  createdAt: string;
}

export type PersonLogin = 'dana' | 'piotr' | 'amara';

export const ORGANIZATION = 'acme';
export const BOT_LOGIN = 'ml-platform-bot';
export const INTEGRATION_TOKEN = 'sandbox-integration-token';
/** Belongs to the bot as well, but may not write. */
export const READ_ONLY_TOKEN = 'sandbox-read-only-token';

const CREATED_AT = '2024-09-02T08:00:00Z';

/** The three people and the bot. */
export const ACCOUNTS: Account[] = [
  {
    id: 101,
    login: 'dana',
    type: 'User',
    name: 'Dana Okafor',
    email: 'dana@acme.example',
    bio: 'Data scientist',
    teams: ['ml-research'],
    createdAt: CREATED_AT,
  },
  {
    id: 102,
    login: 'piotr',
    type: 'User',
    name: 'Piotr Lind',
    email: 'piotr@acme.example',
    bio: 'Platform engineer',
    teams: ['ml-platform'],
    createdAt: CREATED_AT,
  },
  {
    id: 103,
    login: 'amara',
    type: 'User',
    name: 'Amara Silva',
    email: 'amara@acme.example',
    bio: 'Approver',
    teams: ['ml-platform'],
    createdAt: CREATED_AT,
  },
  {
    id: 104,
    login: BOT_LOGIN,
    type: 'Bot',
    name: 'ML Platform',
    email: '104+ml-platform-bot@users.noreply.acme.example',
    bio: 'Opens pull requests for the portal',
    teams: [],
    createdAt: CREATED_AT,
  },
];

export interface Team {
  id: number;
  slug: string;
  name: string;
}

export const TEAMS: Team[] = [
  { id: 201, slug: 'ml-platform', name: 'ML Platform' },
  { id: 202, slug: 'ml-research', name: 'ML Research' },
];

/** Members of this team may merge to a protected branch. */
export const MAINTAINER_TEAM = 'ml-platform';

export const PEOPLE = ACCOUNTS.filter(account => account.type === 'User');

/** Owners that are nobody above are organisations. */
export function organizationAccount(login: string): Account {
  return {
    id: 200_000 + hashLogin(login),
    login,
    type: 'Organization',
    name: login === ORGANIZATION ? 'Acme' : login,
    email: `hello@${login}.example`,
    bio: '',
    teams: [],
    createdAt: CREATED_AT,
  };
}

/** A number that stays the same for an organisation over restarts. */
function hashLogin(login: string): number {
  return [...login].reduce(
    (hash, char) => (hash * 31 + char.charCodeAt(0)) % 99_991,
    7,
  );
}

export function findAccount(login: string): Account | undefined {
  return ACCOUNTS.find(
    account => account.login.toLowerCase() === login.toLowerCase(),
  );
}

export function findAccountByEmail(email: string): Account | undefined {
  return ACCOUNTS.find(account => account.email === email.toLowerCase());
}

export function findTeam(slug: string): Team | undefined {
  return TEAMS.find(team => team.slug === slug);
}

export function teamMembers(slug: string): Account[] {
  return ACCOUNTS.filter(account => account.teams.includes(slug));
}

export function isMaintainer(account: Account): boolean {
  return account.teams.includes(MAINTAINER_TEAM);
}

/** The token that tests use for a person. Only this machine can reach it. */
export function fixedUserToken(login: PersonLogin): string {
  return `sandbox-user-token-${login}`;
}
