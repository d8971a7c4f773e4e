import { FileDiff } from '../git/diffFiles';
import { GitCommit } from '../git/parseObjects';
import { findAccountByEmail } from '../state/people';
import { RepositoryRecord } from '../state/records';
import { fullName } from '../state/SandboxContext';
import { presentAccount } from './account';
import { Links, encodePath, nodeId } from './links';

/** Tells whether the signature of a commit is the sandbox's own. */
export type Verify = (commit: GitCommit) => boolean;

/** GitHub signs what its web pages and App tokens commit; so does the sandbox. */
export function presentVerification(commit: GitCommit, verify: Verify) {
  if (!commit.signature) {
    return {
      verified: false,
      reason: 'unsigned',
      signature: null,
      payload: null,
      verified_at: null,
    };
  }
  const verified = verify(commit);
  return {
    verified,
    reason: verified ? 'valid' : 'unknown_key',
    signature: commit.signature.text,
    payload: commit.signature.payload,
    verified_at: verified ? commit.committer.date : null,
  };
}

/** The answer of the Git database: `/git/commits/{sha}`. */
export function presentGitCommit(
  links: Links,
  record: RepositoryRecord,
  commit: GitCommit,
  verify: Verify,
) {
  const api = `${links.apiUrl}/repos/${fullName(record)}/git`;
  const web = `${links.url}/${fullName(record)}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', `${record.id}:${commit.sha}`),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${web}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${web}/${sha}`,
    })),
    verification: presentVerification(commit, verify),
  };
}

/** A commit as `/commits` and pull requests list it. */
export function presentCommit(
  links: Links,
  record: RepositoryRecord,
  commit: GitCommit,
  verify: Verify,
) {
  const api = `${links.apiUrl}/repos/${fullName(record)}`;
  const web = `${links.url}/${fullName(record)}/commit`;
  const account = (email: string) => {
    const found = findAccountByEmail(email);
    return found ? presentAccount(links, found) : null;
  };
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', `${record.id}:${commit.sha}`),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: presentVerification(commit, verify),
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: `${web}/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: account(commit.author.email),
    committer: account(commit.committer.email),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${web}/${sha}`,
    })),
  };
}

/** A file of a commit, a comparison or a pull request. */
export function presentFileDiff(
  links: Links,
  record: RepositoryRecord,
  commit: string,
  file: FileDiff,
) {
  const name = fullName(record);
  const path = encodePath(file.path);
  const api = `${links.apiUrl}/repos/${name}`;
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${links.url}/${name}/blob/${commit}/${path}`,
    raw_url: `${links.url}/${name}/raw/${commit}/${path}`,
    contents_url: `${api}/contents/${path}?ref=${commit}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousPath && { previous_filename: file.previousPath }),
  };
}
