import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Text } from '@backstage/ui';
import type { ToolInput } from '@ml-platform/plugin-ml-platform-common';
import { useEffect } from 'react';
import { inputProps, Note } from '../frame';
import outline from '../frame/outlined.module.css';
import { AnswerInput } from './AnswerInput';
import { ownAnswers } from './answerText';
import { chosenTool } from './chosenTool';
import type { StoredAnswers, ToolAnswersFieldProps } from './schema';
import styles from './ToolAnswersField.module.css';
import { answersProblems, isAskedFor } from './validation';

/**
 * Asks about a tool: what has no good default in sight, all else folded away
 * with what the module does without an answer.
 */
export function ToolAnswersField(props: ToolAnswersFieldProps) {
  const { formContext, formData, idSchema, onChange, uiSchema } = props;
  const { definition, isChange } = chosenTool(
    formContext?.formData,
    uiSchema['ui:options'],
  );
  const answers = formData ?? {};
  const own = definition ? ownAnswers(definition, answers) : answers;
  const isForeign = Object.keys(own).length < Object.keys(answers).length;
  useEffect(() => {
    // Answers about another tool, which was chosen before, must not go along.
    if (isForeign) {
      onChange(own);
    }
  }, [isForeign, own, onChange]);

  if (!definition) {
    return (
      <ScaffolderField>
        <Text as="div" variant="body-small" color="secondary">
          Choose a tool first.
        </Text>
      </ScaffolderField>
    );
  }
  const { isDisabled } = inputProps(props);
  const isOneOf = (name: string) =>
    (definition.oneOf ?? []).some(({ names }) => names[0] === name);
  const isInSight = (input: ToolInput) =>
    Boolean(input.required) || isOneOf(input.name);
  const first = definition.inputs.filter(isInSight);
  const further = definition.inputs.filter(input => !isInSight(input));
  const furtherAnswered = further.filter(
    ({ name }) => own[name] !== undefined && own[name] !== null,
  ).length;
  const hasProblem = answersProblems(definition, own, true).length > 0;
  const set = (name: string, answer: StoredAnswers[string] | undefined) => {
    const { [name]: _, ...others } = own;
    // Of a change an emptied answer is taken back; else there is none.
    const kept = answer ?? (isChange && name in own ? null : undefined);
    onChange(kept === undefined ? others : { ...others, [name]: kept });
  };
  const draw = (input: ToolInput) => (
    <AnswerInput
      key={`${definition.id}-${input.name}`}
      id={`${idSchema.$id}_${input.name}`}
      input={input}
      answer={own[input.name]}
      isRequired={isAskedFor(input, isChange)}
      isDisabled={isDisabled}
      onChange={answer => set(input.name, answer)}
    />
  );
  return (
    <ScaffolderField>
      <fieldset className={`${styles.answers} ${outline.outlined}`}>
        <legend className={styles.title}>{definition.title}</legend>
        <Text as="div" variant="body-small" color="secondary">
          {definition.description}
        </Text>
        <Needs definition={definition} />
        {first.map(draw)}
        <details
          className={styles.further}
          open={furtherAnswered > 0 && hasProblem ? true : undefined}
        >
          <summary>
            Further settings (
            {furtherAnswered > 0
              ? `${furtherAnswered} of ${further.length} answered`
              : further.length}
            )
          </summary>
          <div className={styles.inputs}>{further.map(draw)}</div>
        </details>
      </fieldset>
    </ScaffolderField>
  );
}

/** What has to be there first, before anybody types an answer. */
function Needs({
  definition,
}: {
  definition: NonNullable<ReturnType<typeof chosenTool>['definition']>;
}) {
  const needed = definition.dependencies.filter(({ optional }) => !optional);
  const used = definition.dependencies.filter(({ optional }) => optional);
  return (
    <Note kind="info">
      It needs {listed(needed.map(({ what }) => what))} in the environment
      {used.length > 0 &&
        `, and is joined with ${listed(
          used.map(({ what }) => what),
        )} where the environment has ${used.length > 1 ? 'them' : 'it'}`}
      . The preview says what is missing.
    </Note>
  );
}

function listed(words: string[]): string {
  return words.length > 1
    ? `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
    : words.join('');
}
