import { ToolDefinition } from '@ml-platform/plugin-ml-platform-common';
import {
  HclDocument,
  HclExpression,
  hclString,
  HclValue,
  hclValuesEqual,
} from '../hcl';
import { HclObject, isObject, isUnset } from '../workload/attributeValues';
import { AttributeChange, ExpressionPlace } from '../workload/changeEntry';
import { configPath, PlannedDependency } from './toolDependencies';

/** What a unit is to say. */
export interface ToolUnitWish {
  definition: ToolDefinition;
  file: string;
  /** Of the module, as it stands between quotes. */
  source: string;
  dependencies: PlannedDependency[];
  /** Inputs by variable; null takes one out. */
  answers: { [variable: string]: HclValue };
}

/** A unit after a request. */
export interface ToolUnitEdit {
  after: string;
  changes: AttributeChange[];
  /** Expressions which gave way to answers. */
  replacedExpressions: ExpressionPlace[];
}

const ROOT = `include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
`;

const KUBERNETES = `include "kubernetes" {
  path = find_in_parent_folders("kubernetes.hcl")
}
`;

/** The unit of a tool, which its environment has not yet. */
export function newToolUnit(wish: ToolUnitWish): string {
  const { definition, file, source, dependencies, answers } = wish;
  const blocks = [
    ROOT,
    ...(definition.kubernetes ? [KUBERNETES] : []),
    // The source holds a function of Terragrunt and is quoted as it is.
    `terraform {\n  source = "${source}"\n}\n`,
    ...dependencies
      .filter(isWired)
      .map(dependency => dependencyBlock(file, dependency)),
  ];
  const inputs: HclObject = {
    ...environmentInputs(definition),
    ...Object.assign({}, ...dependencies.filter(isWired).map(wiredInputs)),
  };
  for (const [variable, answer] of Object.entries(answers)) {
    if (answer !== null) {
      inputs[variable] = answer;
    }
  }
  return HclDocument.parse(`${blocks.join('\n')}\ninputs = {}\n`, { file })
    .set(['inputs'], inputs)
    .toString();
}

/**
 * A unit that is there, brought up to what is asked for: answers that differ,
 * dependencies that the environment has got since. All else stays as it is.
 */
export function changedToolUnit(
  text: string,
  wish: ToolUnitWish,
): ToolUnitEdit {
  const { definition, file, dependencies, answers } = wish;
  const edit: ToolUnitEdit = {
    after: text,
    changes: [],
    replacedExpressions: [],
  };
  let document = withInputs(HclDocument.parse(text, { file }), file);
  const inputs = () => {
    const value = document.value(['inputs']);
    return isObject(value) ? value : {};
  };
  const set = (variable: string, value: HclValue) => {
    const before = inputs()[variable];
    if (hclValuesEqual(before, value)) {
      return;
    }
    document = document.set(['inputs', variable], value);
    edit.changes.push({
      attribute: variable,
      description: isUnset(before)
        ? `becomes ${show(value)}`
        : `from ${show(before!)} to ${show(value)}`,
    });
  };
  for (const planned of dependencies.filter(isWired)) {
    const { dependency } = planned;
    const block = document.value(['dependency', dependency.name]);
    if (block === undefined) {
      document = withBlock(document, file, dependencyBlock(file, planned));
      edit.changes.push({
        attribute: `dependency "${dependency.name}"`,
        description: 'is added',
      });
    } else if (dependency.optional) {
      // Who wrote the block chose what is read of it.
      continue;
    }
    for (const [variable, value] of Object.entries(wiredInputs(planned))) {
      if (isUnset(inputs()[variable]) && answers[variable] === undefined) {
        set(variable, value);
      }
    }
  }
  for (const [variable, value] of Object.entries(
    environmentInputs(definition),
  )) {
    if (isUnset(inputs()[variable])) {
      set(variable, value);
    }
  }
  for (const [variable, answer] of Object.entries(answers)) {
    const before = inputs()[variable];
    if (answer === null) {
      if (before !== undefined) {
        document = document.remove(['inputs', variable]);
        edit.changes.push({ attribute: variable, description: 'is removed' });
      }
    } else {
      if (before instanceof HclExpression) {
        const { source, line } = before;
        edit.replacedExpressions.push({ attribute: variable, source, line });
      }
      set(variable, answer);
    }
  }
  return edit.changes.length > 0
    ? { ...edit, after: document.toString() }
    : edit;
}

function isWired({ isThere, isAnswered }: PlannedDependency): boolean {
  return isThere && !isAnswered;
}

function environmentInputs({ environment }: ToolDefinition): HclObject {
  return Object.fromEntries(
    Object.entries(environment).map(([variable, source]) => [
      variable,
      new HclExpression(source, 0, 0),
    ]),
  );
}

function wiredInputs({ dependency }: PlannedDependency): HclObject {
  return Object.fromEntries(
    dependency.wires.map(({ variable, output }) => [
      variable,
      new HclExpression(
        `dependency.${dependency.name}.outputs.${output}`,
        0,
        0,
      ),
    ]),
  );
}

function dependencyBlock(
  file: string,
  { dependency, file: other }: PlannedDependency,
): string {
  const { name, mocks } = dependency;
  const block = `dependency ${hclString(name)} {
  config_path = ${hclString(configPath(file, other))}

  mock_outputs = {}
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}
`;
  return HclDocument.parse(block, { file })
    .set(['dependency', name, 'mock_outputs'], mocks)
    .toString();
}

/** Puts a block before the inputs, and before the comments that belong to them. */
function withBlock(
  document: HclDocument,
  file: string,
  block: string,
): HclDocument {
  const text = document.toString();
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(newline);
  let place = (document.location(['inputs'])?.line ?? lines.length + 1) - 1;
  while (place > 0 && /^\s*(#|\/\/)/.test(lines[place - 1])) {
    place -= 1;
  }
  lines.splice(place, 0, ...block.split('\n'));
  return HclDocument.parse(lines.join(newline), { file });
}

function withInputs(document: HclDocument, file: string): HclDocument {
  if (document.value(['inputs']) !== undefined) {
    return document;
  }
  const text = document.toString();
  return HclDocument.parse(
    `${text}${/\n$/.test(text) || text === '' ? '' : '\n'}\ninputs = {}\n`,
    { file },
  );
}

function show(value: HclValue): string {
  return value instanceof HclExpression ? value.source : JSON.stringify(value);
}
