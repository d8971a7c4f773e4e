import {
  environmentNameRule,
  nameProblem,
  quoteValue,
} from '@ml-platform/plugin-ml-platform-common';
import { InputError, toError } from '@backstage/errors';
import { RepositoryConfig } from '../config';
import { EditTarget, followAttribute } from '../follow';
import {
  formatHclPath,
  HclDocument,
  HclExpression,
  HclPath,
  loadHclParser,
  UnfollowableExpressionError,
} from '../hcl';
import { RepositorySnapshot, SnapshotFile } from '../snapshot';
import { readWorkloadList, WorkloadEntry } from '../workload/readWorkloadList';
import { OpaqueWorkload } from '../workload/DeclaredWorkload';
import { textValue } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';
import { rememberReads } from './rememberReads';
import { EnvironmentFacts } from './EnvironmentFacts';
import { commonFolder, layoutPath, nameInGlob } from './layoutPath';
import { environmentFiles, readEnvironmentFacts } from './readEnvironmentFacts';

/** An environment with what could be read of it. */
export interface EnvironmentState {
  facts: EnvironmentFacts;
  workloadsFile: string;
  hasWorkloadsFile: boolean;
  /** The literals that the list is made of; empty when the attribute is missing. */
  targets: EditTarget[];
  entries: WorkloadEntry[];
  opaque: OpaqueWorkload[];
  /** Host and path of the OIDC issuer, where the unit states it beside the list. */
  issuer?: string;
  /** Why the variables or the list could not be read. */
  error?: Error;
}

/** A repository's environments at one commit. */
export interface RepositoryState {
  environments: EnvironmentState[];
  files: SnapshotFile[];
  /** Texts read so far, and those read on demand. */
  readText(path: string): Promise<string | undefined>;
}

// A plan looks at all environments, of which few change from one to the next.
const remembered = rememberReads<EnvironmentState>(2_000);

/**
 * Reads all environments: one listing, one read of all variables and lists
 * together, and one further file for each list that stands in another one. A
 * broken environment carries its error; the others are read nevertheless.
 *
 * @param alsoRead - paths that will be asked for, to be read along; one with
 *   `{environment}` stands for that of every environment
 */
export async function readRepositoryState(
  snapshot: RepositorySnapshot,
  repository: RepositoryConfig,
  alsoRead: string[] = [],
): Promise<RepositoryState> {
  await loadHclParser();
  const { layout } = repository;
  const folder = commonFolder([
    layout.environments,
    layout.environmentFile,
    layout.workloads.file,
    layout.catalogEntity,
  ]);
  const files = await snapshot.list(folder);
  const names = files
    .map(file => nameInGlob(layout.environments, file.path))
    .filter((name): name is string => name !== undefined);
  const wanted = names.flatMap(environment => [
    ...environmentFiles(repository, environment),
    layoutPath(layout.workloads.file, { environment }),
    ...alsoRead.map(path => layoutPath(path, { environment })),
  ]);
  const readText = await cachedReader(snapshot, {
    folder,
    listed: pathsOf(files),
    wanted: [...wanted, ...alsoRead],
  });
  const place = keyOf(repository);
  const environments = await Promise.all(
    names
      .sort()
      .map(name =>
        remembered(`${place} ${name}`, readText, read =>
          readEnvironment(name, repository, read),
        ),
      ),
  );
  return { environments, files, readText };
}

const paths = new WeakMap<object, Set<string>>();

/** The paths of a list of files, which plans of one commit share. */
function pathsOf(files: { path: string }[]): Set<string> {
  const known = paths.get(files) ?? new Set(files.map(({ path }) => path));
  paths.set(files, known);
  return known;
}

function keyOf(repository: RepositoryConfig): string {
  const { host, owner, name, layout, environmentKeys } = repository;
  return JSON.stringify([host, owner, name, layout, environmentKeys]);
}

type ReadText = (path: string) => Promise<string | undefined>;

/**
 * One file that is not UTF-8 must not hide the others, so when reading them
 * together fails each is read for itself, where its error belongs.
 */
