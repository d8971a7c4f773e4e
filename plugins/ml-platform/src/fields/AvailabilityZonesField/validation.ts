import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';

/** Why a choice of zones does not do; undefined when it does, or none is chosen. */
export function zonesProblem(
  zones: string[] | undefined,
  region: string | undefined,
): string | undefined {
  const all = zones ?? [];
  const elsewhere = all.filter(zone => region && !zone.startsWith(region));
  if (elsewhere.length > 0) {
    return `${elsewhere.join(
      ', ',
    )} is not in ${region}: choose zones of that region`;
  }
  return all.length === 1 || all.length > 3
    ? 'Choose two or three zones, or none for the first two'
    : undefined;
}

/** Two or three zones of the region, or none. */
export const validateZones: CustomFieldValidator<
  string[],
  { regionField?: string }
> = (zones, field, { formData, uiSchema }) => {
  const key = uiSchema?.['ui:options']?.regionField ?? 'region';
  const region = (formData as Record<string, unknown> | undefined)?.[key];
  const problem = zonesProblem(
    zones,
    typeof region === 'string' ? region : undefined,
  );
  if (problem) {
    field.addError(problem);
  }
};
