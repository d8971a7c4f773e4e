import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import {
  EXPIRES_ANNOTATION,
  formatWorkloadAnnotation,
  KUBERNETES_NAMESPACE_ANNOTATION,
  quoteValue,
  TOOL_ANNOTATION,
  ToolDefinition,
  ToolRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { stringify } from 'yaml';
import { sameOwner, setDeep } from '../entity/workloadEntity';
import { HclPath } from '../hcl';
import { FileChange } from '../plan/types';
import { SnapshotRepository } from '../snapshot/RepositorySnapshot';
import { textValue } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';

const PRODUCTION = ['prod', 'production'];

/** What the entity of a tool is made of. */
export interface ToolEntitySubject {
  request: ToolRequest;
  definition: ToolDefinition;
  repository: SnapshotRepository;
  branch: string;
  /** Folder of the unit. */
  unit: string;
  namespace?: string;
  /** Address that people open. */
  url?: string;
  /** Entity reference; `unknown` in the entity when undefined. */
  owner?: string;
  /** Entities that the tool depends on. */
  dependsOn: string[];
}

/** The catalog entity of a tool after the request. */
export interface ToolEntityPlan {
  file: FileChange;
  /** Attributes that change; undefined for a new entity. */
  changed?: string[];
  ref: string;
  owner?: string;
}

/**
 * Component's name: unique over the environments of a repository, and another
 * than that of a workload with the tool's name.
 */
export function toolEntityName(environment: string, tool: string): string {
  return `${environment}-tool-${tool}`;
}

/**
 * Makes the entity of a tool, or brings it up to date: of one that is there only
 * what the request says is touched.
 *
 * @throws ConflictError when the file describes something else
 */
export function planToolEntity(
  path: string,
  before: string | undefined,
  subject: ToolEntitySubject,
): ToolEntityPlan {
  const { request, owner } = subject;
  if (before === undefined) {
    return {
      file: { path, after: newEntity(subject) },
      ref: componentRef(toolEntityName(request.environment, request.tool)),
      owner,
    };
  }
  let document = YamlDocument.parse(before, { file: path });
  const kind = document.value(['kind']);
  const name = document.value(['metadata', 'name']);
  if (kind !== 'Component' || typeof name !== 'string') {
    throw new ConflictError(
      `${path} describes ${
        typeof kind === 'string' ? `a ${quoteValue(kind)}` : 'no entity'
      }, where the component of ${
        subject.definition.title
      } belongs. Move it to another file, or change mlPlatform.repositories[].layout.catalogEntity`,
    );
  }
  const changed: string[] = [];
  const bring = (place: HclPath, value: string, isSame?: boolean) => {
    if (isSame ?? document.value(place) === value) {
      return;
    }
    document = setDeep(document, place, value);
    changed.push(String(place[place.length - 1]));
  };
  for (const [key, value] of Object.entries(annotations(subject))) {
    bring(['metadata', 'annotations', key], value);
  }
  if (request.description !== undefined) {
    bring(['metadata', 'description'], request.description);
  }
  const presentOwner = document.value(['spec', 'owner']);
  if (
    owner !== undefined &&
    (request.owner !== undefined || presentOwner === undefined)
  ) {
    bring(['spec', 'owner'], owner, sameOwner(presentOwner, owner));
  }
  return {
    file: {
      path,
      before,
      after: changed.length > 0 ? document.toString() : before,
    },
    changed,
    ref: componentRef(
      name,
      textValue(document.value(['metadata', 'namespace'])),
    ),
    owner: textValue(document.value(['spec', 'owner'])) ?? owner,
  };
}

function newEntity(subject: ToolEntitySubject): string {
  const { request, definition, repository, branch, unit, url } = subject;
  const { environment, tool } = request;
  return stringify(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: toolEntityName(environment, tool),
        title: `${definition.title} (${environment})`,
        description: request.description ?? definition.description,
        annotations: {
          ...annotations(subject),
          'backstage.io/source-location': `url:${repository.webUrl}/tree/${branch}/${unit}/`,
        },
        ...(url ? { links: [{ url, title: definition.title }] } : {}),
      },
      spec: {
        type: 'ml-tool',
        lifecycle: PRODUCTION.includes(environment)
          ? 'production'
          : 'experimental',
        owner: subject.owner ?? 'unknown',
        ...(subject.dependsOn.length > 0
          ? { dependsOn: subject.dependsOn }
          : {}),
      },
    },
    { lineWidth: 0 },
  );
}

function annotations({
  request,
  repository,
  namespace,
}: ToolEntitySubject): Record<string, string> {
  const { environment, tool, expires } = request;
  return {
    [TOOL_ANNOTATION]: formatWorkloadAnnotation({
      repository: repository.id,
      environment,
      name: tool,
    }),
    ...(namespace ? { [KUBERNETES_NAMESPACE_ANNOTATION]: namespace } : {}),
    ...(expires ? { [EXPIRES_ANNOTATION]: expires } : {}),
  };
}

function componentRef(name: string, namespace: string = 'default'): string {
  return stringifyEntityRef({ kind: 'component', namespace, name });
}
