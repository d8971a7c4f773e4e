import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { splitNetwork } from '@ml-platform/plugin-ml-platform-common';
import {
  Code,
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  Note,
  useLeft,
} from '../frame';
import type { CidrFieldProps } from './schema';
import { cidrProblem } from './validation';

/** Takes the addresses of a VPC and shows how they are split over its zones. */
export function CidrField(props: CidrFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const { left, onBlur } = useLeft(formData !== undefined);
  const options = uiSchema['ui:options'];
  const values: Record<string, unknown> = formContext?.formData ?? {};
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Addresses of the VPC',
    placeholder: '10.20.0.0/20',
  });
  const problem = cidrProblem(formData);
  const zones = zonesOf(
    values[options?.zonesField ?? 'availabilityZones'],
    values[options?.regionField ?? 'region'],
  );
  const subnets =
    formData && !problem ? splitNetwork(formData.trim(), zones) : undefined;
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left ? problem : undefined}
        note={subnets?.map(({ kind, zone, cidr, addresses }) => (
          <Note key={`${kind}-${zone}`} kind="info">
            {kind === 'private' ? 'Private' : 'Public'} subnet{' '}
            <Code>{cidr}</Code> in {zone}: {addresses} addresses
          </Note>
        ))}
      >
        {aria => (
          <TextField
            {...inputProps(props)}
            {...aria}
            label={label}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck="false"
            value={formData ?? ''}
            onChange={text => onChange(text === '' ? undefined : text)}
            onBlur={onBlur}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}

/** The zones of the form, or the two that a region begins with. */
function zonesOf(zones: unknown, region: unknown): string[] {
  const named = Array.isArray(zones)
    ? zones.filter((zone): zone is string => typeof zone === 'string')
    : [];
  if (named.length > 0) {
    return named;
  }
  return typeof region === 'string' && region !== ''
    ? [`${region}a`, `${region}b`]
    : ['the first zone', 'the second zone'];
}
