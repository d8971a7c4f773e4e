import { RepositoryConfig } from '../config';
import { layoutPath, nameInGlob } from '../environment/layoutPath';
import { RepositoryState } from '../environment/readRepositoryState';

/** The short names of an environment's further clusters, with their units. */
export function findFurtherClusters(
  state: RepositoryState,
  { layout }: RepositoryConfig,
  environment: string,
): { name: string; file: string }[] {
  const glob = layoutPath(layout.furtherCluster, { environment, name: '*' });
  return state.files.flatMap(({ path }) => {
    const name = nameInGlob(glob, path);
    return name === undefined ? [] : [{ name, file: path }];
  });
}
