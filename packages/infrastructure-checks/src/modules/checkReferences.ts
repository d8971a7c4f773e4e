import { Problem } from '../Problem';
import { Module } from './Module';

/** Variables, locals and resources that a module uses and does not declare, and variables it declares and does not use. */
export function checkReferences(module: Module): Problem[] {
  const variables = new Set(module.variables.map(({ name }) => name));
  const locals = new Set(
    module.files
      .flatMap(file => file.blocks)
      .filter(block => block.type === 'locals')
      .flatMap(block => block.body.attributes)
      .map(({ name }) => name),
  );
  const undeclared = module.files.flatMap(file =>
    file.references.flatMap(({ steps: [base, name], line }) => {
      const known =
        (base !== 'var' || variables.has(name)) &&
        (base !== 'local' || locals.has(name));
      return known
        ? []
        : [
            {
              file: file.path,
              line,
              message: `${base}.${name} is not declared`,
            },
          ];
    }),
  );
  const used = new Set(
    module.files
      .flatMap(file => file.references)
      .filter(({ steps }) => steps[0] === 'var')
      .map(({ steps }) => steps[1]),
  );
  const unused = module.variables
    .filter(({ name }) => !used.has(name))
    .map(({ name, file, line }) => ({
      file,
      line,
      message: `variable ${name} is declared and never used`,
    }));
  return [...undeclared, ...unused];
}
