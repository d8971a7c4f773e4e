import { posix } from 'node:path';
import { attributeOf, ObjectValue } from '../hcl';
import { Problem } from '../Problem';
import { checkInputs } from './checkInputs';
import { Module } from './Module';

const META = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);

/** The modules that a module calls by path: arguments against variables, outputs used against outputs. */
export function checkCalls(
  module: Module,
  modules: ReadonlyMap<string, Module>,
): Problem[] {
  const targets = new Map<string, Module>();
  const problems = module.calls.flatMap(call => {
    const [label] = call.labels;
    const source = attributeOf(call.body, 'source')?.value;
    const place = { file: call.file, line: call.line };
    if (typeof source !== 'string' || !/^\.\.?\//.test(source)) {
      return [
        {
          ...place,
          message: `module "${label}" comes from elsewhere; modules here call their own only`,
        },
      ];
    }
    const name = posix.join(module.name, source).replace(/\/$/, '');
    const target = modules.get(name);
    if (!target) {
      return [{ ...place, message: `modules/${name} does not exist` }];
    }
    targets.set(label, target);
    const inputs = new ObjectValue(
      new Map(
        call.body.attributes
          .filter(attribute => !META.has(attribute.name))
          .map(({ name: key, value, line }) => [key, { value, line }]),
      ),
      false,
    );
    return checkInputs(inputs, target, {
      ...place,
      giver: `module "${label}"`,
    });
  });
  return [...problems, ...checkOutputsUsed(module, targets)];
}

function checkOutputsUsed(
  module: Module,
  targets: ReadonlyMap<string, Module>,
): Problem[] {
  return module.files.flatMap(file =>
    file.references.flatMap(({ steps, line }) => {
      if (steps[0] !== 'module') {
        return [];
      }
      const target = targets.get(steps[1]);
      const output = steps.slice(2).find(step => step !== '*');
      // With for_each a key stands between the call and its output.
      const candidates = steps.slice(2, 4);
      const known =
        output === undefined ||
        !target ||
        candidates.some(step =>
          target.outputs.some(({ name }) => name === step),
        );
      return known
        ? []
        : [
            {
              file: file.path,
              line,
              message: `${steps.join('.')}: modules/${
                target.name
              } has no such output`,
            },
          ];
    }),
  );
}
