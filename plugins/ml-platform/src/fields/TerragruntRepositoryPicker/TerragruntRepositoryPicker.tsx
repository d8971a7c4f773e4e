import { useApi } from '@backstage/frontend-plugin-api';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Link, Select } from '@backstage/ui';
import { useEffect, useState } from 'react';
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
} from '../frame';
import { noSuchRepository, offeredRepositories } from './offeredRepositories';
import type { TerragruntRepositoryPickerProps } from './schema';
import { CredentialsNote } from './CredentialsNote';
import { useUserCredentials } from './useUserCredentials';

/**
 * Chooses one of the infrastructure repositories of this portal. A form that opens
 * with another one, by its `repoUrl`, keeps it where policy allows it.
 */
export function TerragruntRepositoryPicker(
  props: TerragruntRepositoryPickerProps,
) {
  const { formData, onChange, uiSchema } = props;
  const api = useApi(mlPlatformApiRef);
  // What the form opened with stays to be chosen, whatever is chosen after it.
  const [initial] = useState(formData);
  const { value, error, loading, retry } = useAsyncRetry(
    () => offeredRepositories(api, initial),
    [api, initial],
  );
  const repositories = value?.repositories ?? [];
  const chosen =
    repositories.find(({ id }) => id === formData) ??
    (formData === initial ? value?.named : undefined);
  const isListed = value?.listed.some(({ id }) => id === chosen?.id) ?? false;
  const credentials = useUserCredentials(
    chosen?.webUrl,
    uiSchema['ui:options']?.requestUserCredentials,
  );
  const { label, description } = fieldTexts(props, {
    title: 'Infrastructure repository',
    description: 'Where the change is proposed as a pull request.',
  });

  const onlyId = repositories.length === 1 ? repositories[0].id : undefined;
  // A repository that has an id is stored by it, however the form named it.
  const takenId = formData === undefined ? onlyId : chosen?.id;
  useEffect(() => {
    if (takenId !== undefined && takenId !== formData) {
      onChange(takenId);
    }
  }, [takenId, formData, onChange]);

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
      ? (formData === initial ? value?.problem : undefined) ??
        noSuchRepository(formData)
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
              <CredentialsNote
                host={chosen.host}
                state={credentials}
                deed="The pull request is opened"
              />
              {!isListed && (
                <Note kind="info">
                  It is not in this portal's configuration yet. Changes can be
                  asked for already; what is declared in it is listed once it is
                  added under <Code>mlPlatform.repositories</Code>.
                </Note>
              )}
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
