import {
  ToolDefinition,
  ToolDependency,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import { layoutPath } from '../environment/layoutPath';
import { toolFile } from './readTools';

/** Another unit that a tool needs, as far as the environment has it. */
export interface PlannedDependency {
  dependency: ToolDependency;
  /** File of the other unit. */
  file: string;
  isThere: boolean;
  /** Answers give all that it would. */
  isAnswered: boolean;
}

/** The units that a tool needs, in an environment. */
export async function planDependencies(options: {
  definition: ToolDefinition;
  environment: string;
  repository: Pick<RepositoryConfig, 'layout'>;
  readText(path: string): Promise<string | undefined>;
  /** Inputs of the module that answers give. */
  given: string[];
}): Promise<PlannedDependency[]> {
  const { definition, environment, repository, readText, given } = options;
  return Promise.all(
    definition.dependencies.map(async dependency => {
      const file = dependencyFile(dependency, environment, repository);
      const { wires } = dependency;
      return {
        dependency,
        file,
        isThere: (await readText(file)) !== undefined,
        isAnswered:
          wires.length > 0 &&
          wires.every(({ variable }) => given.includes(variable)),
      };
    }),
  );
}

function dependencyFile(
  { unit }: ToolDependency,
  environment: string,
  repository: Pick<RepositoryConfig, 'layout'>,
): string {
  const { layout } = repository;
  switch (unit) {
    case 'cluster':
      return layoutPath(layout.cluster, { environment });
    case 'network':
      return layoutPath(layout.network, { environment });
    default:
      return toolFile(repository, environment, unit);
  }
}

/** The way from one unit's folder to another's, as `config_path` has it. */
export function configPath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), posix.dirname(to));
  return path.startsWith('.') ? path : `./${path}`;
}
