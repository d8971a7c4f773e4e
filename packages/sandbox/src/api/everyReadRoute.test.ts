import { Router } from 'express';
import {
  DEMO,
  TestSandbox,
  commitToBranch,
  startTestSandbox,
} from '../__testUtils__/testSandbox';
import { SandboxContext } from '../state/SandboxContext';
import { StateStore } from '../state/StateStore';
import { apiRouter } from './apiRouter';

/** A path that each route answers with 200. `{main}` is a commit. */
const SAMPLES: Record<string, string> = {
  '/': '/',
  '/meta': '/meta',
  '/rate_limit': '/rate_limit',
  '/user': '/user',
  '/user/emails': '/user/emails',
  '/user/orgs': '/user/orgs',
  '/user/repos': '/user/repos',
  '/users/:login': '/users/dana',
  '/users/:owner/repos': '/users/dana/repos',
  '/orgs/:org': '/orgs/acme',
  '/orgs/:owner/repos': '/orgs/acme/repos',
  '/orgs/:org/members': '/orgs/acme/members',
  '/orgs/:org/teams': '/orgs/acme/teams',
  '/orgs/:org/teams/:team/members': '/orgs/acme/teams/ml-platform/members',
  '/repos/:owner/:repo': '/repos/acme/demo',
  '/repos/:owner/:repo/collaborators': '/repos/acme/demo/collaborators',
  '/repos/:owner/:repo/teams': '/repos/acme/demo/teams',
  '/repos/:owner/:repo/branches': '/repos/acme/demo/branches',
  '/repos/:owner/:repo/branches/:branch(.+)': '/repos/acme/demo/branches/main',
  '/repos/:owner/:repo/branches/:branch(.+)/protection':
    '/repos/acme/demo/branches/main/protection',
  '/repos/:owner/:repo/git/ref/:ref(.+)': '/repos/acme/demo/git/ref/heads/main',
  '/repos/:owner/:repo/git/matching-refs/:ref(.*)':
    '/repos/acme/demo/git/matching-refs/heads',
  '/repos/:owner/:repo/git/commits/:sha': '/repos/acme/demo/git/commits/{main}',
  '/repos/:owner/:repo/git/blobs/:sha': '/repos/acme/demo/git/blobs/{readme}',
  '/repos/:owner/:repo/git/trees/:sha(.+)': '/repos/acme/demo/git/trees/main',
  '/repos/:owner/:repo/readme': '/repos/acme/demo/readme',
  '/repos/:owner/:repo/contents': '/repos/acme/demo/contents',
  '/repos/:owner/:repo/contents/:path(.*)':
    '/repos/acme/demo/contents/README.md',
  '/repos/:owner/:repo/commits': '/repos/acme/demo/commits',
  '/repos/:owner/:repo/commits/:ref(.+)': '/repos/acme/demo/commits/main',
  '/repos/:owner/:repo/commits/:ref(.+)/status':
    '/repos/acme/demo/commits/main/status',
  '/repos/:owner/:repo/commits/:ref(.+)/statuses':
    '/repos/acme/demo/commits/main/statuses',
  '/repos/:owner/:repo/commits/:ref(.+)/check-runs':
    '/repos/acme/demo/commits/main/check-runs',
  '/repos/:owner/:repo/commits/:ref(.+)/pulls':
    '/repos/acme/demo/commits/work/pulls',
  '/repos/:owner/:repo/compare/:basehead(.+)':
    '/repos/acme/demo/compare/main...work',
  '/repos/:owner/:repo/tarball': '/repos/acme/demo/tarball',
  '/repos/:owner/:repo/tarball/:ref(.*)': '/repos/acme/demo/tarball/main',
  '/repos/:owner/:repo/zipball': '/repos/acme/demo/zipball',
  '/repos/:owner/:repo/zipball/:ref(.*)': '/repos/acme/demo/zipball/work',
  '/repos/:owner/:repo/pulls': '/repos/acme/demo/pulls',
  '/repos/:owner/:repo/pulls/:number': '/repos/acme/demo/pulls/1',
  '/repos/:owner/:repo/pulls/:number/files': '/repos/acme/demo/pulls/1/files',
  '/repos/:owner/:repo/pulls/:number/commits':
    '/repos/acme/demo/pulls/1/commits',
  '/repos/:owner/:repo/pulls/:number/comments':
    '/repos/acme/demo/pulls/1/comments',
  '/repos/:owner/:repo/pulls/:number/merge': '/repos/acme/demo/pulls/2/merge',
  '/repos/:owner/:repo/pulls/:number/requested_reviewers':
    '/repos/acme/demo/pulls/1/requested_reviewers',
  '/repos/:owner/:repo/pulls/:number/reviews':
    '/repos/acme/demo/pulls/1/reviews',
  '/repos/:owner/:repo/pulls/:number/reviews/:review':
    '/repos/acme/demo/pulls/1/reviews/{review}',
  '/repos/:owner/:repo/labels': '/repos/acme/demo/labels',
  '/repos/:owner/:repo/labels/:name': '/repos/acme/demo/labels/kept',
  '/repos/:owner/:repo/issues': '/repos/acme/demo/issues',
  '/repos/:owner/:repo/issues/:number': '/repos/acme/demo/issues/1',
  '/repos/:owner/:repo/issues/:number/labels':
    '/repos/acme/demo/issues/1/labels',
  '/repos/:owner/:repo/issues/:number/comments':
    '/repos/acme/demo/issues/1/comments',
  '/repos/:owner/:repo/issues/comments/:comment':
    '/repos/acme/demo/issues/comments/{comment}',
};

describe('every route that reads', () => {
  let sandbox: TestSandbox;
  const values: Record<string, string> = {};

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    const octokit = sandbox.octokit();
    const { rest } = octokit;
    const issue = { ...DEMO, issue_number: 1, pull_number: 1 };
    for (const branch of ['work', 'merged']) {
      await commitToBranch(octokit, branch, { [`${branch}.txt`]: 'x\n' });
      await rest.pulls.create({
        ...DEMO,
        title: branch,
        head: branch,
        base: 'main',
      });
    }
    await rest.pulls.merge({ ...DEMO, pull_number: 2 });
    await rest.issues.addLabels({ ...issue, labels: ['kept'] });
    await rest.issues.addAssignees({ ...issue, assignees: ['dana'] });
    const comment = await rest.issues.createComment({ ...issue, body: 'Hi' });
    const amara = sandbox.octokit(sandbox.tokenFor('amara')).rest;
    const review = await amara.pulls.createReview({
      ...issue,
      event: 'APPROVE',
    });
    await rest.repos.updateBranchProtection({
      ...DEMO,
      branch: 'main',
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    values.main = await sandbox.git('rev-parse', 'main');
    values.readme = await sandbox.git('rev-parse', 'main:README.md');
    values.comment = String(comment.data.id);
    values.review = String(review.data.id);
  });

  // Here every answer is held against GitHub's description.
  afterAll(() => sandbox.stop());

  it('has a sample', async () => {
    const store = await StateStore.open('/nowhere/state.json');
    const router = apiRouter(new SandboxContext('/nowhere', store));
    expect(readPaths(router).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  it.each(Object.values(SAMPLES))('answers %s', async sample => {
    const path = sample.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const { status } = await sandbox.octokit().request(`GET ${path}`);
    expect([200, 204]).toContain(status);
  });
});

function readPaths(router: Router): string[] {
  return router.stack.flatMap(({ route }) => {
    const { path, methods } = (route ?? {}) as {
      path?: string | string[];
      methods?: Record<string, boolean>;
    };
    return path !== undefined && methods?.get ? [path].flat() : [];
  });
}
