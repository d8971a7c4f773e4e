import { Octokit } from 'octokit';
import { GitObjects, GitTreeEntry } from '../snapshot/GitObjects';
import { GithubAccess } from './GithubAccess';
import { callGithub } from './callGithub';
import { githubBlobs } from './githubBlobs';

/** Git objects of one repository through GitHub's Git database API. */
export function githubObjects(
  client: Octokit,
  access: GithubAccess,
): GitObjects {
  const target = { owner: access.owner, repo: access.name };
  return {
    tree: (sha, { recursive }) =>
      callGithub({ access, what: 'list the files' }, async () => {
        const { data } = await client.rest.git.getTree({
          ...target,
          tree_sha: sha,
          ...(recursive && { recursive: '1' }),
        });
        return {
          entries: data.tree.map(entry => ({
            path: entry.path!,
            mode: entry.mode!,
            type: entry.type as GitTreeEntry['type'],
            sha: entry.sha!,
          })),
          truncated: data.truncated,
        };
      }),
    blob: sha =>
      callGithub({ access, what: 'read a file' }, async () => {
        const { data } = await client.rest.git.getBlob({
          ...target,
          file_sha: sha,
        });
        return Buffer.from(data.content, data.encoding as BufferEncoding);
      }),
    blobs: shas => githubBlobs(client, access, shas),
  };
}
