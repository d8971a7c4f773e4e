import {
  RemovalRequest,
  ToolDefinition,
  toolDefinitions,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { RepositorySnapshot } from '../snapshot';
import { DeclaredTool } from '../tool/DeclaredTool';
import { readTools, toolFile } from '../tool/readTools';
import { planEntityRemoval } from './planEntityRemoval';
import { withDependents } from './planPlaceRemoval';
import type { PlannedRemoval } from './planRemoval';
import { readUnits } from './unitDependencies';

/**
 * A tool of the platform: the folder of its unit with its entity, and the units
 * that need it, which go first.
 */
export async function planToolRemoval(options: {
  request: RemovalRequest;
  environment: EnvironmentState;
  state: RepositoryState;
  snapshot: RepositorySnapshot;
  repository: RepositoryConfig;
}): Promise<PlannedRemoval> {
  const { request, environment, snapshot, repository } = options;
  const file = toolFile(repository, environment.facts.name, request.name);
  const folder = posix.dirname(file);
  const [tools, units, entity, files] = await Promise.all([
    readTools(snapshot, repository, [environment.facts.name]),
    readUnits(options),
    planEntityRemoval(options),
    snapshot.list(`${folder}/`),
  ]);
  const tool = tools.find(({ name }) => name === request.name);
  const texts = await snapshot.readMany(
    tool ? files.map(({ path }) => path) : [],
  );
  const needing = withDependents(folder, units).filter(unit => unit !== folder);
  return {
    context: {
      request,
      environment: environment.facts,
      file,
      found: tool ? [{ file }] : [],
      names: tools.map(({ name }) => name).sort(),
      opaque: [],
      neighbours: [],
      dependents: [],
      references: tool ? entity.references : [],
      sharedWith: [],
      entityRef: entity.ref,
      foreignEntityFile: tool ? entity.foreignFile : undefined,
      first: tool ? needing.map(unit => unitName(unit, tools)) : [],
      tool: tool && definitionOf(tool),
    },
    files: [
      ...[...texts].map(([path, before]) => ({ path, before })),
      ...entity.files,
    ],
    unit: folder,
  };
}

/** A unit that is a tool is removed by its form, another by hand. */
function unitName(unit: string, tools: DeclaredTool[]): string {
  const tool = tools.find(one => one.unit === unit);
  return tool ? `tool ${tool.name}` : `unit ${unit}`;
}

/** What is known of the tool; nothing when its unit is of another module. */
function definitionOf({ module }: DeclaredTool): ToolDefinition | undefined {
  return toolDefinitions.find(definition => definition.module === module);
}
