/** An application that may let people sign in through the sandbox. */
export interface OAuthClient {
  id: string;
  secret: string;
  name: string;
  /** Path of the callback; any port of this machine is fine. */
  callbackPath: string;
}

export const CLIENTS: OAuthClient[] = [
  {
    id: 'sandbox-portal',
    secret: 'sandbox-portal-secret',
    name: 'ML Platform portal',
    callbackPath: '/api/auth/github/handler/frame',
  },
];

export function findClient(id: unknown): OAuthClient | undefined {
  return CLIENTS.find(client => client.id === id);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** As GitHub, for loopback callbacks: the port may differ, the path may not. */
export function isCallbackOf(client: OAuthClient, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    /^https?:$/.test(url.protocol) &&
    LOOPBACK.includes(url.hostname) &&
    url.username === '' &&
    url.hash === '' &&
    (url.pathname === client.callbackPath ||
      url.pathname.startsWith(`${client.callbackPath}/`))
  );
}

/** Scopes come with spaces or commas; each is named once. */
export function parseScopes(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter(scope => scope !== ''))];
}
