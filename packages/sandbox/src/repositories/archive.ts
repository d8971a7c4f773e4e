import { spawn } from 'node:child_process';
import { Router } from 'express';
import { gitEnvironment } from '../git/runGit';
import { RepositoryRecord } from '../state/records';
import { SandboxContext, fullName } from '../state/SandboxContext';

const FORMATS: Record<string, { format: string; type: string }> = {
  'legacy.tar.gz': { format: 'tar.gz', type: 'application/x-gzip' },
  'legacy.zip': { format: 'zip', type: 'application/zip' },
};

/** Lets whoever was allowed to ask the API fetch the archive without a token. */
export function archiveTicket(
  context: SandboxContext,
  record: RepositoryRecord,
): string {
  return context.sign('archive', fullName(record));
}

/** `/codeload/{owner}/{repo}/legacy.tar.gz/{ref}`, as GitHub redirects to. */
export function archiveRouter(context: SandboxContext): Router {
  const router = Router();
  router.get(
    '/codeload/:owner/:repo/:kind/:ref(.+)',
    async (request, response, next) => {
      try {
        const { owner, repo, kind, ref } = request.params;
        const record = context.findRepository(owner, repo);
        const known = FORMATS[kind];
        const ticket = record && archiveTicket(context, record);
        if (!record || !known || request.query.token !== ticket) {
          response.status(404).type('text/plain').send('404: Not Found');
          return;
        }
        const git = context.git(record);
        const commit = await git.resolveCommit(ref);
        if (!commit) {
          response.status(404).type('text/plain').send('404: Not Found');
          return;
        }
        const root = `${record.owner}-${record.name}-${commit.sha.slice(0, 7)}`;
        response.type(known.type);
        response.set(
          'content-disposition',
          `attachment; filename=${root}.${known.format}`,
        );
        const child = spawn(
          'git',
          [
            'archive',
            `--format=${known.format}`,
            `--prefix=${root}/`,
            commit.sha,
          ],
          { cwd: git.directory, env: gitEnvironment() },
        );
        child.on('error', next);
        child.on('close', code => {
          if (code !== 0) response.destroy();
        });
        child.stdout.pipe(response);
        response.on('close', () => child.kill());
      } catch (error) {
        next(error);
      }
    },
  );
  return router;
}
