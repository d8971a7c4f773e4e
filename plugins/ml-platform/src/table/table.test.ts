import type { FleetColumn } from './columns';
import { csvRows } from './exportCsv';
import { FACETS } from '../__testUtils__/fakeInventory';
import { facetFilters, facetQuery } from './facets';
import { readTableQuery, writeTableQuery, type TableSpec } from './tableQuery';

const SPEC: TableSpec = {
  sorts: ['status', 'name'],
  defaultOrder: 'desc',
  filters: ['status', 'kind'],
};

describe('the address of a table', () => {
  it.each([
    ['', { sort: 'status', order: 'desc', limit: 20, offset: 0 }],
    ['sort=name', { sort: 'name', order: 'asc' }],
    ['sort=name&order=desc', { sort: 'name', order: 'desc' }],
    ['sort=salary&order=sideways', { sort: 'status', order: 'desc' }],
    ['page=3&size=50', { limit: 50, offset: 100 }],
    ['page=-1&size=7', { limit: 20, offset: 0 }],
    ['page=1e9', { offset: 0 }],
    ['text=%20gpu%20&status=failed&other=1', { text: 'gpu' }],
  ])('%s is read', (search, query) => {
    expect(readTableQuery(new URLSearchParams(search), SPEC)).toMatchObject(
      query,
    );
  });

  it.each([
    '',
    'text=gpu&status=failed&sort=name&order=desc&size=50&page=2',
    'kind=eks',
    'order=asc',
  ])('%s is written as it was read', search => {
    const query = readTableQuery(new URLSearchParams(search), SPEC);
    expect(writeTableQuery(query, SPEC).toString()).toBe(search);
  });

  it('leaves what belongs to another table of the page', () => {
    const search = new URLSearchParams('text=a&nodes.text=b&tab=x');
    const spec = { ...SPEC, prefix: 'nodes' };
    const query = readTableQuery(search, spec);

    expect(query.text).toBe('b');
    expect(
      writeTableQuery({ ...query, text: undefined }, spec, search).toString(),
    ).toBe('text=a&tab=x');
  });
});

describe('filters of what occurs', () => {
  it('offer the values, by the names that people know', () => {
    const filters = facetFilters(
      ['account', 'cluster', 'owner'],
      { id: 'version', label: 'Version' },
      FACETS,
    );
    expect(
      filters.map(({ id, choices }) => [id, choices.map(one => one.label)]),
    ).toEqual([
      ['version', ['1.34', '1.35']],
      ['account', ['111122223333', '444455556666']],
      ['cluster', ['dev']],
      ['owner', ['ml-platform', 'user:dana', 'a:tag:like/this']],
    ]);
  });

  it('are there before their values are known', () => {
    expect(facetFilters(['region'], undefined, undefined)).toEqual([
      { id: 'region', label: 'Region', choices: [] },
    ]);
  });

  it('ask for what is set', () => {
    expect(
      facetQuery(['account', 'region', 'cluster'], {
        account: '1',
        cluster: 'arn:a',
        region: undefined,
        namespace: 'not one of this list',
      }),
    ).toEqual({ accountId: ['1'], clusterArn: ['arn:a'] });
  });
});

describe('csvRows', () => {
  it('has the columns that can be exported, in their order, empty where nothing is known', () => {
    const columns = [
      {
        id: 'name',
        label: 'Name',
        csv: row => row.name,
        csvMore: { Account: row => row.account },
      },
      { id: 'actions', label: 'Actions' },
      { id: 'nodes', label: 'Nodes', csv: row => row.nodes },
    ] as FleetColumn<{
      id: string;
      name: string;
      account?: string;
      nodes: number;
    }>[];

    expect(csvRows(columns, [{ id: '1', name: 'dev', nodes: 0 }])).toEqual([
      { Name: 'dev', Account: '', Nodes: 0 },
    ]);
  });
});
