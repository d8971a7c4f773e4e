import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { zonesOfRegion } from '@ml-platform/plugin-ml-platform-common';
import { FieldFrame, fieldTexts, frameProps, inputProps, Note } from '../frame';
import type { AvailabilityZonesFieldProps } from './schema';
import { zonesProblem } from './validation';

/** Offers the zones of the region that the form names. */
export function AvailabilityZonesField(props: AvailabilityZonesFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const values: Record<string, unknown> = formContext?.formData ?? {};
  const named = values[uiSchema['ui:options']?.regionField ?? 'region'];
  const region =
    typeof named === 'string' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(named)
      ? named
      : undefined;
  const chosen = formData ?? [];
  const { label, description } = fieldTexts(props, {
    title: 'Availability zones',
  });
  const offered = [
    ...new Set([...(region ? zonesOfRegion(region) : []), ...chosen]),
  ].sort();
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={zonesProblem(formData, region)}
        note={
          region &&
          chosen.length === 0 && (
            <Note kind="info">
              {region}a and {region}b are taken.
            </Note>
          )
        }
      >
        {aria => (
          <CheckboxGroup
            {...inputProps(props)}
            {...aria}
            label={label}
            orientation="horizontal"
            value={chosen}
            onChange={zones => onChange([...zones].sort())}
          >
            {offered.length > 0 ? (
              offered.map(zone => (
                <Checkbox key={zone} value={zone}>
                  {zone}
                </Checkbox>
              ))
            ) : (
              <span>Say the region first.</span>
            )}
          </CheckboxGroup>
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
