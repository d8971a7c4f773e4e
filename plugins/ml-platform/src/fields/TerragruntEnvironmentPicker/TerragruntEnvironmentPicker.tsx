import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Radio, RadioGroup, Text } from '@backstage/ui';
import { useEffect } from 'react';
import { neighbourValues, useEnvironments } from '../../environments';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  LoadPending,
  LoadProblem,
} from '../frame';
import { WorkloadNote } from '../WorkloadNameField/WorkloadNote';
import { environmentProblem } from './environmentProblem';
import { EnvironmentRadio } from './EnvironmentRadio';
import styles from './EnvironmentRadio.module.css';
import type { TerragruntEnvironmentPickerProps } from './schema';
import { StaleNote } from './StaleNote';

/** Chooses an environment of the repository that was chosen before. */
export function TerragruntEnvironmentPicker(
  props: TerragruntEnvironmentPickerProps,
) {
  const { formContext, formData, onChange, uiSchema } = props;
  const { repository, name } = neighbourValues(
    formContext?.formData,
    uiSchema['ui:options'],
  );
  const state = useEnvironments(repository);
  const { label, description } = fieldTexts(props, {
    title: 'Environment',
    description: 'Where the workload runs.',
  });

  const usable =
    state.status === 'ready'
      ? state.list.items.filter(({ problem }) => problem === undefined)
      : [];
  const noneLabel = uiSchema['ui:options']?.noneLabel;
  const onlyName =
    usable.length === 1 && noneLabel === undefined ? usable[0].name : undefined;
  useEffect(() => {
    if (onlyName !== undefined && formData === undefined) {
      onChange(onlyName);
    }
  }, [onlyName, formData, onChange]);

  if (state.status === 'no-repository') {
    return (
      <ScaffolderField>
        <Text as="div" variant="body-small" weight="bold">
          {label}
        </Text>
        <Text as="div" variant="body-small" color="secondary">
          Choose the repository first.
        </Text>
      </ScaffolderField>
    );
  }
  if (state.status === 'pending') {
    return <LoadPending label={label} message="Reading the repository…" />;
  }
  if (state.status === 'error') {
    return (
      <LoadProblem
        title="The environments could not be loaded"
        message={state.message}
        retry={state.retry}
      />
    );
  }
  const { list, retry } = state;
  if (list.items.length === 0) {
    return (
      <Alert
        status="warning"
        icon
        title="This repository has no environment"
        description={`Nothing was found at commit ${list.commit.slice(
          0,
          10,
        )}. An environment is a folder with an env.yaml; the people who run the portal can set another place (mlPlatform.repositories[].layout).`}
      />
    );
  }
  const chosen = list.items.find(item => item.name === formData);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={formData && environmentProblem(list, formData, name)}
        note={
          chosen &&
          name && (
            <WorkloadNote
              name={name}
              environmentName={chosen.name}
              environment={chosen}
            />
          )
        }
      >
        {aria => (
          <>
            {list.stale && <StaleNote list={list} retry={retry} />}
            <RadioGroup
              {...inputProps(props)}
              {...aria}
              label={label}
              value={formData ?? (noneLabel === undefined ? null : '')}
              onChange={value => onChange(value === '' ? undefined : value)}
            >
              {noneLabel !== undefined && (
                <Radio
                  value=""
                  className={`bui-Radio ${styles.option}`}
                  data-chosen={formData === undefined || undefined}
                >
                  <span className={styles.text}>
                    <span className={styles.name}>{noneLabel}</span>
                  </span>
                </Radio>
              )}
              {list.items.map(environment => (
                <EnvironmentRadio
                  key={environment.name}
                  environment={environment}
                  isSelected={environment.name === formData}
                />
              ))}
            </RadioGroup>
          </>
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
