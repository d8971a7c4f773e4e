import { KubernetesObject } from '../fleet/types';
import { ResourceDefinition } from './resources';
import { badRequest } from './Status';

/** Whether an object is one of those that were asked for. */
export type ObjectTest = (object: KubernetesObject) => boolean;

const LABEL_NAME = /^([a-z0-9.-]+\/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/;
const SET_BASED = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/;
const EQUALITY = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/;

/** Rules: Kubernetes, "Labels and Selectors": equality- and set-based, joined by commas. */
export function labelTest(selector: string): ObjectTest {
  const tests = splitOutsideBrackets(selector).map(part =>
    requirement(part.trim()),
  );
  return object => {
    const labels = object.metadata.labels ?? {};
    return tests.every(test => test(labels));
  };
}

function requirement(
  text: string,
): (labels: Record<string, string>) => boolean {
  const set = SET_BASED.exec(text);
  if (set) {
    const key = labelKey(set[1], text);
    const values = set[3].split(',').map(value => value.trim());
    return set[2] === 'in'
      ? labels => key in labels && values.includes(labels[key])
      : labels => !(key in labels) || !values.includes(labels[key]);
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const key = labelKey(equality[1], text);
    const value = equality[3];
    return equality[2] === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  if (text.startsWith('!')) {
    const absent = labelKey(text.slice(1).trim(), text);
    return labels => !(absent in labels);
  }
  const present = labelKey(text, text);
  return labels => present in labels;
}

function labelKey(key: string, text: string): string {
  if (LABEL_NAME.test(key)) return key;
  throw badRequest(
    `unable to parse requirement: found '${text.slice(
      0,
      80,
    )}', expected: identifier`,
  );
}

function splitOutsideBrackets(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/).filter(part => part.trim() !== '');
}

/**
 * `spec.nodeName=x,status.phase!=Failed`: only of the fields that the kind offers.
 *
 * @throws StatusError 400 as the server says it of other fields
 */
export function fieldTest(
  selector: string,
  definition: ResourceDefinition,
): ObjectTest {
  const known = new Set([
    'metadata.name',
    ...(definition.namespaced ? ['metadata.namespace'] : []),
    ...definition.selectableFields,
  ]);
  const tests = selector
    .split(',')
    .filter(part => part !== '')
    .map(part => {
      const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(part);
      if (!match) {
        throw badRequest(
          `invalid selector: '${part.slice(
            0,
            80,
          )}'; can't understand '${part.slice(0, 80)}'`,
        );
      }
      const [, field, operator, value] = match;
      if (!known.has(field)) {
        throw badRequest(
          `Unable to find "${definition.group}/${
            definition.version
          }, Resource=${
            definition.plural
          }" that match label selector "", field selector "${selector.slice(
            0,
            200,
          )}": field label not supported: ${field}`,
        );
      }
      const path = field.split('.');
      const wanted = operator !== '!=';
      return (object: KubernetesObject) =>
        (textAt(object, path) === value) === wanted;
    });
  return object => tests.every(test => test(object));
}

/** Absent fields are empty text, or `false` where a boolean is meant. */
function textAt(object: KubernetesObject, path: string[]): string {
  let value: unknown = object;
  for (const key of path) {
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  const last = path[path.length - 1];
  if (value === undefined && ['unschedulable', 'hostNetwork'].includes(last)) {
    return 'false';
  }
  return value === undefined ? '' : String(value);
}
