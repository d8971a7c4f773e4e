import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository } from './GitRepository';
import { runGitText } from './runGit';
import { writeBlob } from './writeBlob';

describe('writeBlob', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'blob-'));
    await GitRepository.create(directory, 'main');
  });

  afterEach(() => rm(directory, { recursive: true, force: true }));

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('grün\n')],
    ['bytes', Buffer.from([0, 255, 13, 10])],
  ])('stores %s as Git itself does, once and twice', async (_, content) => {
    const sha = await writeBlob(directory, content);
    expect(sha).toBe(
      await runGitText(['hash-object', '--stdin'], {
        cwd: directory,
        input: content,
      }),
    );
    expect(await writeBlob(directory, content)).toBe(sha);
    const repository = new GitRepository(directory);
    expect((await repository.read(sha))?.content).toEqual(content);
    await repository.close();
    await runGitText(['fsck', '--strict'], { cwd: directory });
  });
});
