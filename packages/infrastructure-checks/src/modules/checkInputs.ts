import { ObjectValue } from '../hcl';
import { Problem } from '../Problem';
import { matchType, parseType } from '../types';
import { Module } from './Module';

/**
 * Arguments of a module against its variables: unknown ones, missing ones, and
 * literals of another type.
 *
 * @param place - where the arguments stand, and what gives them, in words
 */
export function checkInputs(
  inputs: ObjectValue,
  module: Module,
  place: { file: string; line?: number; giver: string },
): Problem[] {
  const { file, giver } = place;
  const variables = new Map(
    module.variables.map(variable => [variable.name, variable]),
  );
  const given = [...inputs.entries].flatMap(([name, { value, line }]) => {
    const variable = variables.get(name);
    if (!variable) {
      return [
        {
          file,
          line,
          message: `${giver} gives ${name}, which modules/${module.name} has no variable for`,
        },
      ];
    }
    return matchType(value, parseType(variable.type), name).map(message => ({
      file,
      line,
      message: `${giver}: ${message}`,
    }));
  });
  const missing = inputs.open
    ? []
    : module.variables.filter(
        variable =>
          variable.default === undefined && !inputs.entries.has(variable.name),
      );
  return [
    ...given,
    ...missing.map(variable => ({
      file,
      line: place.line,
      message: `${giver} lacks ${variable.name}, which modules/${module.name} needs`,
    })),
  ];
}
