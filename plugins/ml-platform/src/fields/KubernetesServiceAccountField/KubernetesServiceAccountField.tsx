import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { serviceAccountNameRule } from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useRef } from 'react';
import { neighbourValues, useChosenEnvironment } from '../../environments';
import {
  Code,
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  Note,
  ruleProblem,
  useLeft,
} from '../frame';
import type { KubernetesServiceAccountFieldProps } from './schema';

/** Names the service account of the pods; the workload's own name by default. */
export function KubernetesServiceAccountField(
  props: KubernetesServiceAccountFieldProps,
) {
  const { formContext, formData, onChange, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const { left, onBlur } = useLeft(formData !== undefined);
  const { environment } = useChosenEnvironment(formContext, options);
  const { name } = neighbourValues(formContext?.formData, options);
  const namespace =
    formContext?.formData?.[options?.namespaceField ?? 'namespace'];
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Service account',
    description:
      'The Kubernetes identity of the pods, which the IAM role trusts: `serviceAccountName` in their spec.',
  });

  // Once: who empties the input means it.
  const isPrefilled = useRef(formData !== undefined);
  useEffect(() => {
    if (!isPrefilled.current && name) {
      isPrefilled.current = true;
      onChange(name);
    }
  }, [name, onChange]);

  const problem = ruleProblem(serviceAccountNameRule, formData);
  const owner = environment?.workloads.find(
    workload =>
      workload.serviceAccount === formData &&
      workload.namespace === namespace &&
      workload.name !== name,
  );
  const existing = environment?.workloads.find(
    workload => workload.name === name,
  );
  const isMoved =
    existing?.serviceAccount &&
    formData &&
    existing.serviceAccount !== formData;
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left ? problem : undefined}
        note={
          <>
            {isMoved && (
              <Note kind="warning">
                {name} runs as <Code>{existing.serviceAccount}</Code> now. Under
                another name its pods lose their access until they are changed
                too.
              </Note>
            )}
            {owner && (
              <Note kind="warning">
                <Code>{formData}</Code> in <Code>{String(namespace)}</Code>{' '}
                belongs to the workload {owner.name} already. A service account
                has one role: choose another name.
              </Note>
            )}
          </>
        }
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
