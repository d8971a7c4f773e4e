import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { AvailabilityZonesField } from './AvailabilityZonesField';
import { AvailabilityZonesFieldSchema } from './schema';
import { validateZones } from './validation';

export const field = createFormField({
  name: 'AvailabilityZonesField',
  component: AvailabilityZonesField,
  validation: validateZones,
  schema: AvailabilityZonesFieldSchema,
});
