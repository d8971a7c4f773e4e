import { rayThings } from '../describeThings';
import { rayTopic } from '../topics';
import { ThingsCard } from './ThingsCard';

/** The Ray clusters, services and jobs of an entity. */
export function RayCard() {
  return <ThingsCard title="Ray" topic={rayTopic} pick={rayThings} />;
}
