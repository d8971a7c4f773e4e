import { RayJobDetail } from '@ml-platform/plugin-ml-platform-common';
import { notInInventory } from './notInInventory';
import { ReadContext, readOne } from './ReadContext';

/**
 * A RayJob with what its sources have to say.
 *
 * @throws NotFoundError when there is none, or the person may not see it
 */
export async function readRayJob(
  context: ReadContext,
  rayJobId: string,
): Promise<RayJobDetail> {
  const rayJob = await readOne(context, 'ray-job', rayJobId);
  if (!rayJob) {
    throw notInInventory('RayJob', rayJobId, '/ray-jobs');
  }
  return { rayJob, sources: context.sources.notesOf([rayJob]) };
}
