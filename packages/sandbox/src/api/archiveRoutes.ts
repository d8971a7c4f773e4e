import { ApiCall } from '../http/ApiCall';
import { notFound } from '../http/GithubError';
import { archiveTicket } from '../repositories/archive';
import { encodePath } from '../present/links';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';

/** Archives are served elsewhere; the API answers with the way there. */
export const archiveRoutes: Routes = (router, route) => {
  for (const format of ['tarball', 'zipball'] as const) {
    router.get(
      [
        `/repos/:owner/:repo/${format}`,
        `/repos/:owner/:repo/${format}/:ref(.*)`,
      ],
      route(async call => redirect(call, format)),
    );
  }
};

async function redirect(call: ApiCall, format: 'tarball' | 'zipball') {
  const { record, git } = call.repository();
  const ref = call.param('ref') || record.defaultBranch;
  if (!(await git.resolveCommit(ref))) throw notFound();
  const kind = format === 'tarball' ? 'legacy.tar.gz' : 'legacy.zip';
  const path = `/codeload/${fullName(record)}/${kind}/${encodePath(ref)}`;
  const ticket = archiveTicket(call.context, record);
  const location = `${call.context.url}${path}?token=${ticket}`;
  return { status: 302, headers: { location } };
}
