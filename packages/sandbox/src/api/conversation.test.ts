import {
  DEMO,
  TestSandbox,
  commitToBranch,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

const ONE = { ...DEMO, issue_number: 1, pull_number: 1 };

describe('the conversation of a pull request', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox({
      seed: {
        'acme/demo': {
          CODEOWNERS:
            '* @acme/ml-platform # all\n/docs/ @dana @nobody\n*.md @piotr\n',
          'docs/a.txt': 'a\n',
          'b.txt': 'b\n',
        },
      },
    });
    const octokit = sandbox.octokit(sandbox.tokenFor('dana'));
    await commitToBranch(octokit, 'work', {
      'docs/a.txt': 'A\n',
      'b.txt': 'B\n',
      'x.md': 'x\n',
    });
    await octokit.rest.pulls.create({
      ...DEMO,
      title: 'Work',
      head: 'work',
      base: 'main',
    });
  });

  afterEach(async () => {
    await sandbox.stop();
  });

  it('asks code owners and whoever is named for a review', async () => {
    const { pulls } = sandbox.octokit().rest;
    const asked = async () => {
      const { data } = await pulls.listRequestedReviewers(ONE);
      return [
        data.users.map(({ login }) => login),
        data.teams.map(({ slug }) => slug),
      ];
    };
    // Not dana, who owns docs but opened it herself.
    expect(await asked()).toEqual([['piotr'], ['ml-platform']]);
    const { data } = await pulls.requestReviewers({
      ...ONE,
      reviewers: ['amara', 'piotr'],
    });
    expect(data.requested_reviewers?.map(({ login }) => login)).toEqual([
      'piotr',
      'amara',
    ]);
    await pulls.removeRequestedReviewers({
      ...ONE,
      reviewers: ['piotr'],
      team_reviewers: ['ml-platform'],
    });
    expect(await asked()).toEqual([['amara'], []]);
  });

  it.each([
    [
      { reviewers: ['dana'] },
      'Review cannot be requested from pull request author.',
    ],
    [
      { reviewers: ['nobody'] },
      /Reviews may only be requested from collaborators/,
    ],
    [
      { team_reviewers: ['no-team'] },
      /Reviews may only be requested from collaborators/,
    ],
  ])('refuses to ask %j', async (request, message) => {
    const { pulls } = sandbox.octokit().rest;
    const refused = await refusal(
      pulls.requestReviewers({ ...ONE, ...request }),
    );
    expect(refused.status).toBe(422);
    expect(refused.message).toMatch(message);
  });

  it('takes reviews, but no approval of one\u2019s own work', async () => {
    const dana = sandbox.octokit(sandbox.tokenFor('dana')).rest.pulls;
    const amara = sandbox.octokit(sandbox.tokenFor('amara')).rest.pulls;
    expect(
      await refusal(dana.createReview({ ...ONE, event: 'APPROVE' })),
    ).toMatchObject({
      status: 422,
      message: 'Can not approve your own pull request',
    });
    await dana.createReview({ ...ONE, event: 'COMMENT', body: 'Please look.' });
    const { data: review } = await amara.createReview({
      ...ONE,
      event: 'APPROVE',
      body: 'Good',
    });
    expect(review).toMatchObject({
      state: 'APPROVED',
      user: { login: 'amara' },
    });
    const { data: all } = await amara.listReviews(ONE);
    expect(all.map(({ state }) => state)).toEqual(['COMMENTED', 'APPROVED']);
    const { data: read } = await amara.getReview({
      ...ONE,
      review_id: review.id,
    });
    expect(read).toEqual(review);
  });

  it('makes labels when they are first used', async () => {
    const { issues } = sandbox.octokit().rest;
    const names = (labels: { name: string }[]) =>
      labels.map(({ name }) => name);
    const added = await issues.addLabels({
      ...ONE,
      labels: ['ml-platform', 'Dev'],
    });
    expect(names(added.data)).toEqual(['ml-platform', 'Dev']);
    await issues.addLabels({ ...ONE, labels: ['dev'] });
    expect(names((await issues.listLabelsForRepo(DEMO)).data)).toEqual([
      'ml-platform',
      'Dev',
    ]);
    const made = await issues.createLabel({
      ...DEMO,
      name: 'a b',
      color: 'ff0000',
    });
    expect(made.data).toMatchObject({ name: 'a b', color: 'ff0000' });
    expect((await issues.getLabel({ ...DEMO, name: 'a b' })).data).toEqual(
      made.data,
    );
    expect(
      await refusal(issues.createLabel({ ...DEMO, name: 'DEV' })),
    ).toMatchObject({
      status: 422,
      errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }],
    });
    await issues.removeLabel({ ...ONE, name: 'Dev' });
    expect(
      await refusal(issues.removeLabel({ ...ONE, name: 'Dev' })),
    ).toMatchObject({
      status: 404,
      message: 'Label does not exist',
    });
    await issues.setLabels({ ...ONE, labels: ['a b'] });
    expect(names((await issues.listLabelsOnIssue(ONE)).data)).toEqual(['a b']);
    const { data: issue } = await issues.get(ONE);
    expect(issue.pull_request?.html_url).toBe(
      `${sandbox.url}/acme/demo/pull/1`,
    );
    const listed = await issues.listForRepo({ ...DEMO, labels: 'a b' });
    expect(listed.data.map(({ number }) => number)).toEqual([1]);
  });

  it('takes comments, which only their author or a maintainer changes', async () => {
    const dana = sandbox.octokit(sandbox.tokenFor('dana')).rest.issues;
    const bot = sandbox.octokit().rest.issues;
    const amara = sandbox.octokit(sandbox.tokenFor('amara')).rest.issues;
    const { data: made } = await bot.createComment({ ...ONE, body: 'Hello' });
    const one = { ...DEMO, comment_id: made.id };
    expect(
      await refusal(dana.updateComment({ ...one, body: 'x' })),
    ).toMatchObject({ status: 403 });
    await bot.updateComment({ ...one, body: 'Hello again' });
    expect((await dana.getComment(one)).data.body).toBe('Hello again');
    expect((await dana.listComments(ONE)).data).toHaveLength(1);
    await amara.deleteComment(one);
    expect(await refusal(dana.getComment(one))).toMatchObject({ status: 404 });
  });

  it('has assignees', async () => {
    const { issues } = sandbox.octokit().rest;
    await issues.addAssignees({ ...ONE, assignees: ['piotr', 'amara'] });
    const { data } = await issues.removeAssignees({
      ...ONE,
      assignees: ['piotr'],
    });
    expect(data.assignees?.map(({ login }) => login)).toEqual(['amara']);
    const updated = await issues.update({
      ...ONE,
      title: 'T2',
      labels: ['l'],
      assignees: [],
    });
    expect(updated.data).toMatchObject({ title: 'T2', assignees: [] });
  });
});
