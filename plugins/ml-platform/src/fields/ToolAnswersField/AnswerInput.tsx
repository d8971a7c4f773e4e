import { Select, TextAreaField, TextField } from '@backstage/ui';
import type { ToolInput } from '@ml-platform/plugin-ml-platform-common';
import { useState } from 'react';
import { FieldFrame, useLeft } from '../frame';
import { answerText, readAnswer } from './answerText';
import type { StoredAnswers } from './schema';
import { answerProblem } from './validation';

const DEFAULT = 'default';

const HOW_TO: Partial<Record<ToolInput['type'], string>> = {
  texts: 'One a line.',
  map: 'One a line, as name = value.',
  lists: 'One a line, as name = value, value.',
};

/** One question about a tool, with what the module does without an answer. */
export function AnswerInput(props: {
  id: string;
  input: ToolInput;
  answer: StoredAnswers[string] | undefined;
  isRequired: boolean;
  isDisabled: boolean;
  onChange(answer: StoredAnswers[string] | undefined): void;
}) {
  const { id, input, answer, isRequired, isDisabled, onChange } = props;
  const { left, onBlur } = useLeft(answer !== undefined && answer !== null);
  // What is typed keeps its commas and spaces until it is stored.
  const [text, setText] = useState(answerText(answer));
  const problem = left ? answerProblem(input, answer) : undefined;
  const otherwise = input.otherwise && `Left empty: ${input.otherwise}.`;
  const howTo = HOW_TO[input.type];
  const common = {
    id,
    label: input.title,
    isRequired,
    isDisabled,
    validationBehavior: 'aria' as const,
  };
  const choices =
    input.type === 'flag'
      ? [
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]
      : input.type === 'text' &&
        input.choices?.map(value => ({ value, label: value }));
  return (
    <FieldFrame
      id={id}
      description={[input.help, howTo, otherwise].filter(Boolean).join(' ')}
      problem={problem}
    >
      {aria => {
        if (choices) {
          return (
            <Select
              {...common}
              {...aria}
              options={[
                {
                  value: DEFAULT,
                  label: `As the module has it (${input.otherwise ?? 'none'})`,
                },
                ...choices,
              ]}
              value={answerText(answer) || DEFAULT}
              onChange={key =>
                onChange(
                  key === null || key === DEFAULT
                    ? undefined
                    : readAnswer(input, String(key)),
                )
              }
            />
          );
        }
        const field = {
          ...common,
          ...aria,
          placeholder: input.placeholder,
          spellCheck: 'false' as const,
          autoComplete: 'off',
          value: text,
          onBlur,
          onChange: (typed: string) => {
            setText(typed);
            onChange(readAnswer(input, typed));
          },
        };
        return howTo ? (
          <TextAreaField {...field} rows={2} />
        ) : (
          <TextField
            {...field}
            {...(input.type === 'number' && { inputMode: 'numeric' as const })}
          />
        );
      }}
    </FieldFrame>
  );
}
