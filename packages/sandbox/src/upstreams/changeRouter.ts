import { Router, json } from 'express';
import { Fleet, FleetCluster, Json } from '../fleet/types';
import { isKubernetesResource, mergePatch } from './mergePatch';

/** Changes of the fleet by hand: a node is cordoned, an endpoint fails. */
export function changeRouter(fleet: Fleet): Router {
  const router = Router();
  router.use(json({ limit: '100kb' }));

  /** `{ cluster, resource, key, patch }`: a merge patch of an object. */
  router.post('/objects', (request, response) => {
    const { cluster: name, resource, key, patch } = request.body ?? {};
    const cluster = clusterOf(fleet, name);
    if (!cluster || !isKubernetesResource(resource)) {
      response.status(404).json({
        message: `There is no cluster '${name}' with '${resource}'.`,
      });
      return;
    }
    const object = cluster.kubernetes.objects[resource].get(key);
    if (!object) {
      response.status(404).json({
        message: `The cluster ${cluster.name} has no ${resource} '${key}'.`,
      });
      return;
    }
    const event = fleet.put(cluster.arn, resource, mergePatch(object, patch));
    response.json({ object: event.object });
  });

  /** `{ cluster, name, patch }`: a merge patch of what DescribeNodegroup gives. */
  router.post('/node-groups', (request, response) => {
    const { cluster: name, name: group, patch } = request.body ?? {};
    const found = clusterOf(fleet, name)?.nodeGroups.find(
      entry => entry.name === group,
    );
    if (!found) {
      response.status(404).json({
        message: `There is no node group '${group}' of a cluster '${name}'.`,
      });
      return;
    }
    Object.assign(found.eks, mergePatch(found.eks, patch));
    response.json({ nodegroup: found.eks });
  });

  /** `{ name, patch }`: a merge patch of what DescribeEndpoint gives. */
  router.post('/endpoints', (request, response) => {
    const { name, patch } = request.body ?? {};
    const found = fleet.endpoints.find(entry => entry.name === name);
    if (!found) {
      response.status(404).json({ message: `There is no endpoint '${name}'.` });
      return;
    }
    const changed: Json = {
      LastModifiedTime: fleet.now().getTime() / 1000,
      ...patch,
    };
    Object.assign(found.endpoint, mergePatch(found.endpoint, changed));
    response.json({ endpoint: found.endpoint });
  });

  return router;
}

function clusterOf(fleet: Fleet, name: unknown): FleetCluster | undefined {
  return fleet.clusters.find(({ arn, name: own }) =>
    [arn, own].includes(String(name)),
  );
}
