import { nameProblem } from '../text';
import { labelKeyProblem, labelValueProblem } from './labels';
import { namespaceNameRule, serviceAccountNameRule } from './names';

describe('names of Kubernetes', () => {
  it.each([
    [namespaceNameRule, 'mlops', true],
    [namespaceNameRule, 'a', true],
    [namespaceNameRule, 'a'.repeat(63), true],
    [namespaceNameRule, 'a'.repeat(64), false],
    [namespaceNameRule, 'ml.ops', false],
    [namespaceNameRule, 'MLOps', false],
    [namespaceNameRule, '-mlops', false],
    [namespaceNameRule, 'mlops-', false],
    [namespaceNameRule, '', false],
    [serviceAccountNameRule, 'mlflow', true],
    [serviceAccountNameRule, 'mlflow.v2', true],
    [serviceAccountNameRule, 'mlflow..v2', false],
    [serviceAccountNameRule, 'mlflow.', false],
    [serviceAccountNameRule, 'a'.repeat(254), false],
  ])('knows that of %j, %j: %j', (rule, name, valid) => {
    expect(nameProblem(rule, name) === undefined).toBe(valid);
  });

  it('decides long names at once', () => {
    const long = `${'a-'.repeat(120)}!`;

    expect(nameProblem(serviceAccountNameRule, long)).toContain('must be');
  });
});

describe('labels of Kubernetes', () => {
  it.each([
    ['team', true],
    ['pod-security.kubernetes.io/enforce', true],
    ['Team_1', true],
    ['/team', false],
    ['a/b/c', false],
    ['__proto__', false],
    ['', false],
    ['a b', false],
  ])('decides on the key %j', (key, valid) => {
    expect(labelKeyProblem(key) === undefined).toBe(valid);
  });

  it.each([
    ['', true],
    ['baseline', true],
    ['v1.2_3-x', true],
    ['-x', false],
    ['a b', false],
    ['x'.repeat(64), false],
  ])('decides on the value %j', (value, valid) => {
    expect(labelValueProblem(value) === undefined).toBe(valid);
  });
});
