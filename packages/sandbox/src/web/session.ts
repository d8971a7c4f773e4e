import { randomBytes, timingSafeEqual } from 'node:crypto';
import { CookieOptions, Request, Response } from 'express';
import { Account, findAccount } from '../state/people';
import { SandboxContext } from '../state/SandboxContext';

/** Cookies do not know ports: the name keeps it apart from the portal's. */
const COOKIE = 'ml_platform_sandbox';

/** `Lax`, so that the portal's pop-up finds who is signed in here. */
const COOKIE_OPTIONS: CookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
};

const MAX_SESSIONS = 200;

export interface Session {
  id: string;
  account?: Account;
  /** Forms carry it back: a page elsewhere cannot know it. */
  formToken: string;
}

/** The session of a request; one that begins gets its cookie at once. */
export function openSession(
  context: SandboxContext,
  request: Request,
  response: Response,
): Session {
  const { sessions } = context.store.state;
  let id = cookieOf(request);
  if (id === undefined || !Object.hasOwn(sessions, id)) {
    id = randomBytes(18).toString('base64url');
    sessions[id] = { createdAt: context.now() };
    forgetOldest(sessions);
    response.cookie(COOKIE, id, COOKIE_OPTIONS);
  }
  const { login } = sessions[id];
  const account = login === undefined ? undefined : findAccount(login);
  return { id, account, formToken: context.sign('form', id) };
}

export async function signIn(
  context: SandboxContext,
  session: Session,
  login: string | undefined,
): Promise<void> {
  context.store.state.sessions[session.id].login = login;
  await context.store.save();
}

/** Whether a form was made for this very session. */
export function isOwnForm(session: Session, token: unknown): boolean {
  const given = Buffer.from(typeof token === 'string' ? token : '');
  const wanted = Buffer.from(session.formToken);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function cookieOf(request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/);
  const found = pairs.find(pair => pair.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1);
}

function forgetOldest(sessions: Record<string, unknown>): void {
  const ids = Object.keys(sessions);
  for (const id of ids.slice(0, Math.max(0, ids.length - MAX_SESSIONS))) {
    delete sessions[id];
  }
}
