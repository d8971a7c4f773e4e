import { KubernetesObject, objectKey } from '../fleet/types';
import { ObjectHistory } from './ObjectHistory';
import { ResourceDefinition, apiVersionOf } from './resources';
import { ObjectTest, fieldTest, labelTest } from './selectors';
import {
  badRequest,
  continueExpired,
  invalidListOption,
  listExpired,
  tooLargeResourceVersion,
} from './Status';

/** A place in a list: `rv` -1 goes on in the present instead of in a snapshot. */
interface ContinueToken {
  v: 'meta.k8s.io/v1';
  rv: number;
  /** The first key of the next page. */
  start: string;
}

/** Which objects a list or watch is about. */
export interface Selection {
  definition: ResourceDefinition;
  namespace?: string;
  /** From the path of a watch on one object. */
  name?: string;
  query: URLSearchParams;
}

/** Namespace, labels and fields as one test. */
export function selectionTest(selection: Selection): ObjectTest {
  const { namespace, name, query, definition } = selection;
  const tests: ObjectTest[] = [];
  if (namespace !== undefined) {
    tests.push(object => object.metadata.namespace === namespace);
  }
  if (name !== undefined) tests.push(object => object.metadata.name === name);
  const labels = query.get('labelSelector');
  if (labels) tests.push(labelTest(labels));
  const fields = query.get('fieldSelector');
  if (fields) tests.push(fieldTest(fields, definition));
  return object => tests.every(test => test(object));
}

/**
 * One page of a list as JSON text.
 *
 * Pages of one list share the snapshot of the first, however the cluster goes on.
 * @throws StatusError 400, 410 or 422 in the server's words
 */
export function listPage(history: ObjectHistory, selection: Selection): string {
  const { definition, namespace, query } = selection;
  const limit = numberOf(query, 'limit');
  const from = startOf(history, definition, query);
  const matches = selectionTest(selection);
  const items: KubernetesObject[] = [];
  // The watch cache answers version 0, and it does not know pages.
  const pageSize = query.get('resourceVersion') === '0' ? 0 : limit;
  let index = from.start ? firstAtOrAfter(from.objects, from.start) : 0;
  for (; index < from.objects.length; index++) {
    if (pageSize > 0 && items.length === pageSize) break;
    if (matches(from.objects[index])) items.push(from.objects[index]);
  }
  // What is left may match nothing: then the last page is empty, as with the real server.
  const left = from.objects
    .slice(index)
    .filter(object => !namespace || object.metadata.namespace === namespace);
  const isSelective = query.get('labelSelector') || query.get('fieldSelector');
  if (left.length > 0 && from.version === history.version()) {
    history.save(definition.plural);
  }
  return listText(definition, items, {
    resourceVersion: String(from.version),
    ...(left.length > 0 && {
      continue: encodeToken({
        v: 'meta.k8s.io/v1',
        rv: from.inconsistent ? -1 : from.version,
        start: objectKey(left[0]),
      }),
      ...(!isSelective && { remainingItemCount: left.length }),
    }),
  });
}

interface Start {
  objects: KubernetesObject[];
  version: number;
  start?: string;
  inconsistent?: boolean;
}

function startOf(
  history: ObjectHistory,
  { plural }: ResourceDefinition,
  query: URLSearchParams,
): Start {
  const token = query.get('continue');
  const match = query.get('resourceVersionMatch');
  const asked = query.get('resourceVersion') ?? '';
  if (query.has('sendInitialEvents')) {
    throw invalidListOption(
      'sendInitialEvents',
      'Forbidden: sendInitialEvents is forbidden for list',
    );
  }
  const present = {
    objects: history.current(plural),
    version: history.version(),
  };
  if (token) {
    if (match) {
      throw invalidListOption(
        'resourceVersionMatch',
        'Forbidden: resourceVersionMatch is forbidden when continue is provided',
      );
    }
    if (asked !== '' && asked !== '0') {
      throw badRequest(
        'specifying resource version is not allowed when using continue',
      );
    }
    const { rv, start } = decodeToken(token);
    if (rv === -1) return { ...present, start, inconsistent: true };
    const objects = history.at(plural, rv);
    if (!objects) {
      throw continueExpired(
        encodeToken({ v: 'meta.k8s.io/v1', rv: -1, start }),
      );
    }
    return { objects, version: rv, start };
  }
  if (match && asked === '') {
    throw invalidListOption(
      'resourceVersionMatch',
      'Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (match && !['Exact', 'NotOlderThan'].includes(match)) {
    throw invalidListOption(
      'resourceVersionMatch',
      `Unsupported value: "${match.slice(
        0,
        80,
      )}": supported values: "Exact", "NotOlderThan", ""`,
    );
  }
  const version = numberOf(query, 'resourceVersion');
  if (version > present.version) {
    throw tooLargeResourceVersion(version, present.version);
  }
  if (match === 'Exact') {
    const objects = history.at(plural, version);
    if (!objects) throw listExpired();
    return { objects, version };
  }
  return present;
}

/** Items of built-in kinds have no `apiVersion` and `kind` in a list, those of custom ones do. */
function listText(
  definition: ResourceDefinition,
  items: KubernetesObject[],
  metadata: Record<string, unknown>,
): string {
  const texts = items.map(item =>
    JSON.stringify(
      definition.custom
        ? item
        : { ...item, apiVersion: undefined, kind: undefined },
    ),
  );
  const head = {
    kind: `${definition.kind}List`,
    apiVersion: apiVersionOf(definition),
    metadata,
  };
  return `${JSON.stringify(head).slice(0, -1)},"items":[${texts.join(',')}]}\n`;
}

function firstAtOrAfter(objects: KubernetesObject[], key: string): number {
  const index = objects.findIndex(object => objectKey(object) >= key);
  return index < 0 ? objects.length : index;
}

function encodeToken(token: ContinueToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function decodeToken(text: string): ContinueToken {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof token.rv === 'number' && typeof token.start === 'string') {
      return token;
    }
  } catch {
    // said below
  }
  throw badRequest('continue key is not valid: encoded continue is not valid');
}

/** A query parameter that is a whole number; 0 where it is absent. */
export function numberOf(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null || text === '') return 0;
  if (!/^\d{1,19}$/.test(text)) {
    throw badRequest(
      `invalid ${
        name === 'resourceVersion' ? 'resource version' : name
      } "${text.slice(0, 80)}": strconv.ParseInt: parsing "${text.slice(
        0,
        80,
      )}": invalid syntax`,
    );
  }
  return Number(text);
}
