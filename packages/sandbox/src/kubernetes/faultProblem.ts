type Check = 'text' | 'texts' | 'number' | readonly (string | number)[];

const RESOURCE = { resource: 'text' } as const;

/** Fields of each kind of fault, besides `cluster` and `times`. */
const FIELDS: Record<string, Record<string, Check>> = {
  'black-hole': {},
  throttle: { ...RESOURCE, retryAfterSeconds: 'number' },
  error: { ...RESOURCE, code: [500, 502, 503, 504] },
  slow: { ...RESOURCE, bytesPerSecond: 'number' },
  malformed: RESOURCE,
  'drop-watches': { ...RESOURCE, afterSeconds: 'number' },
  'silent-watches': RESOURCE,
  gone: { ...RESOURCE, at: ['list', 'watch-start', 'watch-stream'] },
  'watch-error': { ...RESOURCE, code: [429, 500, 504] },
  'expired-tokens': {},
  forbid: { ...RESOURCE, group: 'text', verbs: 'texts', namespace: 'text' },
  absent: { group: 'text' },
};

const REQUIRED: Record<string, string> = {
  gone: 'at',
  forbid: 'resource',
  absent: 'group',
};

/** What is wrong with a fault of a cluster that came over HTTP. */
export function faultProblem(body: unknown): string | undefined {
  const fault = (body ?? {}) as Record<string, unknown>;
  const kind = String(fault.kind);
  const fields = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined;
  if (!fields) {
    return `'kind' must be one of ${Object.keys(FIELDS).join(
      ', ',
    )}, not ${kind.slice(0, 80)}.`;
  }
  const required = REQUIRED[kind];
  if (required && fault[required] === undefined) {
    return `'${required}' is needed with kind ${kind}.`;
  }
  const known: Record<string, Check> = {
    kind: 'text',
    cluster: 'text',
    times: 'number',
    ...fields,
  };
  for (const [name, value] of Object.entries(fault)) {
    if (!Object.hasOwn(known, name)) {
      return `'${name.slice(
        0,
        80,
      )}' is no field of kind ${kind}: it has ${Object.keys(known).join(
        ', ',
      )}.`;
    }
    const problem = fieldProblem(known[name], value);
    if (problem) return `'${name}' ${problem}.`;
  }
  return undefined;
}

function fieldProblem(check: Check, value: unknown): string | undefined {
  if (check === 'text') {
    return typeof value === 'string' && value ? undefined : 'must be a text';
  }
  if (check === 'texts') {
    return Array.isArray(value) && value.every(one => typeof one === 'string')
      ? undefined
      : 'must be a list of texts';
  }
  if (check === 'number') {
    return typeof value === 'number' && value > 0
      ? undefined
      : 'must be a number above 0';
  }
  return check.some(one => one === value)
    ? undefined
    : `must be one of ${check.join(', ')}`;
}
