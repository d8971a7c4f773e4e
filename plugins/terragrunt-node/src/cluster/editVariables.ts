import { HclValue } from '../hcl';
import { isObject, textValue } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';
import { Variables } from './environmentVariables';

/** A variable that an edit changes. */
export interface VariableChange {
  key: string;
  from?: string;
  to: string;
}

/**
 * Brings variables up to date: what has its value already, comments, anchors and
 * order stay. Lists of add-ons and maps of node groups lose what is not asked
 * for any more.
 */
export function editVariables(
  document: YamlDocument,
  wanted: Variables,
): { document: YamlDocument; changes: VariableChange[] } {
  let result = document;
  const changes: VariableChange[] = [];
  for (const [key, value] of Object.entries(wanted)) {
    const before = result.value([key]);
    if (!isSame(before, value)) {
      result = editVariable(result, key, before, value);
      changes.push({
        key,
        from: before === undefined ? undefined : shown(before),
        to: shown(value),
      });
    }
  }
  return { document: result, changes };
}

function editVariable(
  document: YamlDocument,
  key: string,
  before: HclValue | undefined,
  value: HclValue,
): YamlDocument {
  if (key === 'addons' && Array.isArray(before) && Array.isArray(value)) {
    return editAddons(document, before, value);
  }
  if (key === 'node_groups' && isObject(before) && isObject(value)) {
    let result = document;
    for (const name of Object.keys(before)) {
      if (!(name in value)) {
        result = result.remove([key, name]);
      }
    }
    for (const [name, group] of Object.entries(value)) {
      if (isObject(group)) {
        result = result.upsert([key], { key: name, value: group });
      }
    }
    return result;
  }
  return document.set([key], value);
}

function editAddons(
  document: YamlDocument,
  before: HclValue[],
  wanted: HclValue[],
): YamlDocument {
  const nameOf = (addon: HclValue) =>
    isObject(addon) ? textValue(addon.addon_name) : undefined;
  const names = wanted.map(nameOf);
  let result = document;
  for (const name of before.map(nameOf)) {
    if (name !== undefined && !names.includes(name)) {
      result = result.remove(['addons', { key: 'addon_name', value: name }]);
    }
  }
  for (const addon of wanted) {
    if (isObject(addon)) {
      result = result.upsert(['addons'], { key: 'addon_name', value: addon });
    }
  }
  return result;
}

/** A map of node groups is compared by what the wanted one says. */
function isSame(before: HclValue | undefined, wanted: HclValue): boolean {
  if (isObject(before) && isObject(wanted)) {
    const keys = Object.keys(before);
    return (
      keys.length === Object.keys(wanted).length &&
      keys.every(key => key in wanted && isSame(before[key], wanted[key]))
    );
  }
  if (Array.isArray(before) && Array.isArray(wanted)) {
    return (
      before.length === wanted.length &&
      before.every((item, index) => isSame(item, wanted[index]))
    );
  }
  return typeof wanted === 'string'
    ? textValue(before) === wanted
    : before === wanted;
}

function shown(value: HclValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
