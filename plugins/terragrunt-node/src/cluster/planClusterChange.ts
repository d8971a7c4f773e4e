import { posix } from 'node:path';
import { YamlDocument } from '../yaml';
import { DeclaredCluster } from './DeclaredCluster';
import { editVariables } from './editVariables';
import { requestedVariables } from './environmentVariables';
import { ClusterSubject, PlannedCluster } from './PlannedCluster';
import { unitPaths } from './planNewEnvironment';
import { readDeclaredCluster } from './readDeclaredCluster';

/** Variables that have an effect through the unit of the cluster only. */
const EKS_VARIABLES = [
  'kubernetes_version',
  'endpoint_public_access',
  'endpoint_public_access_cidrs',
  'enabled_log_types',
  'log_retention_days',
  'kms_key_arn',
  'node_groups',
  'addons',
];

/**
 * Other values for the cluster that an environment has. A new environment that
 * exists is this, too, so that asking again changes nothing.
 */
export async function planClusterChange(
  { request, state, context }: ClusterSubject,
  existing: DeclaredCluster,
): Promise<PlannedCluster> {
  const { file } = existing;
  const before = (await state.readText(file)) ?? '';
  const edit = editVariables(
    YamlDocument.parse(before, { file }),
    requestedVariables(request),
  );
  const after = edit.document.toString();
  const facts = state.environments.find(
    environment => environment.facts.name === existing.environment,
  )!.facts;
  const changed = readDeclaredCluster(facts, edit.document);
  const paths = unitPaths(context.repository, request.environment);
  const units = ((await state.readText(paths.vpc)) ?? '').concat(
    (await state.readText(paths.eks)) ?? '',
  );
  const isRead = (key: string) =>
    units === '' ||
    new RegExp(`\\.${key}\\b`).test(units) ||
    !EKS_VARIABLES.includes(key);
  return {
    request,
    cluster: {
      ...changed,
      project: request.project ?? existing.project,
      region: request.region ?? existing.region,
      accountId: request.accountId ?? existing.accountId,
    },
    existing,
    files: [{ path: file, before, after }],
    units: [posix.dirname(paths.eks)],
    changes: edit.changes,
    unread: edit.changes
      .filter(({ key }) => !isRead(key))
      .map(({ key }) => ({ key, unit: paths.eks })),
  };
}
