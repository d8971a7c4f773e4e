import { defaultLayout } from '../config/defaults';
import { localModuleFolder, moduleSource } from './moduleSource';

const GIT = 'git::https://github.com/acme/ml-modules.git//modules/';

describe('moduleSource', () => {
  it.each<[string, string, string | undefined]>([
    [
      defaultLayout.modules,
      `\${get_repo_root()}/modules//aws/eks`,
      'modules/aws/eks',
    ],
    [
      `\${get_repo_root()}/terraform/`,
      `\${get_repo_root()}/terraform/aws/eks`,
      'terraform/aws/eks',
    ],
    [GIT, `${GIT}aws/eks`, undefined],
    [`${GIT}{module}?ref=v1`, `${GIT}aws/eks?ref=v1`, undefined],
    ['../../../../modules//', '../../../../modules//aws/eks', undefined],
  ])('makes the source of %s', (modules, source, folder) => {
    expect(moduleSource({ modules }, 'aws/eks')).toBe(source);
    expect(localModuleFolder({ modules }, 'aws/eks')).toBe(folder);
  });
});
