import { Entity } from '@backstage/catalog-model';
import {
  AnnotationProblem,
  CLUSTER_ANNOTATION,
  EKS_CLUSTER_ARN_ANNOTATION,
  EKS_CLUSTER_TAGS_ANNOTATION,
  GENERIC_ARN_ANNOTATIONS,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  LabelRequirement,
  RAY_CLUSTER_ANNOTATION,
  RAY_NAMESPACE_ANNOTATION,
  RAY_SERVICE_ANNOTATION,
  SAGEMAKER_ENDPOINT_ARN_ANNOTATION,
  SAGEMAKER_ENDPOINT_TAGS_ANNOTATION,
  WORKLOAD_ANNOTATION,
  parseLabelSelector,
  parseWorkloadAnnotation,
} from '@ml-platform/plugin-ml-platform-common';

/** A tag that a thing must have; without a value any will do. */
export interface WantedTag {
  key: string;
  value?: string;
}

/** What an entity's annotations name. */
export interface EntityReferences {
  /** The annotations that were read. */
  annotations: Record<string, string>;
  /** ARNs, or names of clusters outside EKS, each with its annotation. */
  clusterArns: string[];
  clusterTags: WantedTag[];
  endpointArns: string[];
  endpointTags: WantedTag[];
  rayClusters: string[];
  rayServices: string[];
  rayNamespaces: string[];
  namespaces: string[];
  labelSelector?: LabelRequirement[];
  /** Of a declared workload: its name is that of its service account. */
  workloadName?: string;
  problems: AnnotationProblem[];
}

const ANNOTATIONS = [
  EKS_CLUSTER_ARN_ANNOTATION,
  EKS_CLUSTER_TAGS_ANNOTATION,
  SAGEMAKER_ENDPOINT_ARN_ANNOTATION,
  SAGEMAKER_ENDPOINT_TAGS_ANNOTATION,
  ...GENERIC_ARN_ANNOTATIONS,
  CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  RAY_CLUSTER_ANNOTATION,
  RAY_SERVICE_ANNOTATION,
  RAY_NAMESPACE_ANNOTATION,
  WORKLOAD_ANNOTATION,
];

const CLUSTER_ARN = /^arn:aws[\w-]*:eks:[\w-]+:\d{12}:cluster\/[\w-]+$/;
const ENDPOINT_ARN =
  /^arn:aws[\w-]*:sagemaker:[\w-]+:\d{12}:endpoint\/[\w-]+$/i;

/** Reads the annotations of an entity; what is not well written is a problem, not an error. */
export function entityReferences(entity: Entity): EntityReferences {
  const found = entity.metadata.annotations ?? {};
  const annotations = Object.fromEntries(
    ANNOTATIONS.flatMap(name => (found[name] ? [[name, found[name]]] : [])),
  );
  const problems: AnnotationProblem[] = [];
  const list = (name: string) =>
    (annotations[name] ?? '')
      .split(',')
      .map(value => value.trim())
      .filter(Boolean);
  const arns = (name: string, pattern: RegExp, rule: string) =>
    list(name).filter(value => {
      if (pattern.test(value)) {
        return true;
      }
      problems.push({ annotation: name, value, message: rule });
      return false;
    });
  const tags = (name: string): WantedTag[] =>
    list(name).map(text => {
      const at = text.indexOf('=');
      return at < 0
        ? { key: text }
        : { key: text.slice(0, at), value: text.slice(at + 1) };
    });
  const generic = GENERIC_ARN_ANNOTATIONS.flatMap(list);
  const selectorText = annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  const labelSelector = selectorText
    ? parseLabelSelector(selectorText)
    : undefined;
  if (selectorText && !labelSelector) {
    problems.push({
      annotation: KUBERNETES_LABEL_SELECTOR_ANNOTATION,
      value: selectorText,
      message:
        'This is no label selector; write it as for kubectl, such as app=mlflow,env in (dev,test).',
    });
  }
  const workload = annotations[WORKLOAD_ANNOTATION];
  return {
    annotations,
    clusterArns: [
      ...arns(
        EKS_CLUSTER_ARN_ANNOTATION,
        CLUSTER_ARN,
        'This is no ARN of an EKS cluster; write it as arn:aws:eks:<region>:<account>:cluster/<name>.',
      ),
      ...generic.filter(arn => CLUSTER_ARN.test(arn)),
      ...list(CLUSTER_ANNOTATION),
    ],
    clusterTags: tags(EKS_CLUSTER_TAGS_ANNOTATION),
    endpointArns: [
      ...arns(
        SAGEMAKER_ENDPOINT_ARN_ANNOTATION,
        ENDPOINT_ARN,
        'This is no ARN of a SageMaker endpoint; write it as arn:aws:sagemaker:<region>:<account>:endpoint/<name>.',
      ),
      ...generic.filter(arn => ENDPOINT_ARN.test(arn)),
    ],
    endpointTags: tags(SAGEMAKER_ENDPOINT_TAGS_ANNOTATION),
    rayClusters: list(RAY_CLUSTER_ANNOTATION),
    rayServices: list(RAY_SERVICE_ANNOTATION),
    rayNamespaces: list(RAY_NAMESPACE_ANNOTATION),
    namespaces: list(KUBERNETES_NAMESPACE_ANNOTATION),
    ...(labelSelector ? { labelSelector } : {}),
    ...(workload && parseWorkloadAnnotation(workload)
      ? { workloadName: parseWorkloadAnnotation(workload)!.name }
      : {}),
    problems,
  };
}
