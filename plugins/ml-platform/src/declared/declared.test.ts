import { DECLARED_SPEC, declaredQuery } from './declaredQuery';
import { expiryState } from './expiry';
import { readTableQuery } from '../table/tableQuery';
import { changeLink, templateLink } from './templateLinks';

const DEFAULT = { sort: 'name', order: 'asc', limit: 20, offset: 0 };

describe('declaredQuery', () => {
  it.each([
    ['', DEFAULT],
    ['kind=bucket&sort=size&order=up&size=7&page=-3', DEFAULT],
    ['kind=cluster&page=3', { ...DEFAULT, kind: 'cluster', offset: 40 }],
    ['page=1e99&text=%20', DEFAULT],
    ['size=100&page=2.9', { ...DEFAULT, limit: 100, offset: 100 }],
  ])('reads %j', (search, expected) => {
    const address = new URLSearchParams(search);
    expect(declaredQuery(readTableQuery(address, DECLARED_SPEC))).toEqual(
      expected,
    );
  });
});

describe('expiryState', () => {
  const today = new Date('2026-11-21T12:00:00Z');

  it.each([
    ['2026-11-20', 'past'],
    ['2026-11-21', 'soon'],
    ['2026-12-20', 'soon'],
    ['2027-01-30', 'later'],
    ['next week', 'unreadable'],
    ['2026-13-40', 'unreadable'],
  ])('calls %s %s', (expires, state) => {
    expect(expiryState(expires, today)).toBe(state);
  });
});

describe('links', () => {
  it('keep values that have a meaning in addresses', () => {
    expect(
      changeLink({
        kind: 'profile',
        repository: 'ml-infra',
        environment: 'dev',
        name: 'a/b?c',
      }),
    ).toBe('/ml-platform/change/profile/ml-infra/dev/a%2Fb%3Fc');
    const link = templateLink('removal', { name: 'a&b=ü' });
    expect(new URL(link, 'http://localhost').searchParams.get('formData')).toBe(
      '{"name":"a&b=ü"}',
    );
  });
});
