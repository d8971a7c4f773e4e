import { InputError } from '@backstage/errors';
import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { findFurtherClusters } from '../cluster/findFurtherClusters';
import { readFurtherCluster } from '../cluster/readFurtherCluster';
import { unitPaths } from '../cluster/unitPaths';
import { vocabularyOf } from '../cluster/vocabulary';
import { RepositoryConfig } from '../config';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { HclDocument } from '../hcl';
import { RepositorySnapshot } from '../snapshot';
import { YamlDocument } from '../yaml';
import { clusterFormData, furtherClusterFormData } from './clusterFormData';
import { PresentValues, RepositoryThing } from './DeclaredThing';

/**
 * What a cluster is declared with: that of the environment by its variables, a
 * further one by its unit.
 *
 * @throws InputError when neither describes it
 */
export async function clusterValues(
  place: { repository: string; environment: string },
  thing: RepositoryThing,
  context: {
    environment: EnvironmentState;
    state: RepositoryState;
    snapshot: RepositorySnapshot;
    repository: RepositoryConfig;
  },
): Promise<Pick<PresentValues, 'formData' | 'unshown'>> {
  const { state, snapshot, repository } = context;
  const { facts } = context.environment;
  const isFirst =
    thing.name === facts.cluster ||
    thing.entityRef?.split('/')[1] === facts.cluster;
  const isThere = async (path: string) =>
    (await snapshot.list(path)).some(file => file.path === path);
  if (isFirst && /\.ya?ml$/.test(facts.file)) {
    const paths = unitPaths(repository, facts.name);
    const text = (await snapshot.readText(facts.file)) ?? '';
    return clusterFormData(place, thing, {
      document: YamlDocument.parse(text, { file: facts.file }),
      vocabulary: vocabularyOf(await snapshot.readText(paths.eks)),
      hasRay: await isThere(paths.ray),
    });
  }
  for (const { name, file } of findFurtherClusters(
    state,
    repository,
    facts.name,
  )) {
    const text = (await snapshot.readText(file)) ?? '';
    const document = HclDocument.parse(text, { file });
    if (readFurtherCluster(document, text).clusterName === thing.name) {
      const paths = unitPaths(repository, facts.name, name);
      return furtherClusterFormData({ ...place, name }, thing, {
        document,
        text,
        hasRay: await isThere(paths.ray),
      });
    }
  }
  throw new InputError(
    `${quoteValue(thing.name)} is neither described by the variables of ${
      facts.name
    } (${facts.file}) nor by a unit of ${
      repository.layout.furtherCluster
    }, so the form cannot show its values. Edit its unit in the repository`,
  );
}
