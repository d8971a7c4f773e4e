import { Request, RequestHandler, Response, Router } from 'express';
import { Viewer, accessTo, mayWrite } from '../http/access';
import { tokenIn, viewerOfToken } from '../http/authenticate';
import { isProtected } from '../repositories/protection';
import { syncPulls } from '../pulls/syncPulls';
import { RepositoryRecord } from '../state/records';
import { SandboxContext, fullName } from '../state/SandboxContext';
import { runHttpBackend } from './httpBackend';
import { readCommands, refusePush } from './receivePack';
import { readBody } from './readBody';

/** `/owner/name.git/...`: clone, fetch and push. */
export function gitRouter(context: SandboxContext): Router {
  const router = Router();
  const services = '(info/refs|git-upload-pack|git-receive-pack)';
  const handle: RequestHandler = (request, response, next) => {
    serve(context, request, response).catch(next);
  };
  router.all(new RegExp(`^/([^/]+)/([^/]+?)(?:\\.git)?/${services}$`), handle);
  return router;
}

async function serve(
  context: SandboxContext,
  request: Request,
  response: Response,
): Promise<void> {
  const [owner, name, service] = Object.values(request.params);
  const header = request.headers.authorization;
  const token = tokenIn(header);
  const viewer =
    token === undefined ? undefined : viewerOfToken(context, token);
  if (header && !viewer) {
    askForToken(response, 'Invalid username or token.');
    return;
  }
  const record = context.findRepository(owner, name);
  const access = record ? accessTo(viewer, record) : 'none';
  if (!record || access === 'none') {
    if (viewer)
      response.status(404).type('text/plain').send('Repository not found.');
    else askForToken(response, 'Authentication needed.');
    return;
  }
  const pushing =
    service === 'git-receive-pack' ||
    request.query.service === 'git-receive-pack';
  if (pushing && !mayWrite(access)) {
    if (viewer) {
      const { login } = viewer.account;
      response
        .status(403)
        .type('text/plain')
        .send(`Permission to ${fullName(record)}.git denied to ${login}.`);
    } else {
      askForToken(response, 'Authentication needed.');
    }
    return;
  }
  const repository = context.repositoryPath(record.owner, record.name);
  if (service === 'git-receive-pack' && viewer) {
    await receive(context, record, viewer, request, response);
    return;
  }
  await runHttpBackend(request, response, { repository, service });
}

/** A push: looked at first, since protected branches only change by merges. */
async function receive(
  context: SandboxContext,
  record: RepositoryRecord,
  viewer: Viewer,
  request: Request,
  response: Response,
): Promise<void> {
  const body = await readBody(request);
  const push = readCommands(body);
  const refused = push.commands.find(({ ref }) =>
    isProtected(record, ref.replace(/^refs\/heads\//, '')),
  );
  if (refused) {
    refusePush(response, push, refused.ref);
    return;
  }
  const { login } = viewer.account;
  const repository = context.repositoryPath(record.owner, record.name);
  await context.exclusively(record, async () => {
    await runHttpBackend(request, response, {
      repository,
      service: 'git-receive-pack',
      body,
      user: login,
    });
    record.pushedAt = context.now();
    await syncPulls(context, record, login);
    await context.store.save();
  });
}

function askForToken(response: Response, message: string): void {
  response
    .status(401)
    .set('www-authenticate', 'Basic realm="GitHub"')
    .type('text/plain')
    .send(message);
}
