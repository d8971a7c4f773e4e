import { branch } from './__testUtils__/fixtures';
import {
  baseFiles,
  LineRequest,
  linePlan,
  listFile,
  nothingVisible,
  SandboxRepository,
} from './__testUtils__/sandboxRepository';

const request: LineRequest = { name: 'mlflow', value: '1' };
const other: LineRequest = { name: 'ray', value: '1' };

describe('proposeChange when the base branch moves', () => {
  let repository: SandboxRepository;

  beforeEach(async () => {
    repository = await SandboxRepository.start();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await repository.stop();
  });

  async function mergeable(number: number): Promise<boolean | null> {
    return (await repository.api('GET', `/pulls/${number}`)).mergeable;
  }

  it('lets two pull requests at different places be merged one after the other', async () => {
    await repository.ask({ name: 'bravo', value: '1', sorted: true });
    await repository.ask({ name: 'yankee', value: '1', sorted: true });
    await repository.merge(1);
    await repository.merge(2);
    expect(await repository.show('main', listFile)).toBe(
      'alpha 1\nbravo 1\nmike 1\nyankee 1\nzulu 1\n',
    );
  });

  it('replays the second of two at the same place when it is asked for again', async () => {
    const first = await repository.ask(request);
    const second = await repository.ask(other);
    await repository.merge(1);
    expect(await mergeable(2)).toBe(false);
    const main = await repository.git('rev-parse', 'main');

    const again = await repository.ask(other);

    expect(again).toMatchObject({ outcome: 'updated', number: 2 });
    expect(await repository.git('rev-parse', `${again.branch}^@`)).toBe(
      `${second.headSha}\n${main}`,
    );
    expect(await mergeable(2)).toBe(true);
    expect(
      (
        await repository.git('diff', '--name-only', 'main', again.branch!)
      ).split('\n'),
    ).toEqual(['env/dev/catalog/workload-ray.yaml', listFile]);
    await repository.merge(2);
    expect(await repository.show('main', listFile)).toBe(
      'alpha 1\nmike 1\nzulu 1\nmlflow 1\nray 1\n',
    );
    expect(await repository.git('rev-parse', branch)).toBe(first.headSha);
    expect(await repository.openPulls()).toEqual([]);
  });

  it('adds no merge while the pull request says it all and merges', async () => {
    const first = await repository.ask(request);
    await repository.push('main', { 'README.md': 'newer\n' });
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'unchanged',
      number: 1,
      headSha: first.headSha,
    });
  });

  it('merges the base in when there is something to add', async () => {
    const first = await repository.ask(request);
    const main = await repository.push('main', {
      'README.md': 'newer\n',
      'env/dev/old.txt': undefined,
      [listFile]: 'alpha 2\nmike 1\nzulu 1\n',
    });
    await repository.ask({ ...request, value: '2' });
    expect(await repository.git('rev-parse', `${branch}^@`)).toBe(
      `${first.headSha}\n${main}`,
    );
    expect(
      (await repository.git('diff', '--stat', 'main', branch)).split('\n'),
    ).toHaveLength(3);
    expect(await repository.show(branch, listFile)).toBe(
      'alpha 2\nmike 1\nzulu 1\nmlflow 2\n',
    );
    expect(await repository.show(branch, 'README.md')).toBe('newer\n');
  });

  it('carries commits of others along, whatever they did', async () => {
    const lines = ['a 1', 'b 1', 'c 1', 'd 1', 'e 1', 'f 1', 'g 1'];
    const text = (changes: Record<number, string> = {}) =>
      lines.map((line, index) => `${changes[index] ?? line}\n`).join('');
    await repository.push('main', { [listFile]: text() });
    await repository.ask(request);
    await repository.push(branch, {
      'docs/note.md': 'note\n',
      'env/dev/old.txt': undefined,
      [listFile]: `${text({ 0: 'a 1, says the reviewer' })}mlflow 1\n`,
    });
    await repository.push('main', {
      'README.md': 'newer\n',
      [listFile]: text({ 3: 'd 2' }),
    });
    await repository.ask({ ...request, value: '2' });
    expect(await repository.show(branch, listFile)).toBe(
      `${text({ 0: 'a 1, says the reviewer', 3: 'd 2' })}mlflow 2\n`,
    );
    expect(
      (await repository.git('diff', '--name-status', 'main', branch)).split(
        '\n',
      ),
    ).toEqual([
      'A\tdocs/note.md',
      'A\tenv/dev/catalog/workload-mlflow.yaml',
      `M\t${listFile}`,
      'D\tenv/dev/old.txt',
    ]);
  });

  it('stops with a link when a commit of somebody else would have to be merged by hand', async () => {
    await repository.ask(request);
    const theirs = await repository.push(branch, {
      [listFile]: 'alpha theirs\nmike 1\nzulu 1\nmlflow 1\n',
    });
    await repository.push('main', {
      [listFile]: 'alpha ours\nmike 1\nzulu 1\n',
    });
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        new RegExp(
          `${listFile} was changed both on 'main' and by commit ${theirs.slice(
            0,
            10,
          )}.*/pull/1`,
        ),
      ),
    });
    expect(await repository.git('rev-parse', branch)).toBe(theirs);
  });

  it('replays its own lines although somebody merged the base in by hand before', async () => {
    await repository.ask(request);
    await repository.push('main', { 'README.md': 'one\n' });
    const theirs = await repository.push(branch, {}, { merge: 'main' });
    expect(await repository.git('rev-parse', `${theirs}^2`)).toBe(
      await repository.git('rev-parse', 'main'),
    );
    await repository.push('main', {
      [listFile]: 'alpha 1\nmike 1\nzulu 1\nray 1\n',
    });
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'updated',
    });
    expect(await mergeable(1)).toBe(true);
    expect(await repository.show(branch, listFile)).toBe(
      'alpha 1\nmike 1\nzulu 1\nray 1\nmlflow 1\n',
    );
  });

  it('leaves a pull request open that the base has overtaken', async () => {
    const first = await repository.ask(request);
    await repository.push('main', {
      [listFile]: `${baseFiles[listFile]}mlflow 1\n`,
      'env/dev/catalog/workload-mlflow.yaml': 'name: mlflow\n',
    });
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'unchanged',
      number: 1,
      headSha: first.headSha,
    });
  });

  it('keeps the mode of a file', async () => {
    await repository.push('main', { 'run.sh': 'echo 1\n' });
    await repository.git('config', 'core.fileMode', 'true');
    const plan = (text: string) => async (snapshot: any) => ({
      ...(await linePlan(request)(snapshot)),
      files: [
        {
          path: 'run.sh',
          before: await snapshot.readText('run.sh'),
          after: text,
        },
      ],
    });
    const executable = await repository.api('POST', '/git/trees', {
      base_tree: await repository.git('rev-parse', 'main^{tree}'),
      tree: [
        {
          path: 'run.sh',
          mode: '100755',
          type: 'blob',
          sha: await repository.git('rev-parse', 'main:run.sh'),
        },
      ],
    });
    const commit = await repository.api('POST', '/git/commits', {
      message: 'Executable',
      tree: executable.sha,
      parents: [await repository.git('rev-parse', 'main')],
    });
    await repository.api('PATCH', '/git/refs/heads/main', { sha: commit.sha });
    await repository.ask(request, { plan: plan('echo 2\n') });
    expect(await repository.git('ls-tree', branch, 'run.sh')).toMatch(
      /^100755 /,
    );
  });

  it('plans again when the base moves between reading and writing', async () => {
    const real = globalThis.fetch;
    let moved = '';
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      if (!moved && String(input).endsWith('/git/commits')) {
        moved = 'now';
        moved = await repository.push('main', {
          [listFile]: 'alpha 2\nmike 1\nzulu 1\n',
        });
      }
      return await real(input, init);
    });
    await repository.ask(request);
    expect(await repository.git('rev-parse', `${branch}^@`)).toBe(moved);
    expect(await repository.git('diff', '--stat', 'main', branch)).toMatch(
      /2 insertions\(\+\)$/,
    );
    expect(await repository.show(branch, listFile)).toBe(
      'alpha 2\nmike 1\nzulu 1\nmlflow 1\n',
    );
  });

  it('gives up politely when the base never rests', async () => {
    const real = globalThis.fetch;
    let count = 0;
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      if (String(input).endsWith('/git/commits') && init?.method === 'POST') {
        count += 1;
        await repository.push('main', { 'README.md': `${count}\n` });
      }
      return await real(input, init);
    });
    await expect(repository.ask(request)).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'main moved meanwhile, 3 times in a row. Nothing was changed: try again',
    });
    expect(await repository.visible()).toEqual(nothingVisible);
  });

  it('plans again when somebody pushes to the branch between reading and writing', async () => {
    await repository.ask(request);
    const real = globalThis.fetch;
    let theirs = '';
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      if (!theirs && init?.method === 'PATCH' && /git\/refs/.test(`${input}`)) {
        theirs = 'now';
        theirs = await repository.push(branch, { 'README.md': 'theirs\n' });
      }
      return await real(input, init);
    });
    await repository.ask({ ...request, value: '2' });
    expect(await repository.git('rev-parse', `${branch}^@`)).toBe(theirs);
    expect(await repository.show(branch, 'README.md')).toBe('theirs\n');
  });

  it('opens another pull request when the first is merged between reading and writing', async () => {
    await repository.ask(request);
    const real = globalThis.fetch;
    let done = false;
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      if (
        !done &&
        init?.method === 'POST' &&
        /git\/commits$/.test(`${input}`)
      ) {
        done = true;
        await repository.merge(1);
      }
      return await real(input, init);
    });
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).resolves.toMatchObject({
      outcome: 'created',
      number: 2,
      branch: `${branch}-2`,
    });
  });

  it('ends with one pull request when the same is asked for twice at once', async () => {
    const results = await Promise.all([
      repository.ask(request),
      repository.ask(request),
    ]);
    expect(results.map(result => result.number)).toEqual([1, 1]);
    expect(await repository.openPulls()).toHaveLength(1);
    expect((await repository.branches()).sort()).toEqual(['main', branch]);
  });
});
