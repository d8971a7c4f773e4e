import type { EndpointFacts } from '@ml-platform/plugin-ml-platform-common';
import { quote, type Command } from '../clusters/commands';

/** Log group that the containers of an endpoint write to. */
export function endpointLogGroup(name: string): string {
  return `/aws/sagemaker/Endpoints/${name}`;
}

/**
 * Commands for an endpoint in its present state. No template makes endpoints, so they
 * are changed with these or in the console.
 */
export function endpointCommands(endpoint: EndpointFacts): Command[] {
  const { name, region, status, variants, configurationName } = endpoint;
  const of = `--endpoint-name ${quote(name)} --region ${region}`;
  const scalable = variants.find(
    ({ shadow, serverless, currentInstanceCount }) =>
      !shadow && !serverless && currentInstanceCount !== undefined,
  );
  const count = scalable?.desiredInstanceCount ?? 0;
  const changes: Command[] =
    status === 'InService'
      ? [
          ...(scalable
            ? [
                {
                  title: `Change the instances of ${
                    scalable.name
                  }, from ${count} to ${count + 1}`,
                  command: `aws sagemaker update-endpoint-weights-and-capacities --desired-weights-and-capacities ${quote(
                    `VariantName=${scalable.name},DesiredInstanceCount=${
                      count + 1
                    }`,
                  )} ${of}`,
                },
              ]
            : []),
          {
            title: 'Send it a request',
            command: `aws sagemaker-runtime invoke-endpoint ${of} --content-type application/json --body '{}' --cli-binary-format raw-in-base64-out /dev/stdout`,
          },
        ]
      : [];
  return [
    {
      title: 'Follow its log',
      command: `aws logs tail ${quote(
        endpointLogGroup(name),
      )} --since 1h --follow --region ${region}`,
    },
    {
      title: 'All that SageMaker says of it',
      command: `aws sagemaker describe-endpoint ${of}`,
    },
    ...(configurationName
      ? [
          {
            title: 'Its configuration',
            command: `aws sagemaker describe-endpoint-config --endpoint-config-name ${quote(
              configurationName,
            )} --region ${region}`,
          },
        ]
      : []),
    ...changes,
    ...(status === 'UpdateRollbackFailed' || status === 'OutOfService'
      ? [
          {
            title: 'Update it with its configuration again',
            command: `aws sagemaker update-endpoint ${of} --endpoint-config-name ${quote(
              configurationName ?? '<configuration>',
            )}`,
          },
        ]
      : []),
    ...(status === 'Deleting' || status === 'Creating'
      ? []
      : [
          {
            title: 'Delete it, which ends what it costs',
            command: `aws sagemaker delete-endpoint ${of}`,
          },
        ]),
  ];
}
