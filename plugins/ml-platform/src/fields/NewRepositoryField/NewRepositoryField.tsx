import { useApi } from '@backstage/frontend-plugin-api';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Select, TextField } from '@backstage/ui';
import { splitRepoUrl } from '@ml-platform/plugin-ml-platform-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { describeError, mlPlatformApiRef } from '../../api';
import {
  Code,
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  LoadPending,
  LoadProblem,
  Note,
  useLeft,
} from '../frame';
import { CredentialsNote } from '../TerragruntRepositoryPicker/CredentialsNote';
import { useUserCredentials } from '../TerragruntRepositoryPicker/useUserCredentials';
import styles from './NewRepositoryField.module.css';
import type { NewRepositoryFieldProps } from './schema';
import { repositoryNameProblem } from './validation';

/** Names a repository that is to be made, where policy allows it. */
export function NewRepositoryField(props: NewRepositoryFieldProps) {
  const { formData, onChange, uiSchema } = props;
  const api = useApi(mlPlatformApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    () => api.listRepositoryPlaces(),
    [api],
  );
  const { left, onBlur } = useLeft(formData !== undefined);
  // A name alone is no value yet, nor is an owner.
  const [typed, setTyped] = useState(() => splitRepoUrl(formData ?? ''));
  const places = value?.items ?? [];
  const place =
    places.find(
      ({ host, owner }) =>
        host === typed?.host && (owner ?? typed.owner) === typed.owner,
    ) ?? places[0];
  const name = typed?.name ?? '';
  const owner = place?.owner ?? typed?.owner ?? '';
  const credentials = useUserCredentials(
    place?.webUrl,
    uiSchema['ui:options']?.requestUserCredentials,
  );
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Name of the repository',
    description: 'A new one, or one without any files but a README.',
    placeholder: 'ml-infra',
  });

  if (loading) {
    return (
      <LoadPending label={label} message="Loading where it may be made…" />
    );
  }
  if (error) {
    return (
      <LoadProblem
        title="Where repositories may be made could not be loaded"
        message={describeError(error)}
        retry={retry}
      />
    );
  }
  if (!place) {
    return (
      <Alert
        status="warning"
        icon
        title="This portal allows no new repositories"
        description="The people who run the portal say where they may be made under mlPlatform.policy.allowedRepositories in its configuration."
      />
    );
  }
  const change = (next: { host: string; owner: string; name: string }) => {
    setTyped(next);
    onChange(
      next.owner && next.name
        ? `${next.host}?owner=${next.owner}&repo=${next.name}`
        : undefined,
    );
  };
  const { host } = place;
  const problem = repositoryNameProblem(formData);
  const common = inputProps(props);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left ? problem : undefined}
        note={
          <>
            {formData && !problem && (
              <Note kind="info">
                It will be{' '}
                <Code>
                  {host}/{owner}/{name}
                </Code>
                .
              </Note>
            )}
            <CredentialsNote
              host={host}
              state={credentials}
              deed="The repository is made"
            />
          </>
        }
      >
        {aria => (
          <div className={styles.parts}>
            {places.length > 1 && (
              <Select
                label="Where it is made"
                isDisabled={common.isDisabled}
                options={places.map((each, index) => ({
                  value: String(index),
                  label: `${each.host}/${each.owner ?? '…'}`,
                }))}
                value={String(places.indexOf(place))}
                onChange={key => {
                  const next = places[Number(key)];
                  change({ host: next.host, owner: next.owner ?? '', name });
                }}
              />
            )}
            {place.owner === undefined && (
              <TextField
                label={`Owner on ${host}`}
                isRequired={common.isRequired}
                isDisabled={common.isDisabled}
                validationBehavior="aria"
                autoComplete="off"
                spellCheck="false"
                value={owner}
                onChange={text => change({ host, owner: text.trim(), name })}
              />
            )}
            <TextField
              {...common}
              {...aria}
              label={label}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck="false"
              value={name}
              onChange={text => change({ host, owner, name: text })}
              onBlur={onBlur}
            />
          </div>
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
