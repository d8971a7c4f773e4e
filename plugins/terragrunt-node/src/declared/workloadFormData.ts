import {
  KEEPABLE_ATTRIBUTES,
  WORKLOAD_ACCESS_KINDS,
} from '@ml-platform/plugin-ml-platform-common';
import { HclExpression, HclValue } from '../hcl';
import { RemovableEntry } from '../removal/removableEntries';
import {
  HclObject,
  isObject,
  isUnset,
  textValue,
} from '../workload/attributeValues';
import { expressionsIn } from '../workload/changeEntry';
import { readDeclaredWorkload } from '../workload/readDeclaredWorkload';
import { PresentValues, RepositoryThing, UnshownValue } from './DeclaredThing';

const FORM_ATTRIBUTES = [
  'name',
  'namespace',
  'service_account',
  ...KEEPABLE_ATTRIBUTES,
] as string[];

/** The form always has a value for these, so an expression cannot stay. */
const ASKED_FOR = ['namespace', 'service_account'];

/**
 * A workload's entry as the fields of its template. An attribute that an
 * expression makes is left out and named in `keep`, so that the change does not
 * touch it; what a list holds beside texts stays in the list in any case.
 */
export function workloadFormData(
  place: { repository: string; environment: string },
  { name, values, target, path }: RemovableEntry,
  thing: RepositoryThing,
): Pick<PresentValues, 'formData' | 'unshown'> {
  const workload = readDeclaredWorkload(name, values);
  const keep = KEEPABLE_ATTRIBUTES.filter(attribute =>
    isMadeByExpression(values[attribute]),
  );
  const isShown = (attribute: string) =>
    !(keep as string[]).includes(attribute);
  const { s3, dynamodb, rds } = workload.access;
  const sections = {
    s3: isShown('s3_access') ? s3 : undefined,
    dynamodb: isShown('dynamodb_access') ? dynamodb : undefined,
    rds: isShown('rds_access') ? rds : undefined,
  };
  const labels = values.namespace_labels;
  const formData = {
    ...place,
    name,
    namespace: workload.namespace,
    serviceAccount: workload.serviceAccount,
    createNamespace: workload.createNamespace,
    createServiceAccount: workload.createServiceAccount,
    ...(isObject(labels) && isShown('namespace_labels')
      ? { namespaceLabels: textsOf(labels) }
      : {}),
    access: WORKLOAD_ACCESS_KINDS.filter(kind => sections[kind]),
    s3Access: sections.s3,
    dynamodbAccess: sections.dynamodb,
    rdsAccess: sections.rds,
    owner: thing.owner,
    expires: thing.expires,
    ...(keep.length > 0 ? { keep } : {}),
  };
  return {
    formData: Object.fromEntries(
      Object.entries(formData).filter(([, value]) => value !== undefined),
    ),
    unshown: [
      ...expressionsIn(values, '').map(({ attribute, source, line }) => ({
        attribute,
        source,
        line,
        kept: !ASKED_FOR.includes(attribute),
      })),
      ...unknownAttributes(values).map(
        (attribute): UnshownValue => ({
          attribute,
          source: JSON.stringify(values[attribute]),
          line: target.document.location([...path, attribute])?.line,
          kept: true,
        }),
      ),
    ],
  };
}

/** Whether a value is an expression, or has one where the form has one value. */
function isMadeByExpression(value: HclValue | undefined): boolean {
  if (value instanceof HclExpression) {
    return true;
  }
  return (
    isObject(value) &&
    Object.values(value).some(
      item =>
        item instanceof HclExpression ||
        (Array.isArray(item) &&
          item.length > 0 &&
          item.every(element => element instanceof HclExpression)),
    )
  );
}

function unknownAttributes(values: HclObject): string[] {
  return Object.keys(values).filter(
    key =>
      !FORM_ATTRIBUTES.includes(key) &&
      !isUnset(values[key]) &&
      expressionsIn(values[key], key).length === 0,
  );
}

function textsOf(labels: HclObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => {
      const text = textValue(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
