import { InputError } from '@backstage/errors';
import {
  EnvironmentState,
  parseDocument,
} from '../environment/readRepositoryState';
import { formatHclPath, HclPath, HclValue } from '../hcl';
import { HclObject, isObject } from './attributeValues';
import {
  AttributeChange,
  changeEntry,
  EditableDocument,
  ExpressionPlace,
} from './changeEntry';
import { WorkloadEntry } from './readWorkloadList';
import { WORKLOAD_ATTRIBUTES } from './workloadAttributes';

/** The file with the workloads after the request. */
export interface WorkloadsEdit {
  file: string;
  after: string;
  listCreated: boolean;
  changes: AttributeChange[];
  replacedExpressions: ExpressionPlace[];
  keptExpressions: ExpressionPlace[];
}

/**
 * Changes the entry, or adds one to the last literal of the list; without a
 * list, makes it.
 *
 * @throws InputError when there is no place for the list
 */
export function editWorkloads(options: {
  environment: EnvironmentState;
  /** The text of the environment's file of workloads. */
  text: string;
  attribute: HclPath;
  existing?: WorkloadEntry;
  wanted: HclObject;
  /** Attributes of the existing entry that stay as they are. */
  keep?: string[];
}): WorkloadsEdit {
  const { environment, text, attribute, existing, wanted } = options;
  if (existing) {
    const change = changeEntry({
      document: existing.target.document,
      path: existing.path,
      existing: existing.values,
      wanted,
      rules: WORKLOAD_ATTRIBUTES,
      keep: options.keep,
    });
    const { changes, replacedExpressions, keptExpressions } = change;
    return {
      file: existing.target.file,
      after: change.document.toString(),
      listCreated: false,
      changes,
      replacedExpressions,
      keptExpressions,
    };
  }
  const entry = withoutEmptyLabels(wanted);
  const target = environment.targets[environment.targets.length - 1];
  const file = target?.file ?? environment.workloadsFile;
  const document = target
    ? addEntry(target, entry)
    : addList(parseDocument(file, text), file, attribute, entry);
  return {
    file,
    after: document.toString(),
    listCreated: target === undefined,
    changes: [],
    replacedExpressions: [],
    keptExpressions: [],
  };
}

function addEntry(
  target: EnvironmentState['targets'][number],
  entry: HclObject,
): EditableDocument {
  const { document, path, kind } = target;
  if (kind === 'list') {
    return document.upsert(path, { key: 'name', value: entry });
  }
  const { name, ...rest } = entry;
  const value = namesInside(document.value(path)) ? entry : rest;
  return document.upsert(path, { key: String(name), value });
}

/** Whether the entries of a map repeat their key as `name`. */
function namesInside(map: HclValue | undefined): boolean {
  return (
    isObject(map) &&
    Object.values(map).some(entry => isObject(entry) && 'name' in entry)
  );
}

function addList(
  document: EditableDocument,
  file: string,
  attribute: HclPath,
  entry: HclObject,
): EditableDocument {
  const parent = attribute.slice(0, -1);
  const list = [entry];
  if (parent.length === 0 || document.value(parent) !== undefined) {
    return document.set(attribute, list);
  }
  // `inputs` is an attribute of Terragrunt; all else is a block, which is not ours to make.
  if (parent.length === 1 && parent[0] === 'inputs') {
    return document.set(parent, { [String(attribute[1])]: list });
  }
  throw new InputError(
    `${file} has no ${formatHclPath(
      parent,
    )}, which should hold the list of workloads. Add it, or name the list's place in mlPlatform.repositories[].layout.workloads`,
  );
}

function withoutEmptyLabels(wanted: HclObject): HclObject {
  const { namespace_labels: labels, ...rest } = wanted;
  return isObject(labels) && Object.keys(labels).length === 0 ? rest : wanted;
}
