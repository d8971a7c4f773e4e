import { RepositoryState } from '../environment/readRepositoryState';
import { YamlDocument } from '../yaml';
import { DeclaredCluster } from './DeclaredCluster';
import { readDeclaredCluster } from './readDeclaredCluster';

/** The clusters of all environments, and the environments that cannot be read. */
export async function readClusters(state: RepositoryState) {
  const clusters: DeclaredCluster[] = [];
  const unreadable: { environment: string; problem: string }[] = [];
  for (const { facts } of state.environments) {
    try {
      const text = (await state.readText(facts.file)) ?? '';
      clusters.push(
        readDeclaredCluster(
          facts,
          YamlDocument.parse(text, { file: facts.file }),
        ),
      );
    } catch (error) {
      unreadable.push({ environment: facts.name, problem: String(error) });
    }
  }
  return { clusters, unreadable };
}
