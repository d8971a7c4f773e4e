import {
  parseToolRequest,
  textsOf,
  ToolAnswer,
  ToolDefinition,
  toolDefinition,
  ToolInput,
  ToolRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { findClusterEntity } from '../entity/findClusterEntity';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { findEnvironment } from '../environment/findEnvironment';
import { layoutPath } from '../environment/layoutPath';
import { readEnvironmentFacts } from '../environment/readEnvironmentFacts';
import {
  readRepositoryState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { findFindings } from '../findings/findFindings';
import { HclValue } from '../hcl';
import { localModuleFolder, moduleSource } from '../modules/moduleSource';
import { PlanContext } from '../plan/PlanContext';
import { planDigest } from '../plan/planDigest';
import { ChangePlan } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { DeclaredTool, ToolUnit } from './DeclaredTool';
import { readEach, readTool, readTools, toolFile } from './readTools';
import { summarizeTool, toolTitle } from './summarizeTool';
import { planDependencies, PlannedDependency } from './toolDependencies';
import { planToolEntity, toolEntityName } from './toolEntity';
import { ToolRuleContext } from './ToolRule';
import { toolRuleSet } from './toolRuleSet';
import {
  changedToolUnit,
  newToolUnit,
  ToolUnitEdit,
  ToolUnitWish,
} from './toolUnit';

/**
 * What a tool request means for a repository at one commit: the tool's unit, its
 * entity, what apply makes of it, and what is missing first.
 *
 * A request that breaks a rule gives a plan with findings of severity `error`
 * and without files.
 *
 * @throws InputError when the request cannot be used, naming every bad field, or
 *   when the environment's variables have a syntax error
 * @throws NotFoundError when the environment is missing
 * @throws ConflictError when the entity's file describes something else
 * @public
 */
export async function planTool(
  request: ToolRequest,
  snapshot: RepositorySnapshot,
  context: PlanContext,
): Promise<ChangePlan> {
  const asked = parseToolRequest(request);
  const definition = toolDefinition(asked.tool);
  const { repository } = context;
  const { layout } = repository;
  const entityFile = layoutPath(layout.catalogEntity, {
    environment: asked.environment,
    kind: 'tool',
    name: asked.tool,
  });
  const state = await readRepositoryState(snapshot, repository, [entityFile]);
  findEnvironment(asked.environment, state, snapshot);
  // Read anew: what is wrong with the list of workloads does not matter here.
  const facts = await readEnvironmentFacts({
    name: asked.environment,
    repository,
    readText: state.readText,
  });
  const surroundings = await readSurroundings({
    asked,
    definition,
    facts,
    state,
    snapshot,
    context,
  });
  const { existing } = surroundings;
  const answers = answersOf(asked, definition, surroundings, facts);
  const file = toolFile(repository, asked.environment, asked.tool);
  const dependencies = await planDependencies({
    definition,
    environment: asked.environment,
    repository,
    readText: state.readText,
    given: Object.keys(answers).filter(name => answers[name] !== null),
  });
  const edit = editUnit(existing, {
    definition,
    file,
    source: moduleSource(layout, definition.module),
    dependencies,
    answers,
  });
  const after = readTool(
    { environment: asked.environment, name: asked.tool, file },
    edit.after,
    repository,
  );
  const owner =
    asked.owner ??
    context.requester?.ownerEntityRef ??
    context.requester?.userEntityRef;
  const url = addressOf(after);
  const entity = planToolEntity(entityFile, await state.readText(entityFile), {
    request: asked,
    definition,
    repository: snapshot.repository,
    branch: snapshot.branch,
    unit: posix.dirname(file),
    namespace: after.namespace,
    url,
    owner,
    dependsOn: await dependsOn(
      state,
      facts,
      dependencies,
      layout.catalogEntity,
    ),
  });

  const files = [
    {
      path: file,
      ...(existing ? { before: existing.text } : {}),
      after: edit.after,
    },
    entity.file,
  ].filter(({ before, after: text }) => before !== text);
  const findings = findFindings(toolRuleSet.rules, {
    request: asked,
    definition,
    environment: facts,
    file,
    existing,
    isChanged: edit.changes.length > 0,
    inputs: after.inputs,
    place: after,
    ...surroundings.seen,
    needs: dependencies.map(toNeed),
    replacedExpressions: edit.replacedExpressions,
    policy: context.policy,
  });
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const operation = operationOf(existing, files.length > 0);
  const plan = {
    kind: 'tool' as const,
    repository: snapshot.repository,
    environment: asked.environment,
    name: asked.tool,
    base: { branch: snapshot.branch, commit: snapshot.commit },
    operation,
    title: toolTitle(operation, definition, asked.environment),
    files: isRefused ? [] : files,
    findings,
    summary: summarizeTool({
      operation,
      request: asked,
      definition,
      environment: facts,
      file,
      unit: posix.dirname(file),
      inputs: after.inputs,
      dependencies,
      changes: edit.changes,
      entityChanges: entity.changed ?? [],
      entityFile,
      url,
      owner: entity.owner,
    }),
    access: [],
    entityRef: entity.ref,
  };
  return { ...plan, digest: planDigest(plan) };
}

/** What stands around a tool in its repository. */
interface Surroundings {
  existing?: ToolUnit;
  others: ToolUnit[];
  seen: Pick<
    ToolRuleContext,
    | 'others'
    | 'sameModule'
    | 'moduleFolder'
    | 'hasModule'
    | 'includes'
    | 'workloads'
    | 'environments'
  >;
}

async function readSurroundings(options: {
  asked: ToolRequest;
  definition: ToolDefinition;
  facts: EnvironmentFacts;
  state: RepositoryState;
  snapshot: RepositorySnapshot;
  context: PlanContext;
}): Promise<Surroundings> {
  const { asked, definition, facts, state, snapshot, context } = options;
  const { repository } = context;
  const tools = await readTools(
    snapshot,
    repository,
    state.environments.map(environment => environment.facts.name),
  );
  const isAsked = (tool: DeclaredTool) =>
    tool.environment === asked.environment && tool.name === asked.tool;
  const others = tools.filter(tool => !isAsked(tool));
  const moduleFolder = localModuleFolder(repository.layout, definition.module);
  const modulePrefix = `${moduleFolder}/`;
  const moduleFiles =
    moduleFolder === undefined ? [] : await snapshot.list(modulePrefix);
  const includes = await Promise.all(
    ['root.hcl', ...(definition.kubernetes ? ['kubernetes.hcl'] : [])].map(
      async file => ({
        file,
        isThere: (await snapshot.readText(file)) !== undefined,
      }),
    ),
  );
  return {
    existing: tools.find(isAsked),
    others,
    seen: {
      others,
      sameModule: await unitsWithModule(options, tools),
      moduleFolder,
      hasModule: moduleFiles.some(
        ({ path }) =>
          path.endsWith('.tf') &&
          !path.slice(modulePrefix.length).includes('/'),
      ),
      includes,
      workloads: state.environments.flatMap(({ entries }) =>
        entries.map(({ workload }) => workload),
      ),
      environments: [
        ...state.environments
          .filter(environment => environment.facts.name !== facts.name)
          .map(environment => environment.facts),
        facts,
      ],
    },
  };
}

/** Further units of the environment, wherever they stand, with the module of the tool. */
async function unitsWithModule(
  options: {
    asked: ToolRequest;
    definition: ToolDefinition;
    facts: EnvironmentFacts;
    state: RepositoryState;
    snapshot: RepositorySnapshot;
    context: PlanContext;
  },
  tools: ToolUnit[],
): Promise<string[]> {
  const { asked, definition, facts, state, snapshot, context } = options;
  const file = toolFile(context.repository, asked.environment, asked.tool);
  const folder = `${posix.dirname(facts.file)}/`;
  const known = tools.filter(
    tool => tool.environment === facts.name && tool.file !== file,
  );
  const paths = state.files
    .map(({ path }) => path)
    .filter(
      path =>
        path.startsWith(folder) &&
        path.endsWith('/terragrunt.hcl') &&
        path !== file &&
        !known.some(tool => tool.file === path),
    );
  const texts = await readEach(paths, snapshot);
  const elsewhere = [...texts].map(([path, text]) =>
    readTool(
      { environment: facts.name, name: posix.basename(path), file: path },
      text,
      context.repository,
    ),
  );
  return [...known, ...elsewhere]
    .filter(({ module }) => module === definition.module)
    .map(unit => unit.file);
}

/** Answers by variable. A new unit says what the tool's description begins with. */
function answersOf(
  { answers = {}, environment }: ToolRequest,
  { inputs }: ToolDefinition,
  { existing, others }: Surroundings,
  facts: EnvironmentFacts,
): ToolUnitWish['answers'] {
  const domain =
    facts.domain ??
    others.find(
      other => other.environment === environment && other.domain !== undefined,
    )?.domain;
  return Object.fromEntries(
    inputs.flatMap((input): [string, HclValue][] => {
      const { name, variable, initial } = input;
      const answer = answers[name];
      const isSet =
        existing?.inputs[variable] !== undefined &&
        existing.inputs[variable] !== null;
      if (variable === 'domain_name' && (answer === null || !answer)) {
        return isSet || domain === undefined ? [] : [[variable, domain]];
      }
      if (answer !== undefined) {
        return [[variable, answerValue(input, answer)]];
      }
      return initial === undefined || existing ? [] : [[variable, initial]];
    }),
  );
}

/** An answer as the module takes it. */
function answerValue({ type }: ToolInput, answer: ToolAnswer | null): HclValue {
  return type === 'lists' && answer !== null && typeof answer === 'object'
    ? Object.fromEntries(
        Object.entries(answer).map(([key, text]) => [key, textsOf(text)]),
      )
    : answer;
}

function editUnit(
  existing: ToolUnit | undefined,
  wish: ToolUnitWish,
): ToolUnitEdit {
  if (existing?.problem !== undefined || isForeign(existing, wish)) {
    // A finding says why it is left alone.
    return { after: existing!.text, changes: [], replacedExpressions: [] };
  }
  return existing
    ? changedToolUnit(existing.text, wish)
    : {
        after: newToolUnit(wish),
        changes: [{ attribute: wish.file, description: 'is added' }],
        replacedExpressions: [],
      };
}

function isForeign(
  existing: ToolUnit | undefined,
  { definition }: ToolUnitWish,
): boolean {
  return existing !== undefined && existing.module !== definition.module;
}

function toNeed({
  dependency,
  file,
  isThere,
  isAnswered,
}: PlannedDependency): ToolRuleContext['needs'][number] {
  const { what, unit, optional = false, without } = dependency;
  return { what, unit, file, optional, without, isThere, isAnswered };
}

/** Where people open the tool; undefined when it is not known or there is no page. */
function addressOf({ domain, path, inputs }: ToolUnit): string | undefined {
  if (domain === undefined || path === undefined) {
    return undefined;
  }
  const scheme =
    inputs.certificate_arn === undefined || inputs.certificate_arn === null
      ? 'http'
      : 'https';
  return `${scheme}://${domain}/${path}`;
}

/** The cluster's entity, and those of the tools that this one is joined with. */
async function dependsOn(
  state: RepositoryState,
  facts: EnvironmentFacts,
  dependencies: PlannedDependency[],
  catalogEntity: string,
): Promise<string[]> {
  const cluster = await findClusterEntity(state, facts, catalogEntity);
  const paths = new Set(state.files.map(({ path }) => path));
  const tools = dependencies
    .filter(({ isThere, dependency: { unit } }) => {
      const entity = layoutPath(catalogEntity, {
        environment: facts.name,
        kind: 'tool',
        name: unit,
      });
      return isThere && paths.has(entity);
    })
    .map(
      ({ dependency: { unit } }) =>
        `component:default/${toolEntityName(facts.name, unit)}`,
    );
  return [...(cluster ? [cluster] : []), ...tools];
}

function operationOf(
  existing: ToolUnit | undefined,
  isChanged: boolean,
): ChangePlan['operation'] {
  if (!existing) {
    return 'create';
  }
  return isChanged ? 'change' : 'none';
}
