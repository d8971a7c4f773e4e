import { attributeOf } from '../hcl';
import { Problem } from '../Problem';
import { Module } from './Module';

/** Major versions that every module is written for. */
export const PROVIDER_VERSIONS: Record<string, string> = {
  'hashicorp/aws': '~> 6.0',
  'hashicorp/helm': '~> 3.0',
  'hashicorp/kubernetes': '~> 3.0',
  'hashicorp/random': '~> 3.0',
  'hashicorp/tls': '~> 4.0',
  'integrations/github': '~> 6.0',
};

/** What every module has beside its resources: described variables and outputs, pinned versions. */
export function checkShape(module: Module): Problem[] {
  const folder = `modules/${module.name}`;
  const described = [...module.variables, ...module.outputs]
    .filter(({ description }) => !description)
    .map(({ name, file, line }) => ({
      file,
      line,
      message: `${name} has no description`,
    }));
  const untyped = module.variables
    .filter(({ type }) => type === 'any')
    .map(({ name, file, line }) => ({
      file,
      line,
      message: `variable ${name} has no type of its own`,
    }));
  const terraform = module.files
    .flatMap(file => file.blocks)
    .filter(block => block.type === 'terraform')
    .flatMap(block => attributeOf(block.body, 'required_version') ?? []);
  const version =
    terraform.length === 1 && terraform[0].value === '>= 1.11'
      ? []
      : [{ file: folder, message: 'required_version is to be ">= 1.11"' }];
  const providers = [...module.providers].flatMap(
    ([name, { source = '', version: given = '' }]) => {
      const [major] = (PROVIDER_VERSIONS[source] ?? '').split('.');
      return major !== '' && given.startsWith(`${major}.`)
        ? []
        : [
            {
              file: folder,
              message: `provider ${name} is ${source} ${given}; known are ${Object.entries(
                PROVIDER_VERSIONS,
              )
                .map(entry => entry.join(' '))
                .join(', ')} or a later minor version`,
            },
          ];
    },
  );
  const undeclared = [
    ...new Set(
      module.resources
        .map(block => block.labels[0].split('_')[0])
        .filter(
          provider =>
            provider !== 'terraform' && !module.providers.has(provider),
        ),
    ),
  ].map(provider => ({
    file: folder,
    message: `provider ${provider} is used and not among required_providers`,
  }));
  return [...described, ...untyped, ...version, ...providers, ...undeclared];
}
