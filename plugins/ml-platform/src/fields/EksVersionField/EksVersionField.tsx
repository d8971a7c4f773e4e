import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import {
  eksSupport,
  shippedVersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { FieldFrame, fieldTexts, frameProps, inputProps, Note } from '../frame';
import type { EksVersionFieldProps } from './schema';

/** Offers the versions that EKS has, each with the end of its support. */
export function EksVersionField(props: EksVersionFieldProps) {
  const { formData, onChange } = props;
  const { label, description } = fieldTexts(props, {
    title: 'Kubernetes version',
  });
  const today = new Date().toISOString().slice(0, 10);
  const { asOf, versions } = shippedVersionCatalog;
  const offered = versions.filter(
    ({ version }) => eksSupport(version, today) !== 'ended',
  );
  const chosen = versions.find(({ version }) => version === formData);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        note={
          chosen && (
            <Note
              kind={
                eksSupport(chosen.version, today) === 'standard'
                  ? 'info'
                  : 'warning'
              }
            >
              Standard support until {chosen.standardUntil}, extended support,
              which costs extra, until {chosen.extendedUntil} (dates of {asOf}).
            </Note>
          )
        }
      >
        {aria => (
          <Select
            {...inputProps(props)}
            {...aria}
            label={label}
            placeholder="The newest in standard support"
            options={offered.map(
              ({ version, standardUntil, extendedUntil }) => ({
                value: version,
                label:
                  eksSupport(version, today) === 'standard'
                    ? `${version} (standard support until ${standardUntil})`
                    : `${version} (extended support until ${extendedUntil})`,
              }),
            )}
            value={formData ?? null}
            onChange={key => onChange(key === null ? undefined : String(key))}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
