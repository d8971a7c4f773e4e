import {
  secretNameProblem,
  ToolDefinition,
  ToolRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { applyStep } from '../plan/applyStep';
import { ChangePlan, PlanSummary } from '../plan/types';
import { HclExpression, HclValue } from '../hcl';
import { HclObject, isUnset, textValue } from '../workload/attributeValues';
import { AttributeChange } from '../workload/changeEntry';
import { PlannedDependency } from './toolDependencies';

/** What a summary tells of. */
export interface ToolSubject {
  operation: ChangePlan['operation'];
  request: ToolRequest;
  definition: ToolDefinition;
  environment: EnvironmentFacts;
  file: string;
  unit: string;
  inputs: HclObject;
  dependencies: PlannedDependency[];
  changes: AttributeChange[];
  /** Attributes of the entity that change. */
  entityChanges: string[];
  entityFile: string;
  url?: string;
  owner?: string;
}

/** The title of the pull request and of the plan. */
export function toolTitle(
  operation: ChangePlan['operation'],
  { title }: ToolDefinition,
  environment: string,
): string {
  switch (operation) {
    case 'create':
      return `Add ${title} to ${environment}`;
    case 'change':
      return `Change ${title} in ${environment}`;
    default:
      return `${title} in ${environment} is as requested`;
  }
}

/** The change in plain words. */
export function summarizeTool(subject: ToolSubject): PlanSummary {
  const { operation, definition, environment } = subject;
  const { title } = definition;
  const isPlanned = operation !== 'none';
  return {
    what: what(subject),
    inputs: inputs(subject),
    willExist: operation === 'create' ? willExist(subject) : [],
    changesInPlace:
      operation === 'change'
        ? [
            ...subject.changes.map(
              ({ attribute, description }) => `${attribute} ${description}`,
            ),
            ...subject.entityChanges.map(
              attribute => `${attribute} of the entity is brought up to date`,
            ),
          ]
        : [],
    replaced: operation === 'change' ? replaced(subject) : [],
    afterMerge: isPlanned ? afterMerge(subject) : [],
    rollback: rollback(subject),
    reviewerChecks: isPlanned
      ? [
          `${title} is wanted in ${environment.name}${
            environment.accountId
              ? `, AWS account ${environment.accountId}`
              : ''
          }.`,
          ...(subject.url
            ? [`${subject.url} is free, and its domain is yours.`]
            : []),
          ...(secrets(subject).length > 0
            ? [
                `The secrets are there: ${secrets(subject)
                  .map(({ value }) => value)
                  .join(', ')}.`,
              ]
            : []),
          'The plan of the unit makes what is listed, and destroys nothing.',
        ]
      : [],
  };
}

function what({ operation, definition, environment }: ToolSubject): string {
  switch (operation) {
    case 'create':
      return `Adds ${definition.title} to environment ${environment.name}. ${definition.description}`;
    case 'change':
      return `Changes ${definition.title} of environment ${environment.name}.`;
    default:
      return `${definition.title} of ${environment.name} is declared as requested; there is nothing to change.`;
  }
}

function inputs(subject: ToolSubject): PlanSummary['inputs'] {
  const { request, definition, url } = subject;
  const answered = definition.inputs.flatMap(input => {
    const value = subject.inputs[input.variable];
    return isUnset(value) || value instanceof HclExpression
      ? []
      : [
          {
            name: input.title,
            // What may be a secret is shown nowhere.
            value: input.secret
              ? secretText(subject, input.variable)
              : shown(value!),
          },
        ];
  });
  const rows: [string, string | undefined][] = [
    ['Tool', definition.title],
    ['Environment', request.environment],
    ['Address', url],
  ];
  const further: [string, string | undefined][] = [
    ['Owner', subject.owner],
    ['Expires', request.expires],
    ['Reason', request.reason],
  ];
  const present = (list: [string, string | undefined][]) =>
    list
      .filter((row): row is [string, string] => Boolean(row[1]))
      .map(([name, value]) => ({ name, value }));
  return [...present(rows), ...answered, ...present(further)];
}

function secretText(subject: ToolSubject, variable: string): string {
  const found = secrets(subject).find(secret => secret.variable === variable);
  return found ? found.value : 'not shown';
}

/** Secrets that the unit names; a text that may be one itself is left out. */
function secrets({ definition, inputs: values }: ToolSubject): {
  variable: string;
  value: string;
}[] {
  return definition.inputs.flatMap(({ secret, variable }) => {
    const value = textValue(values[variable]);
    return secret !== undefined &&
      value !== undefined &&
      secretNameProblem(value) === undefined
      ? [{ variable, value }]
      : [];
  });
}

function shown(value: HclValue): string {
  if (Array.isArray(value)) {
    return value
      .map(item =>
        item instanceof HclExpression ? item.source : textValue(item) ?? '',
      )
      .join(', ');
  }
  return textValue(value) ?? JSON.stringify(value);
}

function willExist(subject: ToolSubject): string[] {
  const { definition, unit, dependencies, entityFile, environment } = subject;
  const joined = dependencies.filter(
    ({ isThere, isAnswered }) => isThere && !isAnswered,
  );
  return [
    `Unit ${unit}${
      joined.length > 0
        ? `, which depends on ${joined
            .map(({ file }) => file.replace(/\/[^/]+$/, ''))
            .join(', ')}`
        : ''
    }`,
    ...definition.creates.map(text => filled(text, subject)),
    `Catalog entity in ${entityFile}`,
  ].map(text =>
    text.replace(
      '{prefix}',
      `${environment.project ?? '<project>'}-${environment.label}`,
    ),
  );
}

/** A sentence with the answers in it, or with what the module has without them. */
function filled(text: string, { definition, inputs: values }: ToolSubject) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const input = definition.inputs.find(one => one.name === name);
    if (!input) {
      return placeholder;
    }
    const value = values[input.variable];
    return (
      (value instanceof HclExpression ? value.source : textValue(value)) ??
      input.otherwise ??
      placeholder
    );
  });
}

/** Inputs that name resources: another name is another resource. */
const NAMING = [
  'namespace',
  's3_bucket_name',
  's3_data_bucket_name',
  'ecr_repository_name',
];

function replaced({ changes, definition }: ToolSubject): string[] {
  return changes
    .filter(({ attribute }) => NAMING.includes(attribute))
    .map(
      ({ attribute }) =>
        `What ${attribute} names is destroyed and made anew under the other name, without its data${
          definition.dataLost.length > 0
            ? ` (${definition.dataLost.join('; ')})`
            : ''
        }: back it up before the merge`,
    );
}

function afterMerge(subject: ToolSubject): string[] {
  const { operation, definition, file, url } = subject;
  return [
    applyStep(file),
    ...(operation === 'create' ? definition.afterMerge ?? [] : []),
    ...(url && operation === 'create'
      ? [`${definition.title} is at ${url} then.`]
      : []),
  ];
}

function rollback({ operation, definition, unit }: ToolSubject): string {
  switch (operation) {
    case 'create':
      return `Run terragrunt destroy in ${unit}, then revert the merge commit.${
        definition.dataLost.length > 0
          ? ` That destroys ${definition.dataLost.join(', ')}.`
          : ''
      }`;
    case 'change':
      return `Revert the merge commit and apply ${unit} again.`;
    default:
      return '';
  }
}
