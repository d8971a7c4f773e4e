import { withoutSecrets } from './withoutSecrets';

it.each([
  ['plain text stays', 'plain text stays'],
  ['the token is missing', 'the token is missing'],
  ['a ghp_0123456789abcdefABCDEF here', 'a *** here'],
  ['github_pat_11AAAA_bbbb', '***'],
  ['Authorization: Bearer abcdef.ghijkl-123', 'Authorization: Bearer ***'],
  [
    'authorization: token sandbox-integration-token',
    'authorization: token ***',
  ],
  [
    'https://x-access-token:ghs_16C7e42F292c6912E7@github.com/acme/x.git',
    'https://***@github.com/acme/x.git',
  ],
])('turns %s into %s', (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected);
});
