import { YamlDocument } from '../yaml';
import { DeclaredNodeGroup } from './DeclaredCluster';
import { NodeGroupPlace, plainGroups } from './editNodeGroups';
import { readNodeGroups } from './readDeclaredCluster';
import { ClusterVocabulary } from './vocabulary';

/** Where an environment's variables hold node groups, and which there are. */
export function variableGroups(
  document: YamlDocument,
  vocabulary: ClusterVocabulary,
): { place: NodeGroupPlace; present: DeclaredNodeGroup[] } {
  return {
    place: {
      ...plainGroups,
      map: ['node_groups'],
      flat: vocabulary === 'own' ? 'default' : 'group',
    },
    present: readNodeGroups(document, vocabulary),
  };
}
