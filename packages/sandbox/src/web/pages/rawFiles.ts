import { notFound } from '../../http/GithubError';
import { splitRefAndPath } from '../refAndPath';
import { WebCall } from '../WebCall';

/** `/raw/...`: the bytes of a file, never as something a browser would run. */
export async function sendRaw(call: WebCall): Promise<void> {
  const { git } = call.repository();
  const { path, commit } = await splitRefAndPath(git, call.param('place'));
  const content = await git.fileAt(commit.tree, path);
  if (!content) throw notFound();
  const isText = !content.subarray(0, 8000).includes(0);
  call.response
    .set({
      'content-type': isText
        ? 'text/plain; charset=utf-8'
        : 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    .send(content);
}
