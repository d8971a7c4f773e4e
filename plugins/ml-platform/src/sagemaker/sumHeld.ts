import type { SageMakerEndpoint } from '@ml-platform/plugin-ml-platform-common';
import { heldWords } from './endpointWords';

/** What several endpoints keep running together. */
export function sumHeld(endpoints: SageMakerEndpoint[]): string {
  return heldWords({
    variants: endpoints.flatMap(({ variants }) => variants),
  });
}
