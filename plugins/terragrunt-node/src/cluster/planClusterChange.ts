import { posix } from 'node:path';
import { FileChange } from '../plan/types';
import { YamlDocument } from '../yaml';
import { DeclaredCluster } from './DeclaredCluster';
import { editNodeGroups } from './editNodeGroups';
import { editVariables } from './editVariables';
import { requestedVariables } from './environmentVariables';
import { planControllerRoles } from './planControllerRoles';
import { ClusterSubject, PlannedCluster } from './PlannedCluster';
import { planNewEnvironment } from './planNewEnvironment';
import { planRay } from './planRay';
import { readDeclaredCluster } from './readDeclaredCluster';
import { unitPaths } from './unitPaths';
import { EKS_VARIABLES } from './units';
import { variableGroups } from './variableGroups';
import { vocabularyOf } from './vocabulary';
import { wireVariables } from './wireVariables';

/**
 * Other values for the cluster that an environment has. A new environment that
 * exists is this, too, so that asking again changes nothing, or makes the units
 * that are missing.
 */
export async function planClusterChange(
  subject: ClusterSubject,
  found: DeclaredCluster,
): Promise<PlannedCluster> {
  const { request, state, context, clusters } = subject;
  const { file } = found;
  const paths = unitPaths(context.repository, request.environment);
  const eks = await state.readText(paths.eks);
  const vocabulary = vocabularyOf(eks);
  const { facts } = state.environments.find(
    environment => environment.facts.name === found.environment,
  )!;

  const before = (await state.readText(file)) ?? '';
  const parsed = YamlDocument.parse(before, { file });
  const existing = readDeclaredCluster(facts, parsed, vocabulary);
  const hasRay = (await state.readText(paths.ray)) !== undefined;
  const { enable_ray: wantsRay, ...variables } = requestedVariables(request);
  const edit = editVariables(parsed, {
    ...variables,
    // Ray that is there needs no flag to say so.
    ...(wantsRay === undefined ||
    (wantsRay && hasRay && parsed.value(['enable_ray']) === undefined)
      ? {}
      : { enable_ray: wantsRay }),
  });
  const groups = request.nodeGroups
    ? editNodeGroups(edit.document, {
        ...variableGroups(edit.document, vocabulary),
        wanted: request.nodeGroups,
        keep: request.keep ?? [],
        ray: request.ray ?? true,
      })
    : { document: edit.document, changes: [], staying: [] };
  const changed = readDeclaredCluster(facts, groups.document, vocabulary);
  const changes = [...edit.changes, ...groups.changes];

  const missing = await missingUnits(subject, {
    isWanted: eks === undefined && request.intent === 'new-environment',
    clusterName: existing.clusterName,
    hasProfiles: clusters.some(
      ({ environment, accountId }) =>
        environment !== request.environment && accountId === found.accountId,
    ),
  });
  const keys = variablesOf(changes.map(({ key }) => key));
  const wiring = await readingUnit({
    eks,
    vpc: await state.readText(paths.vpc),
    path: paths.eks,
    keys,
    isOwn: vocabulary === 'own',
  });
  const ray = await planRay({
    isWanted: request.ray,
    paths,
    state,
    repository: context.repository,
    vocabulary,
    isFurther: false,
  });
  const files: FileChange[] = [
    { path: file, before, after: groups.document.toString() },
    ...missing,
    ...wiring.files,
    ...(vocabulary === 'registry'
      ? await planControllerRoles(request, paths, state)
      : []),
    ...ray.files.filter(({ path }) => missing.every(one => one.path !== path)),
  ];
  const added = files
    .filter(one => one.before === undefined)
    .map(({ path }) => posix.dirname(path));
  return {
    request,
    cluster: {
      ...changed,
      project: request.project ?? existing.project,
      region: request.region ?? existing.region,
      accountId: request.accountId ?? existing.accountId,
    },
    existing,
    vocabulary,
    files,
    units: [...new Set([posix.dirname(paths.eks), ...added])],
    changes,
    unread: wiring.unread.map(key => ({ key, unit: paths.eks })),
    staying: groups.staying,
    ...(eks === undefined && missing.length === 0
      ? { missingUnit: paths.eks }
      : {}),
    ...(ray.rayLeft ? { rayLeft: ray.rayLeft } : {}),
  };
}

/** The variables that changes are of: `node_groups.gpu.max_size` is of `node_groups`. */
function variablesOf(keys: string[]): string[] {
  return [
    ...new Set(
      keys.map(key =>
        key.startsWith('node group ') ? 'node_groups' : key.split('.')[0],
      ),
    ),
  ];
}

/** The cluster's unit, taught to read what it does not read yet. */
async function readingUnit(options: {
  eks: string | undefined;
  vpc: string | undefined;
  path: string;
  keys: string[];
  isOwn: boolean;
}): Promise<{ files: FileChange[]; unread: string[] }> {
  const { eks, vpc = '', path, keys, isOwn } = options;
  if (eks === undefined) {
    return { files: [], unread: [] };
  }
  const wanted = keys.filter(key => !new RegExp(`\\.${key}\\b`).test(vpc));
  if (isOwn) {
    const { text, unread } = wireVariables(path, eks, wanted);
    return {
      files: text === eks ? [] : [{ path, before: eks, after: text }],
      unread,
    };
  }
  // The flags of the controllers have units of their own there.
  return {
    files: [],
    unread: wanted.filter(
      key =>
        key in EKS_VARIABLES &&
        !key.startsWith('enable_') &&
        !new RegExp(`\\.${key}\\b`).test(eks),
    ),
  };
}

/** The units of a half-finished environment that is asked for again. */
async function missingUnits(
  { request, state, context }: ClusterSubject,
  options: {
    isWanted: boolean;
    clusterName: string | undefined;
    hasProfiles: boolean;
  },
): Promise<FileChange[]> {
  if (!options.isWanted) {
    return [];
  }
  const { files } = await planNewEnvironment({
    request,
    clusterName: options.clusterName ?? '',
    repository: context.repository,
    state,
    hasProfiles: options.hasProfiles,
  });
  const absent: FileChange[] = [];
  for (const each of files) {
    if ((await state.readText(each.path)) === undefined) {
      absent.push(each);
    }
  }
  return absent;
}
