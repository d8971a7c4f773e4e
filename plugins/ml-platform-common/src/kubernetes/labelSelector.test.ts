import { matchesLabels, parseLabelSelector } from './labelSelector';

const labels = { app: 'mlflow', env: 'dev', 'app.kubernetes.io/name': 'x' };

it.each([
  ['app=mlflow', true],
  ['app==mlflow', true],
  ['app = mlflow', true],
  ['app=vllm', false],
  ['app!=vllm', true],
  ['tier!=web', true],
  ['env in (dev, test)', true],
  ['env in (prod)', false],
  ['env notin (prod,test)', true],
  ['tier notin (web)', true],
  ['app', true],
  ['gpu', false],
  ['!gpu', true],
  ['!app', false],
  ['app=mlflow,env in (dev,test),!gpu', true],
  ['app=mlflow,env in (prod,test)', false],
  ['app.kubernetes.io/name=x', true],
  ['tier=', false],
  // names of Object's own are no labels
  ['constructor', false],
])('%s: %s', (text, expected) => {
  expect(matchesLabels(labels, parseLabelSelector(text)!)).toBe(expected);
});

it.each(['', 'a=b,', 'app=a b', 'env in dev', 'app=(x)', '=x', 'a=b;c=d'])(
  '%p is no selector',
  text => {
    expect(parseLabelSelector(text)).toBeUndefined();
  },
);

it('takes an empty value', () => {
  expect(parseLabelSelector('app=')).toEqual([
    { key: 'app', operator: 'in', values: [''] },
  ]);
});
