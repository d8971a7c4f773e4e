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

/** What the form shows of an add-on; the rest of one that is there stays. */
const ADDON_ATTRIBUTES = ['addon_version', 'service_account_role_arn'];

/**
 * Brings variables up to date: what has its value already, comments, anchors and
 * order stay. The list of add-ons loses what is not asked for any more.
 */
export function editVariables(
  document: YamlDocument,
  wanted: Variables,
): { document: YamlDocument; changes: VariableChange[] } {
  let result = document;
  const changes: VariableChange[] = [];
  for (const [key, value] of Object.entries(wanted)) {
    const before = result.value([key]);
    const edited =
      key === 'addons' && Array.isArray(before) && Array.isArray(value)
        ? editAddons(result, before, value)
        : setUnlessSame(result, key, before, value);
    if (edited.toString() !== result.toString()) {
      changes.push({
        key,
        from: before === undefined ? undefined : shownValue(before),
        to: shownValue(edited.value([key]) ?? value),
      });
      result = edited;
    }
  }
  return { document: result, changes };
}

function setUnlessSame(
  document: YamlDocument,
  key: string,
  before: HclValue | undefined,
  value: HclValue,
): YamlDocument {
  return isSame(before, value) ? document : document.set([key], value);
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
  for (const addon of before) {
    const name = nameOf(addon);
    const path = ['addons', { key: 'addon_name', value: name ?? '' }];
    if (name !== undefined && !names.includes(name)) {
      result = result.remove(path);
    } else if (isObject(addon)) {
      const kept = wanted.find(other => nameOf(other) === name);
      for (const attribute of ADDON_ATTRIBUTES) {
        if (
          isObject(kept) &&
          kept[attribute] === undefined &&
          textValue(addon[attribute])
        ) {
          result = result.remove([...path, attribute]);
        }
      }
    }
  }
  for (const addon of wanted) {
    if (isObject(addon)) {
      result = result.upsert(['addons'], { key: 'addon_name', value: addon });
    }
  }
  return result;
}

/** A number in quotes is the text that it is asked to be. */
function isSame(before: HclValue | undefined, wanted: HclValue): boolean {
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

/** A value in a line of a summary. */
export function shownValue(value: HclValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
