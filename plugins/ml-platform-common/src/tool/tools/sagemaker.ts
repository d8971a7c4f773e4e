import { ToolDefinition } from '../ToolDefinition';
import {
  address,
  clusterDependency,
  NAME_PREFIX,
  namespace,
  OIDC_PROVIDER,
} from './sharedInputs';

export const sagemaker: ToolDefinition = {
  id: 'sagemaker',
  title: 'SageMaker access',
  description:
    'What models need to be deployed to SageMaker: a repository for their images, a role, and a page that shows the endpoints.',
  module: 'platform/sagemaker',
  kubernetes: true,
  environment: NAME_PREFIX,
  inputs: [
    ...address('sagemaker', { asksWho: false }),
    {
      name: 'dashboardImage',
      variable: 'dashboard_image',
      type: 'text',
      title: 'Image of the page with endpoints',
      help: 'Container image with its tag; there is no official one.',
      rule: 'image',
      otherwise: 'none, there is no such page',
    },
    {
      name: 'modelBucketArns',
      variable: 'model_bucket_arns',
      type: 'texts',
      title: 'Buckets with models',
      help: 'ARNs of the buckets that endpoints read models from.',
      placeholder: 'arn:aws:s3:::acme-models',
      rule: 'bucket-arn',
      otherwise: 'none',
    },
    namespace('sagemaker'),
    {
      name: 'ecrRepositoryName',
      variable: 'ecr_repository_name',
      type: 'text',
      title: 'Repository of images',
      help: 'Name of the ECR repository.',
      rule: 'image-repository',
      otherwise: 'mlflow-sagemaker-deployment',
    },
    {
      name: 'ecrKeepImages',
      variable: 'ecr_keep_images',
      type: 'number',
      title: 'Images that are kept',
      help: 'Older ones are removed.',
      range: [1, 10_000],
      otherwise: '30',
    },
    {
      name: 'dockerMlflowSagemakerBaseImage',
      variable: 'docker_mlflow_sagemaker_base_image',
      type: 'text',
      title: 'Base image of MLflow',
      help: 'Image with its tag, for the commands that put it into the repository.',
      rule: 'image',
      otherwise: 'none',
    },
  ],
  dependencies: [clusterDependency(OIDC_PROVIDER)],
  creates: [
    'ECR repository {ecrRepositoryName} with a lifecycle for its images',
    'IAM role that SageMaker takes to read models and images',
    'IAM role for reading endpoints, and the page that shows them where an image is given',
  ],
  dataLost: ['the ECR repository with all images of models'],
  beforeDestroy: [
    'Endpoints that use its role or images stop being deployable; apply ecr_force_delete = true first, or empty the repository by hand.',
  ],
};
