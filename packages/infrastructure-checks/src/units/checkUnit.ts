import { checkInputs, Module } from '../modules';
import { Problem } from '../Problem';
import { Dependency, Unit } from './Unit';

/** What a unit is checked against. */
export interface UnitContext {
  modules: ReadonlyMap<string, Module>;
  /** All units of the repository, by folder. */
  units: ReadonlyMap<string, Unit>;
}

/**
 * A unit against its module and the units it depends on: inputs against
 * variables, outputs used and mocked against outputs that exist, variables of
 * the environment against its file.
 */
export function checkUnit(unit: Unit, context: UnitContext): Problem[] {
  return [
    ...checkSource(unit, context),
    ...unit.dependencies.flatMap(dependency =>
      checkDependency(dependency, unit, context),
    ),
    ...checkOutputs(unit, context),
    ...checkVariables(unit),
  ];
}

function checkSource(unit: Unit, { modules }: UnitContext): Problem[] {
  if (unit.module === undefined) {
    return [];
  }
  const module = modules.get(unit.module);
  if (!module) {
    return [
      {
        file: unit.file,
        message: `its source is modules/${unit.module}, which does not exist`,
      },
    ];
  }
  const unreadable =
    unit.unreadableInputs === undefined
      ? []
      : [
          {
            file: unit.file,
            line: unit.inputsLine,
            message: `inputs are ${unit.unreadableInputs}, which tells no names`,
          },
        ];
  return [
    ...unreadable,
    ...checkInputs(unit.inputs, module, {
      file: unit.file,
      line: unit.inputsLine,
      giver: 'inputs',
    }),
  ];
}

function moduleOf(
  dependency: Dependency,
  { modules, units }: UnitContext,
): Module | undefined {
  const unit =
    dependency.folder === undefined ? undefined : units.get(dependency.folder);
  return unit?.module === undefined ? undefined : modules.get(unit.module);
}

function checkDependency(
  dependency: Dependency,
  unit: Unit,
  context: UnitContext,
): Problem[] {
  const { file, line, name, folder, mocks, optional } = dependency;
  const problem = (message: string) => [
    { file, line, message: `dependency "${name}" of ${unit.file}: ${message}` },
  ];
  if (folder === undefined) {
    return problem(
      'config_path is computed in a way that this check does not know',
    );
  }
  if (!context.units.has(folder)) {
    return optional ? [] : problem(`there is no unit ${folder}`);
  }
  const module = moduleOf(dependency, context);
  return [...(module && mocks ? mocks : [])]
    .filter(mock => !module?.outputs.some(output => output.name === mock))
    .flatMap(mock =>
      problem(
        `mock_outputs has ${mock}, which modules/${module?.name} has not`,
      ),
    );
}

/** A file's own block counts for what it says; a unit has those of the files it includes too. */
function findDependency(
  name: string,
  file: string,
  { dependencies }: Unit,
): Dependency | undefined {
  const named = dependencies.filter(dependency => dependency.name === name);
  return named.find(dependency => dependency.file === file) ?? named[0];
}

function checkOutputs(unit: Unit, context: UnitContext): Problem[] {
  return unit.files.flatMap(file =>
    file.references.flatMap(({ steps, line, guarded }) => {
      const [base, name, outputs, output] = steps;
      if (base !== 'dependency') {
        return [];
      }
      const problem = (message: string) => [
        { file: file.path, line, message: `${steps.join('.')}: ${message}` },
      ];
      const dependency = findDependency(name, file.path, unit);
      if (!dependency) {
        return problem(`${unit.file} has no dependency "${name}"`);
      }
      if (outputs !== 'outputs' || output === undefined || output === '*') {
        return [];
      }
      const module = moduleOf(dependency, context);
      if (module && !module.outputs.some(other => other.name === output)) {
        return problem(`modules/${module.name} has no output ${output}`);
      }
      return dependency.mocks && !dependency.mocks.has(output) && !guarded
        ? problem('mock_outputs does not have it, so that a plan would fail')
        : [];
    }),
  );
}

/** Keys of env.yaml that a unit reads outside of `try`. */
function checkVariables({ files, variables, variablesFile }: Unit): Problem[] {
  return files.flatMap(file =>
    file.references.flatMap(({ steps, line, guarded }) => {
      const key = variableRead(steps);
      return !variables || key === undefined || guarded || variables.has(key)
        ? []
        : [
            {
              file: file.path,
              line,
              message: `${steps.join('.')}: ${variablesFile} has no ${key}`,
            },
          ];
    }),
  );
}

/** `include.root.locals.env.<key>` and the usual short form `local.env.<key>`. */
function variableRead(steps: string[]): string | undefined {
  const path = steps.join('.');
  const match =
    /^(?:include\.\w+\.locals|local)\.env\.([A-Za-z_]\w*)(?:\.|$)/.exec(path);
  return match?.[1];
}
