import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import {
  profileIamNames,
  profileUsernameRule,
} from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useRef } from 'react';
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
import { PeopleChoices } from './PeopleChoices';
import type { ProfilePersonFieldProps } from './schema';
import { usePeople } from './usePeople';

/**
 * Says for whom a profile is: the signed-in person by default, or a member of
 * their team. Without the catalog the username can be typed all the same.
 */
export function ProfilePersonField(props: ProfilePersonFieldProps) {
  const { formData, onChange } = props;
  const { left, onBlur } = useLeft(formData !== undefined);
  const { value: people = [], loading, error } = usePeople();
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Username',
    description:
      'First and last name in lower case, joined by a dot, such as `dana.okafor`.',
  });

  // Once: who empties the input means it.
  const isPrefilled = useRef(formData !== undefined);
  const own = people.find(({ isSelf }) => isSelf)?.username;
  useEffect(() => {
    if (!isPrefilled.current && own) {
      isPrefilled.current = true;
      onChange(own);
    }
  }, [own, onChange]);

  const problem = ruleProblem(profileUsernameRule, formData);
  const input = inputProps(props);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left ? problem : undefined}
        note={
          <>
            {formData && !problem && <NamesNote username={formData} />}
            {!loading && !error && !own && (
              <Note kind="info">
                The catalog does not tell your first and last name; type the
                username.
              </Note>
            )}
            {error && (
              <Note kind="info">
                Your team could not be loaded from the catalog; type the
                username.
              </Note>
            )}
          </>
        }
      >
        {aria => (
          <>
            <TextField
              {...input}
              {...aria}
              label={label}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck="false"
              value={formData ?? ''}
              onChange={text => {
                isPrefilled.current = true;
                onChange(text === '' ? undefined : text);
              }}
              onBlur={onBlur}
            />
            <PeopleChoices
              people={people}
              chosen={formData}
              isDisabled={input.isDisabled}
              onChoose={username => {
                isPrefilled.current = true;
                onChange(username);
              }}
            />
          </>
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}

function NamesNote({ username }: { username: string }) {
  const names = profileIamNames(username);
  return (
    <div>
      IAM user: <Code>{names.user}</Code> · IAM role: <Code>{names.role}</Code>{' '}
      · secret: <Code>{names.secret}</Code>
    </div>
  );
}
