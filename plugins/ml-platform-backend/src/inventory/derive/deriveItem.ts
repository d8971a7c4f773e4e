import {
  Health,
  HealthLimits,
  addonHealth,
  eksClusterHealth,
  gpuPoolHealth,
  nodeGroupHealth,
  nodeHealth,
  rayClusterHealth,
  rayJobHealth,
  rayServiceHealth,
  sageMakerEndpointHealth,
  upgradeInsightHealth,
} from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';

/** The health of a thing as far as it follows from its own facts. */
export function deriveItem(
  item: Pick<CollectedItem, 'kind' | 'facts'>,
  now: string,
  limits: HealthLimits,
): Health {
  const { kind, facts } = item as {
    [Kind in CollectedItem['kind']]: {
      kind: Kind;
      facts: CollectedItem<Kind>['facts'];
    };
  }[CollectedItem['kind']];
  switch (kind) {
    case 'eks-cluster':
      return eksClusterHealth(
        facts,
        { nodeGroups: [], addons: [], insights: [], updates: facts.updates },
        { now, limits },
      );
    case 'node-group':
      return nodeGroupHealth(facts, now, limits);
    case 'addon':
      return addonHealth(facts, now, limits);
    case 'upgrade-insight':
      return upgradeInsightHealth(facts);
    case 'node':
      return nodeHealth(facts, now, limits);
    case 'gpu-pool':
      return gpuPoolHealth(facts, [], now, limits);
    case 'ray-cluster':
      return rayClusterHealth(facts, now, limits);
    case 'ray-job':
      return rayJobHealth(facts, now, limits);
    case 'ray-service':
      return rayServiceHealth(facts, now, limits);
    case 'sagemaker-endpoint':
      return sageMakerEndpointHealth(facts, {
        now,
        figures: facts.figures,
        limits,
      });
    default:
      // A pod has no health of its own here: Ray objects and pools have.
      return { status: 'healthy', causes: [] };
  }
}
