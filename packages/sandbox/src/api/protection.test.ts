import {
  DEMO,
  TestSandbox,
  commitToBranch,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

const MAIN = { ...DEMO, branch: 'main' };

describe('a protected branch', () => {
  let sandbox: TestSandbox;
  let main: string;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    main = await sandbox.git('rev-parse', 'main');
    await commitToBranch(sandbox.octokit(), 'work', { 'new.txt': 'new\n' });
    await sandbox
      .octokit(sandbox.tokenFor('amara'))
      .rest.repos.updateBranchProtection({
        ...MAIN,
        required_status_checks: null,
        enforce_admins: true,
        required_pull_request_reviews: null,
        restrictions: null,
      });
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it('is shown as protected', async () => {
    const { repos } = sandbox.octokit().rest;
    const { data: list } = await repos.listBranches(DEMO);
    expect(list.map(({ name, protected: on }) => [name, on])).toEqual([
      ['main', true],
      ['work', false],
    ]);
    const { data: one } = await repos.getBranch(MAIN);
    expect(one).toMatchObject({ protected: true, commit: { sha: main } });
    const { data: rules } = await repos.getBranchProtection(MAIN);
    expect(rules.enforce_admins?.enabled).toBe(true);
  });

  it('is not changed directly by anybody', async () => {
    const { rest } = sandbox.octokit(sandbox.tokenFor('amara'));
    const work = await sandbox.git('rev-parse', 'work');
    const attempts = [
      rest.git.updateRef({ ...DEMO, ref: 'heads/main', sha: work }),
      rest.git.updateRef({
        ...DEMO,
        ref: 'heads/main',
        sha: work,
        force: true,
      }),
      rest.git.deleteRef({ ...DEMO, ref: 'heads/main' }),
      rest.repos.createOrUpdateFileContents({
        ...DEMO,
        path: 'x.txt',
        message: 'x',
        content: '',
      }),
      rest.repos.merge({ ...DEMO, base: 'main', head: 'work' }),
    ];
    const statuses = await Promise.all(
      attempts.map(async attempt => (await refusal(attempt)).status),
    );
    expect(statuses).toEqual([422, 422, 422, 409, 403]);
    expect(await sandbox.git('rev-parse', 'main')).toBe(main);
  });

  it('takes a pull request from maintainers alone', async () => {
    const dana = sandbox.octokit(sandbox.tokenFor('dana')).rest;
    const { data: pull } = await dana.pulls.create({
      ...DEMO,
      title: 'Work',
      head: 'work',
      base: 'main',
    });
    const one = { ...DEMO, pull_number: pull.number };
    expect((await dana.pulls.get(one)).data.mergeable_state).toBe('blocked');
    expect(await refusal(dana.pulls.merge(one))).toMatchObject({
      status: 405,
      message: expect.stringContaining('not authorized to push to this branch'),
    });
    const piotr = sandbox.octokit(sandbox.tokenFor('piotr')).rest;
    expect((await piotr.pulls.get(one)).data.mergeable_state).toBe('clean');
    expect((await piotr.pulls.merge(one)).data.merged).toBe(true);
  });

  it('is free again when the protection is taken away', async () => {
    const { repos } = sandbox.octokit(sandbox.tokenFor('amara')).rest;
    await repos.deleteBranchProtection(MAIN);
    expect(await refusal(repos.getBranchProtection(MAIN))).toMatchObject({
      status: 404,
      message: 'Branch not protected',
    });
  });
});
