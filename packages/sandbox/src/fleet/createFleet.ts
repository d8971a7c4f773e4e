import { batchCluster } from './clusters/batchCluster';
import { devCluster } from './clusters/devCluster';
import { prodCluster } from './clusters/prodCluster';
import { researchCluster } from './clusters/researchCluster';
import { scaledCluster } from './clusters/scaledCluster';
import { visionCluster } from './clusters/visionCluster';
import { scaledEndpoints, storyEndpoints } from './endpoints';
import { LivingFleet } from './LivingFleet';
import { Fleet, FleetOptions } from './types';

const STORIES = [
  devCluster,
  prodCluster,
  researchCluster,
  batchCluster,
  visionCluster,
];

/**
 * Makes accounts, clusters and endpoints that live.
 *
 * @throws Error if the scale is not a whole number from 1
 */
export function createFleet(options: FleetOptions = {}): Fleet {
  const { seed = 1, scale, now = () => new Date() } = options;
  if (scale !== undefined && !(Number.isInteger(scale) && scale >= 1)) {
    throw new Error(`A scale is a whole number from 1, not ${scale}.`);
  }
  const started = now();
  const clock = { now: started, seed };
  const builders =
    scale === undefined
      ? STORIES.map(build => build(clock))
      : Array.from({ length: scale }, (_, index) =>
          scaledCluster(clock, index),
        );
  const endpoints =
    scale === undefined
      ? storyEndpoints(started)
      : scaledEndpoints(started, 4 * scale);
  return new LivingFleet({ seed, now, builders, endpoints, started });
}
