import { InputError } from '@backstage/errors';
import {
  quoteValue,
  ToolAnswer,
  ToolInput,
  toolDefinitions,
} from '@ml-platform/plugin-ml-platform-common';
import { HclDocument, HclExpression, HclValue } from '../hcl';
import { ToolUnit } from '../tool/DeclaredTool';
import { isObject, isUnset, textValue } from '../workload/attributeValues';
import { PresentValues, RepositoryThing, UnshownValue } from './DeclaredThing';

/**
 * A tool's unit as the fields of its template. What the form does not ask about
 * and what is no literal is named and left out: what is left out stays.
 *
 * @throws InputError when the unit is of another module, or cannot be read
 */
export function toolFormData(
  place: { repository: string; environment: string },
  tool: ToolUnit,
  thing: RepositoryThing,
): Pick<PresentValues, 'formData' | 'unshown'> {
  const definition = toolDefinitions.find(
    ({ id, module }) => id === tool.name && module === tool.module,
  );
  if (!definition) {
    throw new InputError(
      tool.problem
        ? `${tool.file} cannot be read: ${tool.problem}`
        : `${
            tool.file
          } is not a unit of a module of the platform (its source is ${quoteValue(
            tool.source ?? 'not given',
          )}), so that no form shows its values. Edit it in the repository`,
    );
  }
  const { inputs } = tool;
  const answers: Record<string, ToolAnswer> = {};
  for (const input of definition.inputs) {
    const answer = answerOf(input, inputs[input.variable]);
    if (answer !== undefined) {
      answers[input.name] = answer;
    }
  }
  const shown = definition.inputs
    .filter(({ name }) => answers[name] !== undefined)
    .map(({ variable }) => variable);
  const document = HclDocument.parse(tool.text, { file: tool.file });
  return {
    formData: {
      ...place,
      tool: definition.id,
      intent: 'change',
      answers,
      ...(thing.owner ? { owner: thing.owner } : {}),
      ...(thing.expires ? { expires: thing.expires } : {}),
    },
    unshown: Object.entries(inputs)
      .filter(([key, value]) => !shown.includes(key) && !isUnset(value))
      .map(
        ([attribute, value]): UnshownValue => ({
          attribute,
          source: sourceOf(value),
          line: document.location(['inputs', attribute])?.line,
          kept: true,
        }),
      ),
  };
}

/** A literal of the input's type; anything else is not shown. */
function answerOf(
  { type }: ToolInput,
  value: HclValue | undefined,
): ToolAnswer | undefined {
  switch (type) {
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'texts':
      return texts(value);
    case 'map':
      return textMap(value, textValue);
    case 'lists':
      return textMap(value, item => texts(item)?.join(', '));
    default:
      return textValue(value) || undefined;
  }
}

function texts(value: HclValue | undefined): string[] | undefined {
  return Array.isArray(value) &&
    value.every((item): item is string => typeof item === 'string')
    ? value
    : undefined;
}

function textMap(
  value: HclValue | undefined,
  read: (item: HclValue) => string | undefined,
): Record<string, string> | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const entries = Object.entries(value).map(([key, item]) => [key, read(item)]);
  return entries.every(([, text]) => text !== undefined)
    ? Object.fromEntries(entries)
    : undefined;
}

function sourceOf(value: HclValue): string {
  return value instanceof HclExpression
    ? value.source
    : JSON.stringify(value, (_, item) =>
        item instanceof HclExpression ? item.source : item,
      );
}
