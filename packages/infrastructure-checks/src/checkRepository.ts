import { posix } from 'node:path';
import { Files } from './files';
import { checkFormat, isHcl } from './format';
import { readModules } from './modules';
import { Problem } from './Problem';
import { checkUnit, readUnits } from './units';

/** How much of a repository was looked at. */
export interface RepositoryCounts {
  units: number;
  inputs: number;
  /** Outputs of other units that units use. */
  outputs: number;
}

/** The units of a repository against the modules that it has, and their texts. */
export async function checkRepository(
  files: Files,
): Promise<{ problems: Problem[]; counts: RepositoryCounts }> {
  const problems: Problem[] = [];
  for (const [path, text] of files) {
    if (isHcl(path) && !path.startsWith('modules/')) {
      problems.push(...(await checkFormat(path, text)));
    }
  }
  const counts = { units: 0, inputs: 0, outputs: 0 };
  if (problems.some(({ message }) => message.includes('parser: '))) {
    return { problems, counts };
  }
  const modules = await readModules(files);
  const list = await readUnits(files);
  const units = new Map(list.map(unit => [posix.dirname(unit.file), unit]));
  counts.units = list.length;
  for (const unit of list) {
    problems.push(...checkUnit(unit, { modules, units }));
    counts.inputs += unit.inputs.entries.size;
    counts.outputs += unit.files
      .flatMap(file => file.references)
      .filter(({ steps }) => steps[0] === 'dependency').length;
  }
  return { problems: distinct(problems), counts };
}

/** What an included file has wrong is said once, not for each unit. */
function distinct(problems: Problem[]): Problem[] {
  const byLine = new Map(
    problems.map(problem => [JSON.stringify(problem), problem]),
  );
  return [...byLine.values()];
}
