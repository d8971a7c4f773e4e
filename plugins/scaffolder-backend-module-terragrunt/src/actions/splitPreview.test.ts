import { splitPreview } from './splitPreview';

const request = { name: 'mlflow' };

it.each([
  ['a request alone', { request }, { request }],
  [
    'a request with what was shown',
    { request: { ...request, preview: { digest: 'd', commit: 'c' } } },
    { request, expected: { digest: 'd', commit: 'c' } },
  ],
  [
    'a preview that was never shown',
    { request: { ...request, preview: { blockedBy: 'errors' } } },
    { request },
  ],
  [
    'inputs of their own before the form',
    {
      request: { ...request, preview: { digest: 'd', commit: 'c' } },
      expectedDigest: 'own',
    },
    { request, expected: { digest: 'own', commit: undefined } },
  ],
  ['null as preview', { request: { ...request, preview: null } }, { request }],
  ['what is no request', { request: 'x' }, { request: 'x' }],
])('splits %s', (_, input, expected) => {
  expect(splitPreview(input)).toEqual(expected);
});
