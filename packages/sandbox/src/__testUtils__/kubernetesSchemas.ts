import * as client from '@kubernetes/client-node';
import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import kuberay from '../kubernetes/__fixtures__/kuberay.json';

/** KubeRay has them after the release whose definitions are checked with. */
const NEWER_FIELDS = [
  'RayJob/status/jobStatusCheckFailureStartTime is unknown',
  'RayService/spec/suspend is unknown',
];

/** An object and the kind it should be. */
export interface Candidate {
  kind: string;
  object: unknown;
}

/** How the official client names what it knows of a kind. */
const MODELS: Record<string, string> = {
  Namespace: 'V1Namespace',
  Node: 'V1Node',
  Pod: 'V1Pod',
  PodTemplateSpec: 'V1PodTemplateSpec',
  DeviceClass: 'V1DeviceClass',
  ResourceClaim: 'ResourceV1ResourceClaim',
  ResourceSlice: 'V1ResourceSlice',
  Status: 'V1Status',
  APIGroupList: 'V1APIGroupList',
  APIResourceList: 'V1APIResourceList',
  SelfSubjectAccessReview: 'V1SelfSubjectAccessReview',
};

// The API server fills defaults in before it looks at what is required.
const ajv = new Ajv({ strict: false, allErrors: true, useDefaults: true });
addFormats(ajv);
const ray = new Map<string, ValidateFunction>(
  Object.entries(kuberay.schemas).map(([kind, schema]) => [
    kind,
    ajv.compile(schema),
  ]),
);

/**
 * What the published schemas do not allow, unknown fields among it; a list for each
 * candidate. Ray's kinds are held against KubeRay's definitions, NodePools against
 * Karpenter's, everything else and the templates of pods against Kubernetes' OpenAPI
 * and the fields that the official client knows.
 */
export function schemaProblems(candidates: Candidate[]): string[][] {
  const problems = candidates.map(({ kind, object }) =>
    kuberayProblems(kind, object),
  );
  const builtIn = candidates.flatMap((candidate, index) =>
    ray.has(candidate.kind)
      ? podTemplates(candidate.object).map(object => ({
          index,
          kind: 'PodTemplateSpec',
          object,
        }))
      : [{ index, ...candidate }],
  );
  const results = modelProblems(builtIn);
  builtIn.forEach(({ index, kind, object }, position) => {
    problems[index].push(
      ...results[position],
      ...(MODELS[kind] ? unknownFields(MODELS[kind], object, kind) : []),
    );
  });
  return problems;
}

function kuberayProblems(kind: string, object: unknown): string[] {
  const validate = ray.get(kind);
  if (!validate || validate(structuredClone(object))) return [];
  return (validate.errors ?? [])
    .map(({ instancePath, message, params }) =>
      params.additionalProperty
        ? `${kind}${instancePath}/${params.additionalProperty} is unknown`
        : `${instancePath} ${message}`,
    )
    .filter(problem => !NEWER_FIELDS.includes(problem));
}

function modelProblems(candidates: Candidate[]): string[][] {
  const output = execFileSync(
    process.execPath,
    [join(__dirname, 'validateModels.mjs')],
    {
      input: JSON.stringify(candidates),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(output);
}

/** The templates of pods that stand anywhere in a custom resource. */
function podTemplates(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['template', 'submitterPodTemplate'].includes(key)
      ? [inner]
      : podTemplates(inner),
  );
}

/** Once: looking each of them up in the module is slow. */
const models: Record<string, unknown> = { ...client };

interface Attribute {
  baseName: string;
  type: string;
}

/** Fields that the official client's models do not have: typing errors, mostly. */
function unknownFields(type: string, value: unknown, path: string): string[] {
  const list = /^(?:Array|Set)<(.+)>$/.exec(type)?.[1];
  if (list && Array.isArray(value)) {
    return value.flatMap((item, index) =>
      unknownFields(list, item, `${path}[${index}]`),
    );
  }
  const map = /^\{ \[key: string\]: (.+?);? \}$/.exec(type)?.[1];
  if (map && typeof value === 'object') {
    return Object.entries(value ?? {}).flatMap(([key, item]) =>
      unknownFields(map, item, `${path}.${key}`),
    );
  }
  const model = models[type] as
    | { getAttributeTypeMap?(): Attribute[] }
    | undefined;
  if (!model?.getAttributeTypeMap || typeof value !== 'object') return [];
  const attributes = new Map(
    model.getAttributeTypeMap().map(entry => [entry.baseName, entry.type]),
  );
  return Object.entries(value ?? {}).flatMap(([key, item]) => {
    const known = attributes.get(key);
    return known
      ? unknownFields(known, item, `${path}.${key}`)
      : [`${path}.${key} is unknown`];
  });
}
