import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  CLUSTER_ANNOTATION,
  EKS_CLUSTER_ARN_ANNOTATION,
  EKS_CLUSTER_TAGS_ANNOTATION,
  GENERIC_ARN_ANNOTATIONS,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  RAY_CLUSTER_ANNOTATION,
  RAY_NAMESPACE_ANNOTATION,
  RAY_SERVICE_ANNOTATION,
  SAGEMAKER_ENDPOINT_ARN_ANNOTATION,
  SAGEMAKER_ENDPOINT_TAGS_ANNOTATION,
  WORKLOAD_ANNOTATION,
} from '@ml-platform/plugin-ml-platform-common';
import { anyOf, hasAnnotations, hasArnOf, hasType } from './predicates';

/** What a card or tab of an entity is about, and by which annotations it is found. */
export interface EntityTopic {
  /** Begins a sentence: `The clusters`. */
  what: string;
  /** Within a sentence: `cluster`. */
  one: string;
  /** Annotations that name the things; problems of these are told here. */
  annotations: readonly string[];
  /** Lines to add where there is none of them. */
  example: Record<string, string>;
  /** Entities that have the card and the tab, unless the app's configuration says otherwise. */
  filter: FilterPredicate;
}

const CLUSTER_ANNOTATIONS = [
  EKS_CLUSTER_ARN_ANNOTATION,
  EKS_CLUSTER_TAGS_ANNOTATION,
  CLUSTER_ANNOTATION,
];
const CLUSTER_TYPES = ['eks-cluster', 'kubernetes-cluster'];
const EXAMPLE_CLUSTER =
  'arn:aws:eks:eu-west-2:111122223333:cluster/mlops-dev-cluster';

export const clusterTopic: EntityTopic = {
  what: 'The clusters',
  one: 'cluster',
  annotations: [...CLUSTER_ANNOTATIONS, ...GENERIC_ARN_ANNOTATIONS],
  example: { [EKS_CLUSTER_ARN_ANNOTATION]: EXAMPLE_CLUSTER },
  filter: anyOf(
    ...CLUSTER_ANNOTATIONS.map(name => hasAnnotations(name)),
    hasArnOf('eks'),
    hasType(...CLUSTER_TYPES),
  ),
};

export const gpuTopic: EntityTopic = {
  what: 'The GPUs',
  one: 'GPU pool',
  annotations: [
    ...clusterTopic.annotations,
    KUBERNETES_NAMESPACE_ANNOTATION,
    KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  ],
  example: clusterTopic.example,
  filter: anyOf(
    hasType(...CLUSTER_TYPES),
    {
      $all: [
        { kind: 'resource' },
        anyOf(...CLUSTER_ANNOTATIONS.map(name => hasAnnotations(name))),
      ],
    },
    hasAnnotations(
      KUBERNETES_NAMESPACE_ANNOTATION,
      KUBERNETES_LABEL_SELECTOR_ANNOTATION,
    ),
    hasAnnotations(WORKLOAD_ANNOTATION),
  ),
};

const RAY_ANNOTATIONS = [RAY_CLUSTER_ANNOTATION, RAY_SERVICE_ANNOTATION];

export const rayTopic: EntityTopic = {
  what: 'The Ray clusters and services',
  one: 'Ray cluster or service',
  annotations: [...RAY_ANNOTATIONS, RAY_NAMESPACE_ANNOTATION],
  example: {
    [EKS_CLUSTER_ARN_ANNOTATION]: EXAMPLE_CLUSTER,
    [RAY_NAMESPACE_ANNOTATION]: 'ray',
    [RAY_CLUSTER_ANNOTATION]: 'training',
  },
  filter: anyOf(
    ...RAY_ANNOTATIONS.map(name => hasAnnotations(name)),
    hasType('ray-cluster', 'ray-service'),
  ),
};

const ENDPOINT_ANNOTATIONS = [
  SAGEMAKER_ENDPOINT_ARN_ANNOTATION,
  SAGEMAKER_ENDPOINT_TAGS_ANNOTATION,
];

export const endpointTopic: EntityTopic = {
  what: 'The endpoints',
  one: 'SageMaker endpoint',
  annotations: [...ENDPOINT_ANNOTATIONS, ...GENERIC_ARN_ANNOTATIONS],
  example: {
    [SAGEMAKER_ENDPOINT_ARN_ANNOTATION]:
      'arn:aws:sagemaker:eu-west-2:111122223333:endpoint/ranking',
  },
  filter: anyOf(
    ...ENDPOINT_ANNOTATIONS.map(name => hasAnnotations(name)),
    hasArnOf('sagemaker'),
    hasType('ml-endpoint', 'sagemaker-endpoint'),
  ),
};

export const workloadTopic: EntityTopic = {
  what: 'The workload',
  one: 'declared workload',
  annotations: [WORKLOAD_ANNOTATION],
  example: { [WORKLOAD_ANNOTATION]: 'ml-infra/dev/mlflow' },
  filter: anyOf(hasAnnotations(WORKLOAD_ANNOTATION), hasType('ml-workload')),
};
