import { DescribeModelOutput } from '@aws-sdk/client-sagemaker';

/**
 * Modes of a model's containers, `SingleModel` or `MultiModel`. It is all that is
 * taken of a model: the environment of its containers may hold secrets.
 */
export function modelModes(model: DescribeModelOutput): string[] {
  const containers = [
    ...(model.PrimaryContainer ? [model.PrimaryContainer] : []),
    ...(model.Containers ?? []),
  ];
  return [
    ...new Set(containers.map(({ Mode }) => Mode ?? 'SingleModel')),
  ].sort();
}
