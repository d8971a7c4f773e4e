import { RayServiceDetail } from '@ml-platform/plugin-ml-platform-common';
import { notInInventory } from './notInInventory';
import { ReadContext, readOne } from './ReadContext';

/**
 * A RayService with what its sources have to say.
 *
 * @throws NotFoundError when there is none, or the person may not see it
 */
export async function readRayService(
  context: ReadContext,
  rayServiceId: string,
): Promise<RayServiceDetail> {
  const rayService = await readOne(context, 'ray-service', rayServiceId);
  if (!rayService) {
    throw notInInventory('RayService', rayServiceId, '/ray-services');
  }
  return { rayService, sources: context.sources.notesOf([rayService]) };
}
