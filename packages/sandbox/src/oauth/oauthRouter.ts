import { randomBytes } from 'node:crypto';
import { Request, Response, Router, json, urlencoded } from 'express';
import { PEOPLE } from '../state/people';
import { SandboxContext } from '../state/SandboxContext';
import { isOwnForm, openSession, signIn } from '../web/session';
import { sendPage } from '../web/sendPage';
import { authorizePage, brokenRequestPage } from './authorizePage';
import { AuthorizationCodes, Grant, challengeOf } from './AuthorizationCodes';
import { OAuthClient, findClient, isCallbackOf, parseScopes } from './clients';

interface AuthorizeRequest {
  client: OAuthClient;
  redirectUri: string;
  state: string;
  scopes: string[];
  challenge?: string;
}

/** Sign-in of the portal: `/login/oauth/...`, as GitHub Enterprise has it. */
export function oauthRouter(context: SandboxContext): Router {
  const router = Router();
  const codes = new AuthorizationCodes();
  const form = urlencoded({ extended: false, limit: '100kb' });

  router.get('/login/oauth/authorize', (request, response) => {
    const session = openSession(context, request, response);
    const asked = readAuthorize(request.query);
    if (typeof asked === 'string') {
      sendPage(response.status(400), brokenRequestPage(session, asked));
      return;
    }
    const { client, scopes, redirectUri } = asked;
    const page = authorizePage(session, {
      client,
      scopes,
      action: request.originalUrl,
    });
    sendPage(response, page, { formTargets: [new URL(redirectUri).origin] });
  });

  router.post('/login/oauth/authorize', form, async (request, response) => {
    const session = openSession(context, request, response);
    const asked = readAuthorize(request.query);
    const { login, form_token: formToken } = request.body;
    const person = PEOPLE.find(candidate => candidate.login === login);
    if (
      typeof asked === 'string' ||
      !person ||
      !isOwnForm(session, formToken)
    ) {
      const problem =
        typeof asked === 'string'
          ? asked
          : 'Go back and choose a person again.';
      sendPage(response.status(400), brokenRequestPage(session, problem));
      return;
    }
    await signIn(context, session, person.login);
    const target = new URL(asked.redirectUri);
    const code = codes.issue({
      clientId: asked.client.id,
      redirectUri: asked.redirectUri,
      login: person.login,
      scopes: asked.scopes,
      challenge: asked.challenge,
    });
    target.searchParams.set('code', code);
    if (asked.state) target.searchParams.set('state', asked.state);
    response.redirect(303, target.href);
  });

  router.post(
    '/login/oauth/access_token',
    form,
    json({ limit: '100kb' }),
    async (request, response) => {
      const fields = { ...request.query, ...request.body };
      const grant = codes.redeem(fields.code);
      const problem = exchangeProblem(fields, grant);
      if (problem || !grant) {
        sendTokenAnswer(request, response, problem ?? badCode());
        return;
      }
      const token = `gho_${randomBytes(18).toString('hex')}`;
      const { login, scopes } = grant;
      context.store.state.tokens[token] = { login, scopes };
      await context.store.save();
      sendTokenAnswer(request, response, {
        access_token: token,
        token_type: 'bearer',
        scope: scopes.join(','),
      });
    },
  );

  return router;
}

/** The request, or what is wrong with it in words. */
function readAuthorize(query: Request['query']): AuthorizeRequest | string {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  const client = findClient(text('client_id'));
  if (!client) {
    return `The client_id '${text('client_id')}' is not known here.`;
  }
  const redirectUri = text('redirect_uri');
  if (!isCallbackOf(client, redirectUri)) {
    return `The redirect_uri is not associated with this application. It must be on this machine, below ${client.callbackPath}.`;
  }
  const method = text('code_challenge_method') || 'S256';
  if (text('code_challenge') && method !== 'S256') {
    return `The code_challenge_method '${method}' is not supported; use S256.`;
  }
  return {
    client,
    redirectUri,
    state: text('state'),
    scopes: parseScopes(text('scope')),
    challenge: text('code_challenge') || undefined,
  };
}

type TokenAnswer = Record<string, string>;

function exchangeProblem(
  fields: Record<string, unknown>,
  grant: Grant | undefined,
): TokenAnswer | undefined {
  const client = findClient(fields.client_id);
  if (!client || client.secret !== fields.client_secret) {
    return {
      error: 'incorrect_client_credentials',
      error_description:
        'The client_id and/or client_secret passed are incorrect.',
    };
  }
  if (!grant || grant.clientId !== client.id) return badCode();
  if (fields.redirect_uri && fields.redirect_uri !== grant.redirectUri) {
    return {
      error: 'redirect_uri_mismatch',
      error_description:
        'The redirect_uri MUST match the registered callback URL for this application.',
    };
  }
  const verifier = String(fields.code_verifier ?? '');
  if (grant.challenge && challengeOf(verifier) !== grant.challenge) {
    return badCode();
  }
  return undefined;
}

function badCode(): TokenAnswer {
  return {
    error: 'bad_verification_code',
    error_description: 'The code passed is incorrect or expired.',
  };
}

/** GitHub answers 200 even to refuse, as a form unless JSON is asked for. */
function sendTokenAnswer(
  request: Request,
  response: Response,
  answer: TokenAnswer,
): void {
  response.set('cache-control', 'no-store');
  if (/json/.test(request.headers.accept ?? '')) {
    response.json(answer);
  } else {
    response
      .type('application/x-www-form-urlencoded')
      .send(new URLSearchParams(answer).toString());
  }
}
