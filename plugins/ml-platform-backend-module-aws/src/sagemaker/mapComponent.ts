import { DescribeInferenceComponentOutput } from '@aws-sdk/client-sagemaker';
import { InferenceComponent } from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf } from '../mapping/shapes';

/**
 * An inference component as DescribeInferenceComponent answers it. Of its container
 * nothing is kept: its environment may hold secrets.
 */
export function mapComponent(
  component: DescribeInferenceComponentOutput,
): InferenceComponent | undefined {
  const { InferenceComponentName: name, EndpointName: endpointName } =
    component;
  if (!name || !endpointName) {
    return undefined;
  }
  const specification =
    component.Specification ?? component.Specifications?.[0];
  return defined<InferenceComponent>({
    name,
    endpointName,
    variantName: component.VariantName,
    status: component.InferenceComponentStatus ?? 'UNKNOWN',
    modelName: specification?.ModelName,
    currentCopies: component.RuntimeConfig?.CurrentCopyCount,
    desiredCopies: component.RuntimeConfig?.DesiredCopyCount,
    accelerators:
      specification?.ComputeResourceRequirements
        ?.NumberOfAcceleratorDevicesRequired,
    failureReason: component.FailureReason,
    modifiedAt: isoOf(component.LastModifiedTime),
  });
}
