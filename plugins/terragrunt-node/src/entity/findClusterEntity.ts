import { stringifyEntityRef } from '@backstage/catalog-model';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { RepositoryState } from '../environment/readRepositoryState';
import { layoutPath } from '../environment/layoutPath';
import { YamlDocument } from '../yaml';

/**
 * The entity of the environment's cluster, if the repository describes it: a
 * resource in one of the files for clusters. Of several the one that is named
 * like the cluster; when that leaves a doubt, none.
 *
 * @returns its entity reference
 */
export async function findClusterEntity(
  state: RepositoryState,
  facts: EnvironmentFacts,
  catalogEntity: string,
): Promise<string | undefined> {
  const [before, after = ''] = layoutPath(catalogEntity, {
    environment: facts.name,
    kind: 'cluster',
    name: '*',
  }).split('*');
  const paths = state.files
    .map(file => file.path)
    .filter(path => path.startsWith(before) && path.endsWith(after))
    .slice(0, 20);
  const found = await Promise.all(
    paths.map(async path => readCluster(path, await state.readText(path))),
  );
  const clusters = found.filter(
    (cluster): cluster is NonNullable<typeof cluster> => cluster !== undefined,
  );
  const named = clusters.filter(
    cluster =>
      facts.cluster !== undefined && cluster.names.includes(facts.cluster),
  );
  const candidates = named.length > 0 ? named : clusters;
  return candidates.length === 1 ? candidates[0].ref : undefined;
}

function readCluster(
  file: string,
  text: string | undefined,
): { ref: string; names: string[] } | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const document = YamlDocument.parse(text, { file });
    const name = document.value(['metadata', 'name']);
    const title = document.value(['metadata', 'title']);
    const namespace = document.value(['metadata', 'namespace']);
    if (document.value(['kind']) !== 'Resource' || typeof name !== 'string') {
      return undefined;
    }
    return {
      ref: stringifyEntityRef({
        kind: 'resource',
        namespace: typeof namespace === 'string' ? namespace : 'default',
        name,
      }),
      names: [name, ...(typeof title === 'string' ? [title] : [])],
    };
  } catch {
    // The relation is an extra: a broken entity file is not this change's business.
    return undefined;
  }
}
