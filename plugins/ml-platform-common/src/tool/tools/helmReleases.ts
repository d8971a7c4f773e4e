import { ToolDefinition } from '../ToolDefinition';
import { clusterDependency, namespace } from './sharedInputs';

export const helmReleases: ToolDefinition = {
  id: 'helm-releases',
  title: 'Helm releases',
  description:
    'What every cluster needs (metrics, load balancers, secrets, autoscaling), and the services of an application beside it.',
  module: 'helm-releases',
  kubernetes: false,
  environment: {
    aws_region: 'include.root.locals.env.region',
    aws_account_id: 'tostring(include.root.locals.env.aws_account_id)',
    environment: 'include.root.locals.env.environment',
    project_name: 'include.root.locals.env.project',
  },
  inputs: [
    {
      name: 'systemComponents',
      variable: 'system_components',
      type: 'texts',
      title: 'Parts of the system',
      help: 'Leave out what the cluster has already.',
      choices: [
        'metrics_server',
        'aws_load_balancer_controller',
        'external_secrets',
        'cluster_autoscaler',
      ],
      otherwise: 'all four',
    },
    {
      name: 'ecrRepositoryPrefix',
      variable: 'ecr_repository_prefix',
      type: 'text',
      title: 'Images of the services',
      help: 'What the addresses of the images of the five services begin with.',
      placeholder: '123456789012.dkr.ecr.eu-west-2.amazonaws.com/acme',
      rule: 'image-repository',
      otherwise: 'none, the services are not installed',
    },
    {
      name: 'imageTag',
      variable: 'image_tag',
      type: 'text',
      title: 'Tag of the images',
      help: 'The same for all five services.',
      rule: 'name',
      otherwise: 'v1.0.0',
    },
    {
      ...namespace('llm-judge'),
      help: 'The Kubernetes namespace of the services, which the module creates.',
    },
    {
      name: 'iamRoleArns',
      variable: 'iam_role_arns',
      type: 'map',
      title: 'IAM roles',
      help: 'ARN of the role of a service or part, by its name (gateway_service); those of the system are made where none is given.',
      rule: 'arn',
      otherwise: 'made by the module',
    },
    {
      name: 'externalSecretsSecretArns',
      variable: 'external_secrets_secret_arns',
      type: 'texts',
      title: 'Secrets for the services',
      help: 'ARNs of the secrets that the cluster may read; not their values.',
      rule: 'arn',
      otherwise: 'those that the services name',
    },
    {
      name: 'sqsQueueUrls',
      variable: 'sqs_queue_urls',
      type: 'map',
      title: 'Queues',
      help: 'URL of a queue by its name (inference, judge).',
      rule: 'text',
      otherwise: 'none',
    },
    {
      name: 'snsTopicArns',
      variable: 'sns_topic_arns',
      type: 'map',
      title: 'Topics',
      help: 'ARN of a topic by its name (inference, judge).',
      rule: 'arn',
      otherwise: 'none',
    },
  ],
  dependencies: [
    clusterDependency(
      { variable: 'cluster_name', output: 'cluster_name' },
      { variable: 'cluster_endpoint', output: 'cluster_endpoint' },
      { variable: 'cluster_ca_certificate', output: 'cluster_ca_certificate' },
      { variable: 'cluster_oidc_provider_arn', output: 'oidc_provider_arn' },
    ),
    {
      name: 'vpc',
      what: 'a VPC',
      unit: 'network',
      optional: true,
      without:
        'the load balancer controller has to find the VPC by itself, which nodes with a hop limit of 1 do not let it',
      wires: [{ variable: 'vpc_id', output: 'vpc_id' }],
      mocks: { vpc_id: 'vpc-00000000' },
    },
  ],
  creates: [
    'Helm releases metrics-server, aws-load-balancer-controller, external-secrets and cluster-autoscaler, with their IAM roles',
    'ClusterSecretStore aws-secrets-manager',
    'Namespace {namespace} with the ConfigMap infra-config, and the services where their images are named',
  ],
  dataLost: [
    'what the services keep in the namespace, Redis included; ingresses lose their load balancers',
  ],
};
