import { Computed, ObjectValue, Value } from '../hcl';
import { Module, Variable } from '../modules';
import { Problem } from '../Problem';
import { normaliseType } from '../types';
import { Contract, ContractVariable } from './Contract';

/** A module against its contract: the same variables and outputs, with the same properties. */
export function checkContract(contract: Contract, module: Module): Problem[] {
  const { file } = contract;
  const problem = (message: string): Problem => ({ file, message });
  const name =
    contract.module === module.name
      ? []
      : [problem(`module is to be ${module.name}, not ${contract.module}`)];
  return [
    ...name,
    ...compareNames('variable', contract.variables, module.variables, problem),
    ...compareNames('output', contract.outputs, module.outputs, problem),
    ...contract.variables.flatMap(promised => {
      const variable = module.variables.find(
        candidate => candidate.name === promised.name,
      );
      return variable ? checkVariable(promised, variable, problem) : [];
    }),
    ...contract.outputs.flatMap(promised => {
      const output = module.outputs.find(
        candidate => candidate.name === promised.name,
      );
      return !output || output.sensitive === promised.sensitive
        ? []
        : [
            problem(
              `output ${promised.name}: sensitive is ${promised.sensitive} here and ${output.sensitive} in the module`,
            ),
          ];
    }),
  ];
}

/** Modules without a contract, and contracts without a module. */
export function compareContracts(
  contracts: ReadonlyMap<string, Contract>,
  modules: ReadonlyMap<string, Module>,
): Problem[] {
  return [
    ...[...modules.keys()]
      .filter(name => !contracts.has(name))
      .map(name => ({
        file: `modules/${name}`,
        message: `contracts/${name}.yaml is missing`,
      })),
    ...[...contracts]
      .filter(([name]) => !modules.has(name))
      .map(([name, { file }]) => ({
        file,
        message: `modules/${name} does not exist`,
      })),
  ];
}

function compareNames(
  what: string,
  promised: readonly { name: string }[],
  declared: readonly { name: string }[],
  problem: (message: string) => Problem,
): Problem[] {
  const has = (list: readonly { name: string }[], name: string) =>
    list.some(candidate => candidate.name === name);
  const twice = promised.filter(
    ({ name }, index) =>
      promised.findIndex(candidate => candidate.name === name) < index,
  );
  return [
    ...twice.map(({ name }) => problem(`${what} ${name} stands here twice`)),
    ...promised
      .filter(({ name }) => !has(declared, name))
      .map(({ name }) => problem(`the module has no ${what} ${name}`)),
    ...declared
      .filter(({ name }) => !has(promised, name))
      .map(({ name }) =>
        problem(`the module's ${what} ${name} is not in its contract`),
      ),
  ];
}

function checkVariable(
  promised: ContractVariable,
  variable: Variable,
  problem: (message: string) => Problem,
): Problem[] {
  const differs = (what: string, here: string, there: string) =>
    problem(
      `variable ${promised.name}: ${what} is ${here} here and ${there} in the module`,
    );
  const problems: Problem[] = [];
  const [here, there] = [promised.type, variable.type].map(normaliseType);
  if (here !== there) {
    problems.push(differs('type', here, there));
  }
  if (promised.sensitive !== variable.sensitive) {
    problems.push(
      differs('sensitive', `${promised.sensitive}`, `${variable.sensitive}`),
    );
  }
  if (promised.hasDefault === (promised.required === true)) {
    problems.push(
      problem(
        `variable ${promised.name} is to have either a default or required: true`,
      ),
    );
  } else if (promised.hasDefault !== (variable.default !== undefined)) {
    problems.push(
      differs(
        'required',
        `${!promised.hasDefault}`,
        `${variable.default === undefined}`,
      ),
    );
  } else if (variable.default !== undefined) {
    const defaults = [promised.default, plain(variable.default)].map(canonical);
    if (defaults[0] !== defaults[1]) {
      problems.push(differs('default', defaults[0], defaults[1]));
    }
  }
  return problems;
}

/** A value as YAML would have it. */
function plain(value: Value): unknown {
  if (value instanceof ObjectValue) {
    return Object.fromEntries(
      [...value.entries].map(([key, entry]) => [key, plain(entry.value)]),
    );
  }
  if (value instanceof Computed) {
    return value.source;
  }
  return Array.isArray(value) ? value.map(plain) : value;
}

/** JSON with keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}
