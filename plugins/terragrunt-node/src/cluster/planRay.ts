import { RepositoryState } from '../environment/readRepositoryState';
import { FileChange } from '../plan/types';
import { RepositoryConfig } from '../config';
import { rayUnit } from './rayUnit';
import { unitReference } from './unitPaths';
import { ClusterVocabulary } from './vocabulary';

/**
 * The unit of Ray: made when Ray is turned on. Turned off, it stays, since
 * nothing would destroy what it has installed.
 */
export async function planRay(options: {
  isWanted: boolean | undefined;
  paths: { ray: string; eks: string };
  state: RepositoryState;
  repository: RepositoryConfig;
  vocabulary: ClusterVocabulary;
  isFurther: boolean;
}): Promise<{ files: FileChange[]; rayLeft?: string }> {
  const { isWanted, paths, state, repository, vocabulary, isFurther } = options;
  const isThere = (await state.readText(paths.ray)) !== undefined;
  if (isThere || !isWanted) {
    return {
      files: [],
      ...(isThere && isWanted === false ? { rayLeft: paths.ray } : {}),
    };
  }
  const after = rayUnit({
    layout: repository.layout,
    eks: unitReference(paths.ray, paths.eks),
    vocabulary,
    isFurther,
  });
  return { files: [{ path: paths.ray, after }] };
}
