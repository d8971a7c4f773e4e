/** ARN of the EKS cluster an entity is, or runs on. @public */
export const EKS_CLUSTER_ARN_ANNOTATION =
  'aws.amazon.com/amazon-eks-cluster-arn';
/** Tags that find EKS clusters: `key=value`, several with commas. @public */
export const EKS_CLUSTER_TAGS_ANNOTATION =
  'aws.amazon.com/amazon-eks-cluster-tags';
/** ARN of a SageMaker endpoint. @public */
export const SAGEMAKER_ENDPOINT_ARN_ANNOTATION =
  'aws.amazon.com/amazon-sagemaker-endpoint-arn';
/** Tags that find SageMaker endpoints: `key=value`, several with commas. @public */
export const SAGEMAKER_ENDPOINT_TAGS_ANNOTATION =
  'aws.amazon.com/amazon-sagemaker-endpoint-tags';
/** ARN annotations of other plugins, which are read too. @public */
export const GENERIC_ARN_ANNOTATIONS = [
  'aws.amazon.com/arn',
  'amazonaws.com/arn',
] as const;
/** Name of a cluster that is not in EKS, as `mlPlatform.kubernetes` has it. @public */
export const CLUSTER_ANNOTATION = 'ml-platform.io/cluster';
/** Namespace of an entity's Kubernetes objects. @public */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';
/** Label selector of an entity's Kubernetes objects. @public */
export const KUBERNETES_LABEL_SELECTOR_ANNOTATION =
  'backstage.io/kubernetes-label-selector';
/** Name of a RayCluster. @public */
export const RAY_CLUSTER_ANNOTATION = 'ray.io/cluster-name';
/** Name of a RayService. @public */
export const RAY_SERVICE_ANNOTATION = 'ray.io/service-name';
/** Namespace of the Ray objects. @public */
export const RAY_NAMESPACE_ANNOTATION = 'ray.io/namespace';
/** The declared workload an entity stands for: `<repository>/<environment>/<name>`. @public */
export const WORKLOAD_ANNOTATION = 'ml-platform.io/workload';
/** The declared platform tool an entity stands for: `<repository>/<environment>/<tool>`. @public */
export const TOOL_ANNOTATION = 'ml-platform.io/tool';
/** The day until which a thing is meant to exist, `YYYY-MM-DD`. @public */
export const EXPIRES_ANNOTATION = 'ml-platform.io/expires';

/**
 * The place of a workload, as {@link WORKLOAD_ANNOTATION} carries it.
 *
 * @public
 */
export interface WorkloadReference {
  /** Id of the repository in `mlPlatform.repositories`, or its `repoUrl`. */
  repository: string;
  environment: string;
  name: string;
}

/** @public */
export function formatWorkloadAnnotation(reference: WorkloadReference): string {
  const { repository, environment, name } = reference;
  return `${repository}/${environment}/${name}`;
}

/**
 * Reads `<repository>/<environment>/<name>`.
 *
 * @returns undefined when the text has another form
 * @public
 */
export function parseWorkloadAnnotation(
  text: string,
): WorkloadReference | undefined {
  const parts = text.split('/');
  if (parts.length !== 3 || parts.some(part => part === '')) {
    return undefined;
  }
  const [repository, environment, name] = parts;
  return { repository, environment, name };
}
