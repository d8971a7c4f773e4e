import { fillLink } from './readLinks';

it.each([
  [
    'https://grafana.example/d/eks?var-cluster={name}',
    'https://grafana.example/d/eks?var-cluster=a%2Fb%20c',
  ],
  ['https://logs.example/{region}', undefined],
  ['mailto:{name}', undefined],
])('%s', (url, link) => {
  expect(fillLink(url, { name: 'a/b c' })).toBe(link);
});
