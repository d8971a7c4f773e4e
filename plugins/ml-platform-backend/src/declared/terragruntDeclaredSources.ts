import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  changeOfPullRequest,
  createRepositoryHost,
  listDeclared,
  readMlPlatformConfig,
  readPresentValues,
  type RepositoryConfig,
  type RepositoryHost,
  type RepositorySnapshot,
  type RepositoryThing,
} from '@ml-platform/plugin-terragrunt-node';
import type {
  DeclaredSource,
  OpenChange,
  OpenedSource,
  PlainThing,
} from './DeclaredSource';

/** A page waits for these requests, so a host that asks for patience is not waited for. */
const LONGEST_WAIT_MS = 3_000;

/**
 * One source for each of `mlPlatform.repositories`, read with the credential of
 * `integrations.github`.
 *
 * @throws InputError naming the configuration key that cannot be used
 */
export function terragruntDeclaredSources(config: Config): DeclaredSource[] {
  const integrations = ScmIntegrations.fromConfig(config);
  return readMlPlatformConfig(config).repositories.map(repository => ({
    id: repository.id,
    title: repository.title,
    open: async () => {
      const host = await createRepositoryHost({
        repository,
        integrations,
        client: { retry: { retries: 1, longestWaitMs: LONGEST_WAIT_MS } },
      });
      const snapshot = await host.openSnapshot(repository.baseBranch);
      return openedSource({
        repository,
        host,
        snapshot,
        pullRequests: await openChanges(host, snapshot.branch),
      });
    },
  }));
}

function openedSource(options: {
  repository: RepositoryConfig;
  host: RepositoryHost;
  snapshot: RepositorySnapshot;
  pullRequests: OpenChange[];
}): OpenedSource {
  const { repository, host, snapshot, pullRequests } = options;
  return {
    commit: snapshot.commit,
    pullRequests,
    async things() {
      const { things, problems } = await listDeclared(snapshot, repository);
      return {
        things: things.map(thing => withPlace(thing, snapshot)),
        problems: problems.map(
          ({ environment, problem }) => `${environment}: ${problem}`,
        ),
      };
    },
    async values(reference) {
      const { thing, formData, unshown } = await readPresentValues(
        snapshot,
        repository,
        reference,
      );
      return {
        thing: withPlace(thing, snapshot),
        formData,
        base: { branch: snapshot.branch, commit: snapshot.commit },
        unshown,
      };
    },
    async lastChange(file) {
      const change = await host.lastChange(file, snapshot.commit);
      return (
        change && {
          at: change.at,
          commit: change.sha,
          url: change.url,
          ...(change.by ? { by: change.by } : {}),
        }
      );
    },
  };
}

async function openChanges(
  host: RepositoryHost,
  branch: string,
): Promise<OpenChange[]> {
  const pullRequests = await host.openPullRequests(branch);
  return pullRequests.flatMap(pullRequest => {
    const change = changeOfPullRequest(pullRequest);
    const { number, url, title } = pullRequest;
    return change
      ? [
          {
            number,
            url,
            title,
            change: change.kind,
            thing: change.thing,
            environment: change.environment,
            name: change.name,
          },
        ]
      : [];
  });
}

function withPlace(
  thing: RepositoryThing,
  { repository, commit }: RepositorySnapshot,
): PlainThing {
  const path = thing.file.split('/').map(encodeURIComponent).join('/');
  const present = Object.fromEntries(
    Object.entries(thing).filter(([, value]) => value !== undefined),
  ) as unknown as RepositoryThing;
  return {
    ...present,
    repository: repository.id,
    fileUrl: `${repository.webUrl}/blob/${commit}/${path}${
      thing.line ? `#L${thing.line}` : ''
    }`,
  };
}
