import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import {
  nameProblem,
  rdsResourceIdRule,
} from '@ml-platform/plugin-ml-platform-common';
import { useChosenEnvironment } from '../../environments';
import {
  Code,
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  Note,
  useLeft,
} from '../frame';
import { Command } from './Command';
import { lookUpCommands } from './lookUpCommands';
import type { RdsResourceIdFieldProps } from './schema';

/** Takes the resource id of a database and shows how to find it. */
export function RdsResourceIdField(props: RdsResourceIdFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const { left, onBlur } = useLeft(formData !== undefined);
  const { environment } = useChosenEnvironment(
    formContext,
    uiSchema['ui:options'],
  );
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Resource id of the database',
    description:
      'IAM knows a database by its resource id (`DbiResourceId`, `DbClusterResourceId` for Aurora), not by its name. It stays the same when the database is renamed. The RDS console shows it under Configuration; the command below prints it.',
    placeholder: 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  });
  const looksRight =
    formData !== undefined &&
    nameProblem(rdsResourceIdRule, formData) === undefined;
  const looksWrong = left && formData !== undefined && !looksRight;
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        note={
          <>
            {looksWrong && (
              <Note kind="warning">
                <Code>{formData}</Code> does not look like a resource id (
                <Code>db-…</Code>, <Code>cluster-…</Code> or <Code>prx-…</Code>
                ). If it is the name of the database, the command below prints
                its resource id.
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
            onChange={text => onChange(text === '' ? undefined : text.trim())}
            onBlur={onBlur}
          />
        )}
      </FieldFrame>
      {!looksRight &&
        lookUpCommands(formData, environment?.region).map(entry => (
          <Command key={entry.title} {...entry} />
        ))}
    </ScaffolderField>
  );
}
