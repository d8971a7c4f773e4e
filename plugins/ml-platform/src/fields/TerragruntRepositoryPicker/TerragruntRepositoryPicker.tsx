import { useApi } from '@backstage/frontend-plugin-api';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Button, Link, Select } from '@backstage/ui';
import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { describeError, mlPlatformApiRef } from '../../api';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  LoadPending,
  LoadProblem,
} from '../frame';
import type { TerragruntRepositoryPickerProps } from './schema';
import {
  useUserCredentials,
  type CredentialsState,
} from './useUserCredentials';

function CredentialsNote(props: { host: string; state: CredentialsState }) {
  const { host, state } = props;
  switch (state.status) {
    case 'pending':
      return <>Waiting for you to sign in to {host}…</>;
    case 'ready':
      return <>The pull request will be opened in your name.</>;
    case 'refused':
      return (
        <Alert
          status="warning"
          icon
          title={`You are not signed in to ${host}`}
          description={`${state.message}. Without it the pull request is opened in the portal's name, or refused where the portal demands a person's own.`}
          customActions={
            <Button variant="secondary" size="small" onPress={state.retry}>
              Sign in
            </Button>
          }
        />
      );
    default:
      return null;
  }
}

/** Chooses one of the infrastructure repositories of this portal. */
export function TerragruntRepositoryPicker(
  props: TerragruntRepositoryPickerProps,
) {
  const { formData, onChange, uiSchema } = props;
  const api = useApi(mlPlatformApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    () => api.listRepositories(),
    [api],
  );
  const repositories = value?.items ?? [];
  const chosen = repositories.find(({ id }) => id === formData);
  const credentials = useUserCredentials(
    chosen?.webUrl,
    uiSchema['ui:options']?.requestUserCredentials,
  );
  const { label, description } = fieldTexts(props, {
    title: 'Infrastructure repository',
    description: 'Where the change is proposed as a pull request.',
  });

  const onlyId = value?.items.length === 1 ? value.items[0].id : undefined;
  useEffect(() => {
    if (onlyId !== undefined && formData === undefined) {
      onChange(onlyId);
    }
  }, [onlyId, formData, onChange]);

  if (loading) {
    return <LoadPending label={label} message="Loading the repositories…" />;
  }
  if (error) {
    return (
      <LoadProblem
        title="The repositories could not be loaded"
        message={describeError(error)}
        retry={retry}
      />
    );
  }
  if (repositories.length === 0) {
    return (
      <Alert
        status="warning"
        icon
        title="This portal knows no infrastructure repository"
        description="The people who run the portal add one under mlPlatform.repositories in its configuration."
      />
    );
  }
  const problem =
    formData !== undefined && !chosen
      ? `There is no repository '${formData}'. Choose one of the list.`
      : undefined;
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={problem}
        note={
          chosen && (
            <>
              <Link href={chosen.webUrl} target="_blank" variant="body-small">
                {chosen.host}/{chosen.owner}/{chosen.name}
              </Link>{' '}
              <CredentialsNote host={chosen.host} state={credentials} />
            </>
          )
        }
      >
        {aria => (
          <Select
            {...inputProps(props)}
            {...aria}
            label={label}
            placeholder="Choose a repository"
            options={repositories.map(({ id, title }) => ({
              id,
              label: title,
            }))}
            value={chosen?.id ?? null}
            onChange={key => onChange(key === null ? undefined : String(key))}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
