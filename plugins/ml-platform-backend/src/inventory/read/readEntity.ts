import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AnnotationProblem,
  EKS_CLUSTER_ARN_ANNOTATION,
  EntityInventory,
  InventoryItem,
  InventoryKind,
  RAY_CLUSTER_ANNOTATION,
  RAY_SERVICE_ANNOTATION,
  SAGEMAKER_ENDPOINT_ARN_ANNOTATION,
  healthOf,
  matchesLabels,
  worstStatus,
} from '@ml-platform/plugin-ml-platform-common';
import { EntityReferences, entityReferences } from './entityReferences';
import { ReadContext, readAll } from './ReadContext';
import { withFewerLines } from './readEndpoints';

/**
 * What an entity's annotations name, as far as the person may see it. Objects in
 * namespaces are looked for in the entity's clusters, or in those of what it depends
 * on, or everywhere when neither names one.
 *
 * @param dependencies - entities that it depends on
 */
export async function readEntity(
  context: ReadContext,
  entity: Entity,
  dependencies: Entity[] = [],
): Promise<EntityInventory> {
  const named = entityReferences(entity);
  const clusters = await readNamed(
    context,
    'eks-cluster',
    named.clusterArns,
    named.clusterTags,
  );
  const endpoints = await readNamed(
    context,
    'sagemaker-endpoint',
    named.endpointArns,
    named.endpointTags,
  );
  const within = clustersToLookIn(named, clusters, dependencies);
  // What an entity depends on is what it runs on, when it names nothing itself.
  const runsOn =
    clusters.length === 0 && within.clusterArn
      ? await readNamed(context, 'eks-cluster', within.clusterArn, [])
      : clusters;
  const [rayClusters, rayServices, rayJobs, pods, gpuPools] = await Promise.all(
    [
      readRay(context, 'ray-cluster', named, within),
      readRay(context, 'ray-service', named, within),
      readRay(context, 'ray-job', named, within),
      readPods(context, named, within),
      clusters.length > 0
        ? readAll(context, {
            kind: 'gpu-pool',
            clusterArn: clusters.map(({ id }) => id),
          })
        : [],
    ],
  );
  const things = [
    ...runsOn,
    ...endpoints,
    ...rayClusters,
    ...rayServices,
    ...rayJobs,
  ];
  return {
    entityRef: stringifyEntityRef(entity),
    annotations: named.annotations,
    health: {
      status: worstStatus(things.map(({ health }) => health.status)),
      causes: healthOf(things.flatMap(({ health }) => health.causes)).causes,
    },
    clusters: runsOn,
    gpuPools,
    endpoints: endpoints.map(item => ({
      ...item,
      facts: withFewerLines(item.facts),
    })),
    rayClusters,
    rayJobs,
    rayServices,
    pods,
    problems: [
      ...named.problems,
      ...missing(EKS_CLUSTER_ARN_ANNOTATION, named.clusterArns, clusters),
      ...missing(
        SAGEMAKER_ENDPOINT_ARN_ANNOTATION,
        named.endpointArns,
        endpoints,
      ),
      ...missing(RAY_CLUSTER_ANNOTATION, named.rayClusters, rayClusters),
      ...missing(RAY_SERVICE_ANNOTATION, named.rayServices, rayServices),
    ],
    sources: context.sources.notesOf([...things, ...pods]),
  };
}

async function readNamed<Kind extends 'eks-cluster' | 'sagemaker-endpoint'>(
  context: ReadContext,
  kind: Kind,
  ids: string[],
  tags: EntityReferences['clusterTags'],
): Promise<InventoryItem<Kind>[]> {
  const byId = ids.length > 0 ? await readAll(context, { kind, ids }) : [];
  const byTags = tags.length > 0 ? await readAll(context, { kind, tags }) : [];
  const known = new Set(byId.map(({ id }) => id));
  return [...byId, ...byTags.filter(({ id }) => !known.has(id))];
}

function clustersToLookIn(
  named: EntityReferences,
  clusters: InventoryItem<'eks-cluster'>[],
  dependencies: Entity[],
): { clusterArn?: string[] } {
  const own = [
    ...new Set([...named.clusterArns, ...clusters.map(({ id }) => id)]),
  ];
  const others = dependencies.flatMap(
    dependency => entityReferences(dependency).clusterArns,
  );
  const arns = own.length > 0 ? own : others;
  return arns.length > 0 ? { clusterArn: arns } : {};
}

async function readRay<Kind extends 'ray-cluster' | 'ray-service' | 'ray-job'>(
  context: ReadContext,
  kind: Kind,
  named: EntityReferences,
  within: { clusterArn?: string[] },
): Promise<InventoryItem<Kind>[]> {
  const names = {
    'ray-cluster': named.rayClusters,
    'ray-service': named.rayServices,
    'ray-job': [] as string[],
  }[kind];
  const namespace =
    named.rayNamespaces.length > 0 ? named.rayNamespaces : named.namespaces;
  const beside = {
    ...within,
    ...(namespace.length > 0 ? { namespace } : {}),
  };
  const byName =
    names.length > 0
      ? await readAll(context, { kind, name: names, ...beside })
      : [];
  const { labelSelector } = named;
  const byLabels =
    labelSelector && namespace.length > 0
      ? (await readAll(context, { kind, ...beside })).filter(({ facts }) =>
          matchesLabels(facts.labels, labelSelector),
        )
      : [];
  const known = new Set(byName.map(({ id }) => id));
  return [...byName, ...byLabels.filter(({ id }) => !known.has(id))];
}

async function readPods(
  context: ReadContext,
  { namespaces, labelSelector, workloadName }: EntityReferences,
  within: { clusterArn?: string[] },
): Promise<InventoryItem<'pod'>[]> {
  if (namespaces.length === 0 || (!labelSelector && !workloadName)) {
    return [];
  }
  const pods = await readAll(context, {
    kind: 'pod',
    namespace: namespaces,
    ...within,
  });
  return pods.filter(
    ({ facts }) =>
      (workloadName !== undefined && facts.serviceAccount === workloadName) ||
      (labelSelector && matchesLabels(facts.labels ?? {}, labelSelector)),
  );
}

/** What an annotation names and no list has. */
function missing(
  annotation: string,
  wanted: string[],
  found: InventoryItem<InventoryKind>[],
): AnnotationProblem[] {
  return wanted
    .filter(
      value => !found.some(({ id, name }) => id === value || name === value),
    )
    .map(value => ({
      annotation,
      value,
      message:
        'The inventory has nothing of this name, or you may not see it. See that it is spelt right, and that its account and region, or its cluster, is in mlPlatform.aws.scopes or mlPlatform.kubernetes.clusters.',
    }));
}
