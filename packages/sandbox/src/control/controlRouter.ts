import { randomBytes } from 'node:crypto';
import { Router, json } from 'express';
import { pathPattern } from '../faults/FaultList';
import { Fault } from '../faults/Fault';
import { PEOPLE, findAccount } from '../state/people';
import { SandboxContext, fullName } from '../state/SandboxContext';

/** `/_sandbox`: what tests and the start command ask of the sandbox itself. */
export function controlRouter(context: SandboxContext): Router {
  const router = Router();
  router.use(json({ limit: '1mb' }));

  router.get('/state', (_request, response) => {
    const { repositories } = context.store.state;
    response.json({
      status: 'ok',
      url: context.url,
      apiUrl: context.apiUrl,
      people: PEOPLE.map(({ login, name, email, bio, teams }) => ({
        login,
        name,
        email,
        role: bio,
        teams,
      })),
      repositories: Object.values(repositories).map(record => ({
        fullName: fullName(record),
        private: record.private,
        defaultBranch: record.defaultBranch,
        openPulls: record.pulls.filter(pull => pull.state === 'open').length,
      })),
      faults: context.faults.list(),
    });
  });

  router.post('/faults', (request, response) => {
    const problem = faultProblem(request.body);
    if (problem) {
      response.status(400).json({ message: problem });
      return;
    }
    context.faults.add(request.body as Fault);
    response.status(201).json({ faults: context.faults.list() });
  });

  router.delete('/faults', (_request, response) => {
    context.faults.clear();
    response.status(204).end();
  });

  // Tokens with fewer rights, for tests of what happens then.
  router.post('/tokens', async (request, response) => {
    const { login, scopes, readOnly } = request.body ?? {};
    if (typeof login !== 'string' || !findAccount(login)) {
      response.status(400).json({ message: `'login' names nobody: ${login}` });
      return;
    }
    const token = `sandbox_${randomBytes(18).toString('hex')}`;
    context.store.state.tokens[token] = { login, scopes, readOnly };
    await context.store.save();
    response.status(201).json({ token });
  });

  router.delete('/tokens/:token', async (request, response) => {
    delete context.store.state.tokens[request.params.token];
    await context.store.save();
    response.status(204).end();
  });

  return router;
}

function faultProblem(body: unknown): string | undefined {
  const { path, status, times } = (body ?? {}) as Partial<Fault>;
  if (typeof path !== 'string' || path === '') {
    return `'path' must be a glob or a regular expression.`;
  }
  if (status !== undefined && !(status >= 100 && status <= 599)) {
    return `'status' must be an HTTP status, not ${status}.`;
  }
  if (times !== undefined && !(times >= 1)) {
    return `'times' must be at least 1, not ${times}.`;
  }
  try {
    pathPattern(path);
    return undefined;
  } catch (error) {
    return `'path' is not a valid pattern: ${error}`;
  }
}
