import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import {
  EXPIRES_ANNOTATION,
  formatWorkloadAnnotation,
  KUBERNETES_NAMESPACE_ANNOTATION,
  quoteValue,
  WORKLOAD_ANNOTATION,
  WorkloadRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { stringify } from 'yaml';
import { HclPath, HclValue } from '../hcl';
import { SnapshotRepository } from '../snapshot/RepositorySnapshot';
import { isObject, textValue } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';

const SOURCE_LOCATION_ANNOTATION = 'backstage.io/source-location';
const PRODUCTION = ['prod', 'production'];

/** What the entity of a workload is made of. */
export interface WorkloadEntitySubject {
  request: WorkloadRequest;
  repository: SnapshotRepository;
  branch: string;
  /** Folder of the file that declares the workload. */
  folder: string;
  /** Entity reference; `unknown` in the entity when undefined. */
  owner?: string;
  /** Entity reference of the cluster, where the repository describes it. */
  cluster?: string;
}

/**
 * Component's name: unique over the environments of a repository.
 *
 * @public
 */
export function workloadEntityName(environment: string, name: string): string {
  return `${environment}-${name}`;
}

/** The file of a workload that has no entity yet. */
export function newWorkloadEntity(subject: WorkloadEntitySubject): string {
  const { request, owner, cluster } = subject;
  const { environment, name } = request;
  return stringify(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: workloadEntityName(environment, name),
        title: `${name} (${environment})`,
        description:
          request.description ?? `ML workload ${name} in ${environment}`,
        annotations: {
          ...annotations(subject),
          [SOURCE_LOCATION_ANNOTATION]: sourceLocation(subject),
        },
      },
      spec: {
        type: 'ml-workload',
        lifecycle: PRODUCTION.includes(environment)
          ? 'production'
          : 'experimental',
        owner: owner ?? 'unknown',
        ...(cluster ? { dependsOn: [cluster] } : {}),
      },
    },
    { lineWidth: 0 },
  );
}

/**
 * The file of a workload that has an entity: only what the request says is
 * brought up to date. Title, lifecycle, tags, relations and whatever else people
 * wrote stay theirs; so do owner and description that the request does not name.
 *
 * @throws ConflictError when the file describes something else
 */
export function changedWorkloadEntity(
  file: string,
  text: string,
  subject: WorkloadEntitySubject & { ownerAsked: boolean },
): {
  text: string;
  changed: string[];
  entityName: string;
  namespace?: string;
  /** After the change. */
  presentOwner?: string;
} {
  const { request, owner, ownerAsked } = subject;
  let document = YamlDocument.parse(text, { file });
  const kind = document.value(['kind']);
  const entityName = document.value(['metadata', 'name']);
  if (kind !== 'Component' || typeof entityName !== 'string') {
    throw new ConflictError(
      `${file} describes ${
        typeof kind === 'string' ? `a ${quoteValue(kind)}` : 'no entity'
      }, where the component of workload ${
        request.name
      } belongs. Move it to another file, or change mlPlatform.repositories[].layout.catalogEntity`,
    );
  }
  const changed: string[] = [];
  const bring = (path: HclPath, value: string, isSame?: boolean) => {
    if (isSame ?? document.value(path) === value) {
      return;
    }
    document = setDeep(document, path, value);
    changed.push(path[path.length - 1] as string);
  };
  for (const [key, value] of Object.entries(annotations(subject))) {
    bring(['metadata', 'annotations', key], value);
  }
  if (request.description !== undefined) {
    bring(['metadata', 'description'], request.description);
  }
  const presentOwner = document.value(['spec', 'owner']);
  if (owner !== undefined && (ownerAsked || presentOwner === undefined)) {
    bring(['spec', 'owner'], owner, sameOwner(presentOwner, owner));
  }
  return {
    text: changed.length > 0 ? document.toString() : text,
    changed,
    entityName,
    namespace: textValue(document.value(['metadata', 'namespace'])),
    presentOwner: textValue(document.value(['spec', 'owner'])),
  };
}

function annotations({
  request,
  repository,
}: WorkloadEntitySubject): Record<string, string> {
  const { environment, name, namespace, expires } = request;
  return {
    [WORKLOAD_ANNOTATION]: formatWorkloadAnnotation({
      repository: repository.id,
      environment,
      name,
    }),
    [KUBERNETES_NAMESPACE_ANNOTATION]: namespace,
    ...(expires ? { [EXPIRES_ANNOTATION]: expires } : {}),
  };
}

function sourceLocation({
  repository,
  branch,
  folder,
}: WorkloadEntitySubject): string {
  return `url:${repository.webUrl}/tree/${branch}/${folder}/`;
}

/** Sets a value, making the maps above it that are missing. */
export function setDeep(
  document: YamlDocument,
  path: HclPath,
  value: HclValue,
): YamlDocument {
  const parent = path.slice(0, -1);
  if (parent.length === 0 || isObject(document.value(parent))) {
    return document.set(path, value);
  }
  return setDeep(document, parent, { [String(path[path.length - 1])]: value });
}

/** `ml-research` and `group:default/ml-research` are one owner. */
export function sameOwner(
  present: HclValue | undefined,
  owner: string,
): boolean {
  return (
    typeof present === 'string' &&
    canonicalOwner(present) === canonicalOwner(owner)
  );
}

function canonicalOwner(owner: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' }));
  } catch {
    return owner;
  }
}
