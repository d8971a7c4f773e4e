import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Combobox } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { describeError } from '../../api';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  LoadPending,
  LoadProblem,
} from '../frame';
import type { OwnerFieldProps } from './schema';
import { isGroup, useOwners } from './useOwners';

/** Chooses the owner; the signed-in person's own group by default. */
export function OwnerField(props: OwnerFieldProps) {
  const { formData, onChange, uiSchema } = props;
  const onlyOtherPeople = uiSchema['ui:options']?.onlyOtherPeople === true;
  const { value, loading, error, retry } = useOwners();
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Owner',
    description: 'The team that answers for it. Your own by default.',
    placeholder: 'Choose a group or a person',
  });

  // Once: who empties the input means it.
  const isPrefilled = useRef(formData !== undefined);
  const ownRef = onlyOtherPeople ? undefined : value?.ownRef;
  useEffect(() => {
    if (!isPrefilled.current && ownRef) {
      isPrefilled.current = true;
      onChange(ownRef);
    }
  }, [ownRef, onChange]);

  if (loading) {
    return <LoadPending label={label} message="Loading the teams…" />;
  }
  if (error) {
    return (
      <LoadProblem
        title="The teams could not be loaded"
        message={describeError(error)}
        retry={retry}
      />
    );
  }
  const options = (value?.owners ?? [])
    .filter(
      ({ entityRef }) =>
        !onlyOtherPeople ||
        (!isGroup(entityRef) && entityRef !== value?.userEntityRef),
    )
    .map(({ entityRef, title }) => ({
      id: entityRef,
      label: title,
      description: entityRef,
    }));
  // One that the catalog does not hold (yet) stays visible and choosable.
  if (formData && !options.some(({ id }) => id === formData)) {
    options.unshift({ id: formData, label: formData, description: formData });
  }
  return (
    <ScaffolderField>
      <FieldFrame {...frameProps(props)} description={description}>
        {aria => (
          <Combobox
            {...inputProps(props)}
            {...aria}
            label={label}
            placeholder={placeholder}
            // It comes filled in: who only passes by needs no list.
            menuTrigger={onlyOtherPeople ? 'focus' : 'input'}
            options={options}
            value={formData ?? null}
            onChange={key => onChange(key === null ? undefined : String(key))}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
