import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  createSecretCommand,
  domainProblem,
  secretNameProblem,
  toolAnswerProblem,
  type ToolDefinition,
  type ToolInput,
} from '@ml-platform/plugin-ml-platform-common';
import { chosenTool } from './chosenTool';
import type { StoredAnswers } from './schema';

/** What is wrong with one answer, in a sentence; undefined when it can be used or is none. */
export function answerProblem(
  input: ToolInput,
  answer: StoredAnswers[string] | undefined,
): string | undefined {
  if (answer === undefined || answer === null || answer === '') {
    return undefined;
  }
  if (input.rule === 'secret-name') {
    const problem = secretNameProblem(String(answer));
    return problem?.kind === 'value'
      ? `This looks like the secret itself. Take it out, make another one, and give its name. A secret is made with: ${createSecretCommand(
          input.placeholder ?? 'ml-platform/name',
        )}`
      : problem && `The text ${problem.message}.`;
  }
  const problem =
    input.rule === 'domain' && typeof answer === 'string'
      ? domainProblem(answer.trim())
      : toolAnswerProblem(input, answer);
  return problem && `${problem[0].toUpperCase()}${problem.slice(1)}.`;
}

/** Whether the form itself has to ask for it: a domain may come from the environment. */
export function isAskedFor(input: ToolInput, isChange: boolean): boolean {
  return Boolean(input.required) && input.rule !== 'domain' && !isChange;
}

/** What is wrong with all answers about a tool, each with the title of its question. */
export function answersProblems(
  definition: ToolDefinition,
  answers: StoredAnswers,
  isChange: boolean,
): string[] {
  return definition.inputs.flatMap(input => {
    const answer = answers[input.name];
    const isEmpty = answer === undefined || answer === null || answer === '';
    const problem =
      isEmpty && isAskedFor(input, isChange)
        ? 'Is missing; fill it in.'
        : answerProblem(input, answer);
    return problem ? [`${input.title}: ${problem}`] : [];
  });
}

/** Every answer must be one that the module takes. */
export const validateToolAnswers: CustomFieldValidator<
  StoredAnswers,
  { toolField?: string; intentField?: string }
> = (answers, field, { formData, uiSchema }) => {
  const { definition, isChange } = chosenTool(
    formData,
    uiSchema?.['ui:options'],
  );
  if (definition) {
    answersProblems(definition, answers ?? {}, isChange).forEach(problem =>
      field.addError(problem),
    );
  }
};
