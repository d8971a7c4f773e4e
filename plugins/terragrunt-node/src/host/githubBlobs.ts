import { isError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { Octokit } from 'octokit';
import { mapLimited } from '../snapshot/mapLimited';
import { callGithub } from './callGithub';
import { GithubAccess } from './GithubAccess';

/** Keeps a query below GitHub's limits of nodes and of time (10 s). */
const BLOBS_PER_QUERY = 300;
const MAX_PARALLEL_QUERIES = 3;

type Answer = {
  repository: Record<string, { oid?: string; text?: string | null } | null>;
};

/**
 * Many blobs in one GraphQL query. GraphQL gives text alone, which it cuts when
 * long and mends when it is not UTF-8: only a text that hashes to the SHA it was
 * asked by is given, all others are left to the REST API, byte by byte.
 */
export async function githubBlobs(
  client: Octokit,
  access: GithubAccess,
  shas: string[],
): Promise<Map<string, Uint8Array>> {
  const batches = Array.from(
    { length: Math.ceil(shas.length / BLOBS_PER_QUERY) },
    (_, index) =>
      shas.slice(index * BLOBS_PER_QUERY, (index + 1) * BLOBS_PER_QUERY),
  );
  const found = await mapLimited(batches, MAX_PARALLEL_QUERIES, batch =>
    callGithub({ access, what: 'read files' }, async () => {
      const { repository } = await client
        .graphql<Answer>(queryOf(batch), {
          owner: access.owner,
          name: access.name,
        })
        .catch(error => {
          // GraphQL would not have it: REST says why, or gives the files.
          if (isError(error) && error.name === 'GraphqlResponseError') {
            return { repository: {} };
          }
          throw error;
        });
      return Object.values(repository).flatMap(
        (object): [string, Uint8Array][] => {
          const blob =
            typeof object?.text === 'string'
              ? Buffer.from(object.text)
              : undefined;
          return blob && gitSha(blob) === object?.oid
            ? [[object.oid, blob]]
            : [];
        },
      );
    }),
  );
  return new Map(found.flat());
}

function queryOf(shas: string[]): string {
  const objects = shas
    .map(
      (sha, index) =>
        `b${index}: object(oid: "${sha}") { ... on Blob { oid text } }`,
    )
    .join(' ');
  return `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${objects} } }`;
}

/** Git's name of a blob: sha1 over its type, length and bytes. */
function gitSha(blob: Buffer): string {
  return createHash('sha1')
    .update(`blob ${blob.length}\0`)
    .update(blob)
    .digest('hex');
}