async function cachedReader(
  snapshot: RepositorySnapshot,
  options: { folder: string; listed: Set<string>; wanted: string[] },
): Promise<ReadText> {
  const { folder, listed, wanted } = options;
  const isThere = (path: string) =>
    listed.has(path) || !path.startsWith(folder);
  const cache = new Map<string, Promise<string | undefined>>();
  try {
    const texts = await snapshot.readMany([...new Set(wanted.filter(isThere))]);
    for (const [path, text] of texts) {
      cache.set(path, Promise.resolve(text));
    }
  } catch (error) {
    rethrowUnlessAboutFiles(error);
  }
  return async path => {
    if (!isThere(path)) {
      return undefined;
    }
    const known = cache.get(path) ?? snapshot.readText(path);
    cache.set(path, known);
    return known;
  };
}

async function readEnvironment(
  name: string,
  repository: RepositoryConfig,
  readText: ReadText,
): Promise<EnvironmentState> {
  const { layout } = repository;
  const file = layoutPath(layout.environmentFile, { environment: name });
  const workloadsFile = layoutPath(layout.workloads.file, {
    environment: name,
  });
  const state: EnvironmentState = {
    facts: { name, file, label: name },
    workloadsFile,
    hasWorkloadsFile: false,
    targets: [],
    entries: [],
    opaque: [],
  };
  try {
    const problem = nameProblem(environmentNameRule, name);
    if (problem) {
      throw new InputError(`Environment ${quoteValue(name)} ${problem}`);
    }
    state.hasWorkloadsFile = (await readText(workloadsFile)) !== undefined;
    state.facts = await readEnvironmentFacts({ name, repository, readText });
    const attribute = layout.workloads.attribute.split('.');
    state.targets = await findTargets(workloadsFile, attribute, readText);
    Object.assign(state, readWorkloadList(name, state.targets));
    const beside = await readBeside(workloadsFile, attribute, state, readText);
    state.issuer = beside('oidc_issuer_url')?.replace(/^https:\/\//, '');
    state.facts.label = beside('environment') ?? state.facts.label;
  } catch (error) {
    rethrowUnlessAboutFiles(error);
    state.error = toError(error);
  }
  return state;
}

/**
 * The values beside the list: the module names its roles by its own
 * `environment`, and trusts its own `oidc_issuer_url`.
 */
async function readBeside(
  file: string,
  attribute: HclPath,
  { targets }: EnvironmentState,
  readText: ReadText,
): Promise<(name: string) => string | undefined> {
  const text = await readText(file);
  const known = targets.find(target => target.file === file)?.document;
  const document =
    known ?? (text === undefined ? undefined : parseDocument(file, text));
  return name => textValue(document?.value([...attribute.slice(0, -1), name]));
}

async function findTargets(
  file: string,
  attribute: HclPath,
  readText: ReadText,
): Promise<EditTarget[]> {
  const text = await readText(file);
  if (text === undefined) {
    return [];
  }
  try {
    return await followAttribute({ readText, file, attribute });
  } catch (error) {
    if (toError(error).name !== 'NotFoundError') {
      throw error;
    }
    refuseHiddenParent(file, text, attribute);
    return [];
  }
}

/**
 * A missing attribute can be added to a literal, not to what an expression
 * makes.
 */
function refuseHiddenParent(
  file: string,
  text: string,
  attribute: HclPath,
): void {
  const document = parseDocument(file, text);
  for (let length = attribute.length - 1; length > 0; length -= 1) {
    const value = document.value(attribute.slice(0, length));
    if (value instanceof HclExpression) {
      throw new UnfollowableExpressionError(
        file,
        value.line,
        value.source,
        `It has no ${formatHclPath(
          attribute.slice(length),
        )}. Write ${formatHclPath(
          attribute,
        )} = [] as a literal, or name its place in mlPlatform.repositories[].layout.workloads`,
      );
    }
  }
}

/** A file as a document, by the ending of its name. */
export function parseDocument(
  file: string,
  text: string,
): HclDocument | YamlDocument {
  return /\.ya?ml$/.test(file)
    ? YamlDocument.parse(text, { file })
    : HclDocument.parse(text, { file });
}

/** Everything but an error about a file's content ends the whole reading. */
function rethrowUnlessAboutFiles(error: unknown): void {
  if (toError(error).name !== 'InputError') {
    throw error;
  }
}
