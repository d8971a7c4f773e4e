import { useApi } from '@backstage/frontend-plugin-api';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import {
  eksSupport,
  shippedVersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import useAsync from 'react-use/esm/useAsync';
import { mlPlatformApiRef } from '../../api';
import { FieldFrame, fieldTexts, frameProps, inputProps, Note } from '../frame';
import type { EksVersionFieldProps } from './schema';

/**
 * Offers the versions that EKS has, each with the end of its support: those of the
 * table that is shipped until the backend has told what AWS has now.
 */
export function EksVersionField(props: EksVersionFieldProps) {
  const { formData, onChange } = props;
  const { label, description } = fieldTexts(props, {
    title: 'Kubernetes version',
  });
  const today = new Date().toISOString().slice(0, 10);
  const api = useApi(mlPlatformApiRef);
  const { value: catalog = shippedVersionCatalog } = useAsync(
    () => api.listEksVersions(),
    [api],
  );
  const { asOf, versions, live } = catalog;
  const offered = versions.filter(
    ({ version }) => eksSupport(version, today, catalog) !== 'ended',
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
                eksSupport(chosen.version, today, catalog) === 'standard'
                  ? 'info'
                  : 'warning'
              }
            >
              Standard support until {chosen.standardUntil}, extended support,
              which costs extra, until {chosen.extendedUntil} (
              {live ? 'as AWS says now' : `dates of ${asOf}`}).
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
                  eksSupport(version, today, catalog) === 'standard'
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
