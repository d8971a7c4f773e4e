import { Files, readFolder } from '../files';
import { SEED, SKELETON } from '../paths';

/** The repository that the sandbox seeds: the template's skeleton with files of its own. */
export async function seededRepository(): Promise<Files> {
  const [skeleton, own] = await Promise.all([
    readFolder(SKELETON),
    readFolder(SEED),
  ]);
  return new Map([...skeleton, ...own]);
}
