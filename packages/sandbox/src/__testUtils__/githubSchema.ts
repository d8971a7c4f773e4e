import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';

interface Operation {
  path: string;
  pattern: RegExp;
  method: string;
  responses: Record<string, OpenApiResponse>;
}

interface OpenApiResponse {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
}

interface Description {
  paths: Record<
    string,
    Record<string, { responses: Record<string, OpenApiResponse> }>
  >;
  components: { responses: Record<string, OpenApiResponse> };
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);
// Formats of GitHub's own which ajv does not know.
for (const name of [
  'timestamp',
  'repo.nwo',
  'ssh-key',
  'ssh-key fingerprint',
]) {
  ajv.addFormat(name, true);
}
ajv.addFormat('uri', { validate: isUri });

let description: Description | undefined;
let operations: Operation[] | undefined;
const validators = new Map<string, ValidateFunction>();

/** Addresses hold `{templates}` at GitHub too, whatever the format says. */
function isUri(text: string): boolean {
  return URL.canParse(text.replace(/[{}]/g, ''));
}

function load(): Operation[] {
  if (operations) return operations;
  const file = require.resolve(
    '@octokit/openapi/generated/api.github.com.json',
  );
  const parsed = JSON.parse(readFileSync(file, 'utf8'));
  ajv.addSchema(withoutNullable(parsed) as object, 'github');
  description = parsed as Description;
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.responses)
      .map(([method, operation]) => ({
        path,
        pattern: pathPattern(path),
        method: method.toUpperCase(),
        responses: operation.responses,
      })),
  );
  // The path that says most comes first: `/commits/{ref}/status` before
  // `/commits/{ref}`, `/pulls/comments` before `/pulls/{pull_number}`.
  const weight = ({ path }: Operation) =>
    path.split('/').length * 10 - path.split('{').length;
  operations.sort((a, b) => weight(b) - weight(a));
  return operations;
}

/** These parameters may hold slashes. */
const LONG = ['path', 'ref', 'branch', 'basehead', 'tree_sha'];

function pathPattern(path: string): RegExp {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/\/\{path\}/, '(?:/.*)?')
    .replace(/\{([^}]+)\}/g, (_, name) =>
      LONG.includes(name) ? '(?:.+)' : '[^/]+',
    );
  return new RegExp(`^${source}$`);
}

/** OpenAPI 3.0 says `nullable`; JSON Schema wants the type `null`. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !['example', 'examples', 'x-github'].includes(name))
      .map(([name, inner]) => [name, withoutNullable(inner)]),
  );
  // A property may be called `nullable` or `discriminator` itself.
  if (copy.nullable !== true) return copy;
  const { nullable, ...rest } = copy;
  return { anyOf: [{ type: 'null' }, rest] };
}

export interface Exchange {
  method: string;
  /** Path after `/api/v3`, without the query. */
  path: string;
  status: number;
  body: unknown;
}

/**
 * What is wrong with an answer by GitHub's published description: an unknown
 * operation or status, or a body that does not fit. Empty when all is well.
 */
export function schemaProblems(exchange: Exchange): string[] {
  const { method, path, status, body } = exchange;
  const operation = load().find(
    candidate => candidate.method === method && candidate.pattern.test(path),
  );
  if (!operation) return [`${method} ${path}: no such operation`];
  const name = `${method} ${operation.path} ${status}`;
  const documented = operation.responses[String(status)];
  if (!documented) {
    // Every operation may answer these, documented or not.
    const common =
      status >= 500 || [400, 401, 403, 404, 409, 422, 429].includes(status);
    return common
      ? check(name, '#/components/schemas/basic-error', body)
      : [`${name}: not a documented status`];
  }
  const { response, pointer } = follow(documented, operation, status);
  const type = Object.keys(response.content ?? {}).find(key =>
    /json$/.test(key),
  );
  if (!type || !response.content?.[type].schema) {
    // Of some errors the description has only words.
    if (status >= 400) {
      return check(name, '#/components/schemas/basic-error', body);
    }
    return body === undefined ? [] : [`${name}: expected no body`];
  }
  if (status === 422 || status === 409 || status === 403) {
    // A documented error may be one of several shapes.
    return check(name, '#/components/schemas/basic-error', body);
  }
  const schema = `${pointer}/content/${escapePointer(type)}/schema`;
  return check(name, schema, body);
}

function follow(
  documented: OpenApiResponse,
  operation: Operation,
  status: number,
): { response: OpenApiResponse; pointer: string } {
  if (documented.$ref) {
    const key = documented.$ref.split('/').pop() ?? '';
    const response = description?.components.responses[key] ?? {};
    return { response, pointer: documented.$ref };
  }
  const path = escapePointer(operation.path);
  const method = operation.method.toLowerCase();
  const pointer = `#/paths/${path}/${method}/responses/${status}`;
  return { response: documented, pointer };
}

function escapePointer(text: string): string {
  return encodeURIComponent(text.replace(/~/g, '~0').replace(/\//g, '~1'));
}

function check(name: string, pointer: string, body: unknown): string[] {
  let validate = validators.get(pointer);
  if (!validate) {
    validate = ajv.compile({ $ref: `github${pointer}` });
    validators.set(pointer, validate);
  }
  if (validate(body)) return [];
  return (validate.errors ?? [])
    .slice(0, 8)
    .map(error => `${name}: ${error.instancePath} ${error.message}`);
}
