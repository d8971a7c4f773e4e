import { findMergeBase } from '../git/history';
import { runGit } from '../git/runGit';
import { ApiCall, OpenRepository } from '../http/ApiCall';
import { PullRecord } from '../state/records';
import { wantsPatch } from './mediaTypes';

/** Sends a pull request as `git diff` or `git format-patch` writes it. */
export async function sendPullText(
  call: ApiCall,
  { git }: OpenRepository,
  pull: PullRecord,
): Promise<void> {
  const { directory } = git;
  const patch = wantsPatch(call.request);
  call.response
    .type('text/plain; charset=utf-8')
    .send(await pullText(directory, pull, patch ? 'patch' : 'diff'));
}

export async function pullText(
  directory: string,
  pull: PullRecord,
  format: 'diff' | 'patch',
): Promise<Buffer> {
  const { base, head } = pull;
  const from = await findMergeBase(directory, base.sha, head.sha);
  const range = `${from ?? base.sha}..${head.sha}`;
  const args =
    format === 'patch'
      ? ['format-patch', '--stdout', '--no-signature', range]
      : ['diff', '-M', '--no-color', '--no-ext-diff', range];
  return (await runGit(args, { cwd: directory })).stdout;
}
