import { toError } from '@backstage/errors';
import {
  TOOL_IDS,
  ToolId,
  toolDefinition,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import { commonFolder, layoutPath } from '../environment/layoutPath';
import { HclDocument, HclExpression, HclValue } from '../hcl';
import { FileEncodingError, RepositorySnapshot } from '../snapshot';
import { isObject, textValue } from '../workload/attributeValues';
import { ToolUnit } from './DeclaredTool';

/** The file of the unit of a tool. */
export function toolFile(
  { layout }: Pick<RepositoryConfig, 'layout'>,
  environment: string,
  name: string,
): string {
  return layoutPath(layout.tools, { environment, name });
}

/**
 * The units at the place of the tools, of some environments. One that cannot be
 * read carries its problem; the others are read nevertheless.
 */
export async function readTools(
  snapshot: RepositorySnapshot,
  repository: RepositoryConfig,
  environments: string[],
): Promise<ToolUnit[]> {
  const files = await snapshot.list(commonFolder([repository.layout.tools]));
  const places = environments.flatMap(environment => {
    const matches = toolPattern(repository, environment);
    return files.flatMap(({ path }) => {
      const name = matches.exec(path)?.[1];
      return name === undefined ? [] : [{ environment, name, file: path }];
    });
  });
  const texts = await readEach(
    places.map(({ file }) => file),
    snapshot,
  );
  return places.map(place =>
    readTool(place, texts.get(place.file) ?? '', repository),
  );
}

/** Finds the name of a tool in the path of its unit. */
function toolPattern(
  { layout }: RepositoryConfig,
  environment: string,
): RegExp {
  const [first, ...others] = layoutPath(layout.tools, { environment })
    .split('{name}')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${first}([^/]+)${others.join('\\1')}$`);
}

/** One unit, whatever it says. */
export function readTool(
  place: { environment: string; name: string; file: string },
  text: string | Error,
  repository: Pick<RepositoryConfig, 'layout'>,
): ToolUnit {
  const unit: ToolUnit = {
    ...place,
    unit: posix.dirname(place.file),
    text: text instanceof Error ? '' : text,
    inputs: {},
  };
  if (text instanceof Error) {
    return { ...unit, problem: text.message };
  }
  try {
    const document = HclDocument.parse(text, { file: place.file });
    const inputs = document.value(['inputs']);
    unit.inputs = isObject(inputs) ? inputs : {};
    unit.source = sourceText(document.value(['terraform', 'source']));
    unit.module = unit.source && moduleOf(unit.source, repository);
  } catch (error) {
    return { ...unit, problem: toError(error).message };
  }
  const known = TOOL_IDS.find(id => toolDefinition(id).module === unit.module);
  return { ...unit, ...placeOf(unit, known) };
}

/** Where the tool runs and is reached; what the unit does not say is as its module has it. */
function placeOf(
  { inputs }: ToolUnit,
  tool: ToolId | undefined,
): Pick<ToolUnit, 'namespace' | 'domain' | 'path'> {
  const read = (variable: string) => {
    const value = inputs[variable];
    const otherwise =
      tool &&
      toolDefinition(tool).inputs.find(input => input.variable === variable)
        ?.otherwise;
    return value === undefined || value === null ? otherwise : textValue(value);
  };
  const path = read('domain_suffix');
  return {
    namespace: read('namespace'),
    domain: textValue(inputs.domain_name),
    // The description says the root in words.
    path: path?.includes(' ') ? '' : path,
  };
}

function sourceText(value: HclValue | undefined): string | undefined {
  return value instanceof HclExpression
    ? value.source.replace(/^"|"$/g, '')
    : textValue(value);
}

/** `.../modules//platform/mlflow?ref=v1` is the module `platform/mlflow`. */
function moduleOf(
  source: string,
  { layout }: Pick<RepositoryConfig, 'layout'>,
): string | undefined {
  const [before, after = ''] = layout.modules.split('{module}');
  if (source.startsWith(before) && source.endsWith(after)) {
    return source.slice(before.length, source.length - after.length);
  }
  const [path] = source.split('?');
  return TOOL_IDS.map(id => toolDefinition(id).module).find(module =>
    path.endsWith(`/${module}`),
  );
}

/** The texts of files; of one that is no UTF-8 its error. */
export async function readEach(
  paths: string[],
  snapshot: RepositorySnapshot,
): Promise<Map<string, string | Error>> {
  try {
    return await snapshot.readMany(paths);
  } catch (error) {
    if (!(error instanceof FileEncodingError)) {
      throw error;
    }
  }
  const texts = new Map<string, string | Error>();
  for (const path of paths) {
    try {
      texts.set(path, (await snapshot.readText(path)) ?? '');
    } catch (error) {
      if (!(error instanceof FileEncodingError)) {
        throw error;
      }
      texts.set(path, error);
    }
  }
  return texts;
}
