import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { HclValue } from '../hcl';
import { isObject } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';

/** One entity of a file that may hold several, with its text. */
export interface EntityDocument {
  file: string;
  /** Position among the file's documents. */
  index: number;
  /** `component:default/dev-mlflow`; undefined for what is no entity. */
  ref?: string;
  annotations: Record<string, string>;
  owner?: string;
  title?: string;
  /** References in the spec to other entities, canonical, with their field. */
  relations: { field: string; ref: string }[];
}

// A line that begins so ends a document, whatever stands around it.
const SEPARATOR = /^(?=---(?:\s|$))/m;

/** The entities of a file. What cannot be read is an entity without a name. */
export function readEntityDocuments(
  file: string,
  text: string,
): EntityDocument[] {
  return text
    .split(SEPARATOR)
    .map((part, index) => readDocument(file, part, index));
}

/**
 * The file without one of its documents, to the byte; undefined when nothing but
 * comments would be left.
 */
export function withoutDocument(
  text: string,
  index: number,
): string | undefined {
  const parts = text.split(SEPARATOR).filter((_, place) => place !== index);
  const isEmpty = parts.every(part =>
    part
      .split(/\r?\n/)
      .every(line => /^\s*(#.*)?$|^---\s*(#.*)?$|^\ufeff$/.test(line)),
  );
  return isEmpty ? undefined : parts.join('');
}

function readDocument(
  file: string,
  text: string,
  index: number,
): EntityDocument {
  const entity: EntityDocument = {
    file,
    index,
    annotations: {},
    relations: [],
  };
  let document: YamlDocument;
  try {
    document = YamlDocument.parse(text, { file });
  } catch {
    // A broken entity file is not this change's business.
    return entity;
  }
  const read = (path: string[]) => {
    const value = document.value(path);
    return typeof value === 'string' ? value : undefined;
  };
  const kind = read(['kind']);
  const name = read(['metadata', 'name']);
  if (kind && name) {
    const namespace = read(['metadata', 'namespace']) ?? 'default';
    entity.ref = stringifyEntityRef({ kind, namespace, name });
  }
  const annotations = document.value(['metadata', 'annotations']);
  if (isObject(annotations)) {
    for (const [key, value] of Object.entries(annotations)) {
      if (typeof value === 'string') {
        entity.annotations[key] = value;
      }
    }
  }
  entity.title = read(['metadata', 'title']);
  entity.owner = read(['spec', 'owner']);
  entity.relations = relationsOf(document.value(['spec']));
  return entity;
}

function relationsOf(
  spec: HclValue | undefined,
): { field: string; ref: string }[] {
  if (!isObject(spec)) {
    return [];
  }
  return Object.entries(spec).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item): item is string => typeof item === 'string')
      .flatMap(item => {
        const ref = canonicalRef(item, field);
        return ref ? [{ field, ref }] : [];
      }),
  );
}

function canonicalRef(text: string, field: string): string | undefined {
  if (!text.includes(':') && field !== 'subcomponentOf') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind: 'component' }),
    );
  } catch {
    return undefined;
  }
}
