import { useApi } from '@backstage/frontend-plugin-api';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Select, Text } from '@backstage/ui';
import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { describeError, mlPlatformApiRef } from '../../api';
import { neighbourValues } from '../../environments';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  LoadPending,
  LoadProblem,
} from '../frame';
import type { DeclaredThingPickerProps } from './schema';

/** The most that a list to choose from holds; a longer one is searched. */
const LIMIT = 200;

const LISTED = ['workload', 'profile', 'cluster', 'tool'] as const;

/** Chooses one of the things that an environment declares. */
export function DeclaredThingPicker(props: DeclaredThingPickerProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const api = useApi(mlPlatformApiRef);
  const { repository, environment } = neighbourValues(
    formContext?.formData,
    options,
  );
  const chosenKind = formContext?.formData?.[options?.kindField ?? 'kind'];
  const kind = LISTED.find(one => one === chosenKind);
  const { label, description } = fieldTexts(props, {
    title: 'Name',
    description: 'Which one it is.',
  });
  const isEnvironment = chosenKind === 'environment';
  useEffect(() => {
    if (isEnvironment && environment && formData !== environment) {
      onChange(environment);
    }
  }, [isEnvironment, environment, formData, onChange]);

  const { value, error, loading, retry } = useAsyncRetry(
    async () =>
      repository && environment && kind
        ? api.listDeclared({ repository, environment, kind, limit: LIMIT })
        : undefined,
    [api, repository, environment, kind],
  );
  const names = [...new Set(value?.items.map(({ name }) => name) ?? [])];
  const problem = value?.repositories.find(({ id }) => id === repository)
    ?.problems[0];

  if (isEnvironment) {
    return (
      <ScaffolderField>
        <Text as="div" variant="body-small" color="secondary">
          The environment chosen above.
        </Text>
      </ScaffolderField>
    );
  }
  if (!repository || !environment || !kind) {
    return (
      <ScaffolderField>
        <Text as="div" variant="body-small" weight="bold">
          {label}
        </Text>
        <Text as="div" variant="body-small" color="secondary">
          Choose repository, environment and kind first.
        </Text>
      </ScaffolderField>
    );
  }
  if (loading) {
    return <LoadPending label={label} message="Reading the repository…" />;
  }
  if (error) {
    return (
      <LoadProblem
        title="What is declared could not be loaded"
        message={describeError(error)}
        retry={retry}
      />
    );
  }
  if (names.length === 0) {
    return (
      <Alert
        status={problem ? 'warning' : 'info'}
        icon
        title={`${environment} declares no ${kind}`}
        description={problem}
      />
    );
  }
  const isGone = formData !== undefined && !names.includes(formData);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={
          isGone
            ? `${environment} declares no ${kind} ${formData}; it may have been removed meanwhile. Choose another one.`
            : undefined
        }
      >
        {aria => (
          <Select
            {...inputProps(props)}
            {...aria}
            label={label}
            search={{ placeholder: 'Search' }}
            value={isGone ? null : formData ?? null}
            onChange={key => key !== null && onChange(String(key))}
            options={names.map(name => ({ id: name, label: name }))}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
