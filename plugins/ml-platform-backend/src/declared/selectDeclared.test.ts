import type { DeclaredQuery } from '@ml-platform/plugin-ml-platform-common';
import { selectDeclared } from './selectDeclared';

function thing(name: string, more: object = {}) {
  return {
    kind: 'workload' as const,
    repository: 'ml-infra',
    environment: 'dev',
    name,
    file: 'a.hcl',
    fileUrl: 'http://localhost/a.hcl',
    ...more,
  };
}

const THINGS = [
  thing('w10', { owner: 'group:default/a', expires: '2027-01-01' }),
  thing('w9', { environment: 'prod' }),
  thing('w2', { owner: 'group:default/B', repository: 'other' }),
  thing('dana.okafor', { kind: 'profile', expires: '2026-01-01' }),
];

describe('selectDeclared', () => {
  it.each<[string, DeclaredQuery, string[]]>([
    ['all by name, numbers as numbers', {}, ['dana.okafor', 'w2', 'w9', 'w10']],
    [
      'descending',
      { sort: 'name', order: 'desc' },
      ['w10', 'w9', 'w2', 'dana.okafor'],
    ],
    [
      'by expiry, those without last',
      { sort: 'expires' },
      ['dana.okafor', 'w10', 'w2', 'w9'],
    ],
    [
      'by expiry descending, those without last as well',
      { sort: 'expires', order: 'desc' },
      ['w10', 'dana.okafor', 'w2', 'w9'],
    ],
    [
      'by owner in any case of letters',
      { sort: 'owner' },
      ['w10', 'w2', 'dana.okafor', 'w9'],
    ],
    ['one kind', { kind: 'profile' }, ['dana.okafor']],
    ['one environment', { environment: 'prod' }, ['w9']],
    ['one repository', { repository: 'other' }, ['w2']],
    ['a text in the owner', { text: ' default/b ' }, ['w2']],
    ['a text in the name', { text: 'DANA' }, ['dana.okafor']],
    ['a text that fits nothing', { text: '.*' }, []],
  ])('gives %s', (_, query, names) => {
    const { items, total } = selectDeclared(THINGS, query);

    expect(items.map(({ name }) => name)).toEqual(names);
    expect(total).toBe(names.length);
  });

  it('gives pages that repeat nothing', () => {
    const many = Array.from({ length: 45 }, (_, index) =>
      thing('same', { line: index + 1 }),
    );
    const pages = [0, 20, 40].map(offset =>
      selectDeclared(many, { offset, sort: 'owner' }),
    );

    expect(pages.map(({ items }) => items.length)).toEqual([20, 20, 5]);
    expect(
      new Set(
        pages.flatMap(({ items }) => items.map(item => (item as any).line)),
      ).size,
    ).toBe(45);
    expect(selectDeclared(many, { offset: 100 })).toEqual({
      items: [],
      total: 45,
      offset: 100,
    });
  });
});
