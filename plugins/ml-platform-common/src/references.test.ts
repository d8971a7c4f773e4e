import {
  formatWorkloadAnnotation,
  parseWorkloadAnnotation,
} from './annotations';
import { mlPlatformPermissions } from './permissions';
import { workloadRoleName } from './workload';

it('names the permissions with their actions', () => {
  expect(
    mlPlatformPermissions.map(({ name, attributes }) => [
      name,
      attributes.action,
    ]),
  ).toEqual([
    ['ml-platform.repository.read', 'read'],
    ['ml-platform.change.propose', 'create'],
    ['ml-platform.repository.code.read', 'read'],
    ['ml-platform.inventory.read', 'read'],
    ['ml-platform.sources.read', 'read'],
  ]);
});

it.each([
  ['ml-infra/dev/mlflow', true],
  ['github.com?owner=acme&repo=ml-infra/dev/mlflow', true],
  ['ml-infra/dev', false],
  ['ml-infra//mlflow', false],
  ['a/b/c/d', false],
])('reads the workload annotation %j', (text, valid) => {
  const reference = parseWorkloadAnnotation(text);

  expect(reference && formatWorkloadAnnotation(reference)).toBe(
    valid ? text : undefined,
  );
});

it('names the role after environment and workload', () => {
  expect(workloadRoleName('dev', 'mlflow')).toBe('dev-mlflow-irsa');
});
