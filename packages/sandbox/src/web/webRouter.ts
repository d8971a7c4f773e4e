import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  ErrorRequestHandler,
  RequestHandler,
  Router,
  urlencoded,
} from 'express';
import { GithubError } from '../http/GithubError';
import { PEOPLE, findAccount, organizationAccount } from '../state/people';
import { SandboxContext } from '../state/SandboxContext';
import { avatarSvg } from './avatar';
import { html } from './html';
import { personButtons } from './personButtons';
import { showBlob, showBranches, showTree } from './pages/codePages';
import { showCommit, showCommits } from './pages/historyPages';
import { showAllPulls, showRepositories } from './pages/homePages';
import { actOnPull } from './pages/pullActions';
import { showPulls } from './pages/pullListPage';
import { showPull, showPullCommits, showPullFiles } from './pages/pullPage';
import { sendPullDownload } from './pages/pullDownload';
import { sendRaw } from './pages/rawFiles';
import { isOwnForm, signIn } from './session';
import { Notices, SignInNeeded, WebCall } from './WebCall';

const ASSETS: Record<string, string> = {
  'site.css': 'text/css',
  'site.js': 'text/javascript',
  'icon.svg': 'image/svg+xml',
};

const sendAsset: RequestHandler = (request, response, next) => {
  const { name } = request.params;
  if (!Object.hasOwn(ASSETS, name)) {
    next();
    return;
  }
  const root = dirname(require.resolve('@ml-platform/sandbox/package.json'));
  response
    .set('cache-control', 'no-cache')
    .type(ASSETS[name])
    .send(readFileSync(join(root, 'assets', name)));
};

/** The web pages, at the addresses GitHub has them. */
export function webRouter(context: SandboxContext): Router {
  const router = Router();
  const notices: Notices = new Map();
  const form = urlencoded({ extended: false, limit: '1mb' });
  const page =
    (handler: (call: WebCall) => Promise<void>): RequestHandler =>
    (request, response, next) => {
      const call = new WebCall(context, request, response, notices);
      handler(call).catch(error => {
        if (!(error instanceof SignInNeeded)) {
          next(error);
        } else if (request.method === 'GET') {
          const target = encodeURIComponent(request.originalUrl);
          call.redirect(`/login?return_to=${target}`);
        } else {
          call.redirect('/login');
        }
      });
    };

  router.get('/assets/:name', sendAsset);
  router.get('/avatars/:login.svg', (request, response) => {
    const { login } = request.params;
    const account = findAccount(login) ?? organizationAccount(login);
    response
      .set('cache-control', 'public, max-age=3600')
      .type('image/svg+xml')
      .send(avatarSvg(login, account.name));
  });
  router.get('/login', page(showSignIn));
  router.post('/login', form, page(submitSignIn));

  router.get('/', page(showRepositories));
  router.get('/pulls', page(showAllPulls));
  // The way `rawBaseUrl` of an integration is used.
  router.get('/raw/:owner/:repo/:place(.+)', page(sendRaw));
  router.get('/:owner', page(showRepositories));

  const root = '/:owner/:repo';
  router.get(root, page(showTree));
  router.get(`${root}/tree/:place(.+)`, page(showTree));
  router.get(`${root}/blob/:place(.+)`, page(showBlob));
  router.get(`${root}/raw/:place(.+)`, page(sendRaw));
  router.get(`${root}/branches`, page(showBranches));
  router.get(`${root}/commits/:place(.*)`, page(showCommits));
  router.get(`${root}/commits`, page(showCommits));
  router.get(`${root}/commit/:sha`, page(showCommit));
  router.get(`${root}/pulls`, page(showPulls));
  router.get(
    `${root}/pull/:number(\\d+).:format(diff|patch)`,
    page(sendPullDownload),
  );
  router.get(`${root}/pull/:number(\\d+)`, page(showPull));
  router.get(`${root}/pull/:number(\\d+)/commits`, page(showPullCommits));
  router.get(`${root}/pull/:number(\\d+)/files`, page(showPullFiles));
  router.post(`${root}/pull/:number(\\d+)`, form, page(actOnPull));

  router.use(
    page(async () => {
      throw new GithubError(404, 'Not Found');
    }),
  );
  router.use(showError(context, notices));
  return router;
}

async function showSignIn(call: WebCall): Promise<void> {
  const target = localPath(call.query('return_to'));
  const action = `/login?return_to=${encodeURIComponent(target)}`;
  const { formToken } = call.session;
  call.show(
    'Sign in',
    html`<section class="sign-in">
      <h1>Sign in</h1>
      <p>
        The repositories here are private. No password is needed: choose who you
        want to be.
      </p>
      ${personButtons(PEOPLE, { action, formToken })}
    </section>`,
  );
}

async function submitSignIn(call: WebCall): Promise<void> {
  const { login, form_token: token } = call.request.body ?? {};
  const back = call.request.get('referer') ?? '/';
  const target =
    call.query('return_to') || new URL(back, call.context.url).pathname;
  if (!isOwnForm(call.session, token)) {
    const text = 'The page was out of date; choose again.';
    call.redirect('/login', { kind: 'error', text });
    return;
  }
  const person = PEOPLE.find(candidate => candidate.login === login);
  await signIn(call.context, call.session, person?.login);
  call.redirect(person ? localPath(target) : '/login');
}

/** Nobody is led away from here, nor round in a circle. */
function localPath(target: string): string {
  const isLocal = /^\/(?![/\\])/.test(target) && !target.startsWith('/login');
  return isLocal ? target : '/';
}

function showError(
  context: SandboxContext,
  notices: Notices,
): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = error instanceof GithubError;
    const status = known ? error.status : 500;
    const call = new WebCall(
      context,
      request,
      response.status(status),
      notices,
    );
    const title = status === 404 ? 'Page not found' : 'Something went wrong';
    const text =
      known && status === 404
        ? 'There is nothing at this address, or it is not for you to see.'
        : String(error.message);
    call.show(
      title,
      html`<h1>${title}</h1>
        <p>${text}</p>`,
    );
  };
}
