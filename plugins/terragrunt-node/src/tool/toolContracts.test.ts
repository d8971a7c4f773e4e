import {
  toolDefinition,
  toolDefinitions,
  ToolInput,
} from '@ml-platform/plugin-ml-platform-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const CONTRACTS = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/contracts',
);

interface Contract {
  variables: {
    name: string;
    type: string;
    required?: boolean;
    default?: unknown;
    sensitive?: boolean;
  }[];
  outputs: { name: string }[];
}

function contract(module: string): Contract {
  return parse(readFileSync(resolve(CONTRACTS, `${module}.yaml`), 'utf8'));
}

const TYPES: Record<ToolInput['type'], RegExp> = {
  text: /^string$/,
  number: /^number$/,
  flag: /^bool$/,
  texts: /^(list|set)\(string\)$/,
  map: /^map\(string\)$/,
  lists: /^map\(list\(string\)\)$/,
};

describe('toolDefinitions and the contracts of the modules', () => {
  describe.each(toolDefinitions.map(tool => [tool.id, tool] as const))(
    '%s',
    (_, tool) => {
      const { variables } = contract(tool.module);
      const find = (name: string) =>
        variables.find(variable => variable.name === name);

      it('asks about variables of its module, and never about a secret value', () => {
        for (const { variable, type, secret } of tool.inputs) {
          const found = find(variable);
          expect([variable, found?.type.replace(/\s+/g, '')]).toEqual([
            variable,
            expect.stringMatching(TYPES[type]),
          ]);
          expect(found?.sensitive ?? false).toBe(false);
          expect(variable.endsWith('_secret_name')).toBe(secret !== undefined);
        }
      });

      it('gives every variable that its module requires', () => {
        const given = [
          ...tool.inputs
            .filter(({ required }) => required)
            .map(({ variable }) => variable),
          ...Object.keys(tool.environment),
          ...tool.dependencies
            .filter(({ optional }) => !optional)
            .flatMap(({ wires }) => wires.map(({ variable }) => variable)),
        ];
        const required = variables
          .filter(variable => variable.required)
          .map(({ name }) => name);
        expect(required.filter(name => !given.includes(name))).toEqual([]);
        expect(given.filter(name => !find(name))).toEqual([]);
      });

      it('wires outputs that the other modules have, with mocks of their form', () => {
        for (const { unit, wires, mocks } of tool.dependencies) {
          const modules = { cluster: 'aws/eks', network: 'aws/vpc' };
          const module =
            unit === 'cluster' || unit === 'network'
              ? modules[unit]
              : toolDefinition(unit).module;
          const outputs = contract(module).outputs.map(({ name }) => name);
          for (const { variable, output } of wires) {
            expect(find(variable)).toBeDefined();
            expect(outputs).toContain(output);
            expect(Array.isArray(mocks[output])).toBe(
              find(variable)!.type.startsWith('list'),
            );
          }
          expect(
            Object.keys(mocks).filter(name => !outputs.includes(name)),
          ).toEqual([]);
        }
      });

      it('says what is by default as the module has it', () => {
        const literal = tool.inputs
          .filter(({ variable, otherwise }) => {
            const value = find(variable)?.default;
            return (
              otherwise !== undefined &&
              /^[\w.-]+$/.test(otherwise) &&
              typeof value !== 'boolean' &&
              value !== null &&
              value !== undefined &&
              !Array.isArray(value) &&
              typeof value !== 'object' &&
              value !== ''
            );
          })
          .map(({ variable, otherwise }) => [variable, otherwise]);
        expect(literal).toEqual(
          literal.map(([variable]) => [
            variable,
            String(find(variable!)!.default),
          ]),
        );
      });
    },
  );
});
