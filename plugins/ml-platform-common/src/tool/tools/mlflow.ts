import { ToolDefinition } from '../ToolDefinition';
import {
  address,
  clusterDependency,
  database,
  NAME_PREFIX,
  namespace,
  NETWORK,
  OIDC_PROVIDER,
} from './sharedInputs';

export const mlflow: ToolDefinition = {
  id: 'mlflow',
  title: 'MLflow',
  description:
    'Keeps track of experiments and models: a server, a database for what was measured, a bucket for what was made.',
  module: 'platform/mlflow',
  kubernetes: true,
  environment: NAME_PREFIX,
  inputs: [
    ...address('mlflow'),
    namespace('mlflow'),
    {
      name: 's3BucketName',
      variable: 's3_bucket_name',
      type: 'text',
      title: 'Bucket',
      help: 'Last part of the name of the bucket for artifacts; project, environment and namespace stand before it.',
      rule: 'bucket-name',
      otherwise: 'artifacts',
    },
    {
      name: 'image',
      variable: 'image',
      type: 'text',
      title: 'Image',
      help: 'Container image of the server, with its tag.',
      rule: 'image',
      otherwise: 'the official image',
    },
    {
      name: 'authEnabled',
      variable: 'auth_enabled',
      type: 'flag',
      title: 'Ask for a password',
      help: 'Without it whoever reaches the address reads and changes everything.',
      otherwise: 'on',
    },
    {
      name: 'authAdminPasswordSecretName',
      variable: 'auth_admin_password_secret_name',
      type: 'text',
      title: "Secret with the first user's password",
      help: 'Name of a secret in Secrets Manager.',
      secret: "the password of MLflow's first user",
      rule: 'secret-name',
      otherwise: 'one that the module makes',
    },
    ...database(),
  ],
  dependencies: [clusterDependency(OIDC_PROVIDER), NETWORK],
  creates: [
    'S3 bucket {prefix}-{namespace}-{s3BucketName} for artifacts',
    'PostgreSQL database of RDS ({rdsInstanceClass}) for runs and models',
    'IAM role with access to that bucket, for the service account of MLflow',
    'Helm release mlflow in the new namespace {namespace}',
  ],
  dataLost: [
    'the RDS database with all experiments, runs and registered models',
    'the S3 bucket with all artifacts',
  ],
  beforeDestroy: [
    'Apply rds_deletion_protection = false and s3_force_destroy = true first, or empty the bucket by hand; a final snapshot of the database is kept.',
  ],
};
