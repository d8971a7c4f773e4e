import { findAccount } from '../state/people';
import { SandboxContext } from '../state/SandboxContext';
import { Viewer } from './access';

/** The token in an `Authorization` header; `undefined` when there is none. */
export function tokenIn(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(\S+)\s+(.+)$/.exec(header ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return value.trim();
    case 'basic': {
      const [user, ...rest] = Buffer.from(value, 'base64')
        .toString('utf8')
        .split(':');
      const password = rest.join(':');
      // Git sends a token alone as the user; others send it as the password.
      return password && password !== 'x-oauth-basic' ? password : user;
    }
    default:
      return undefined;
  }
}

/** The account a token stands for; `undefined` if it is not known. */
export function viewerOfToken(
  context: SandboxContext,
  token: string,
): Viewer | undefined {
  const { tokens } = context.store.state;
  if (!Object.hasOwn(tokens, token)) return undefined;
  const account = findAccount(tokens[token].login);
  return account && { account, token: tokens[token] };
}
