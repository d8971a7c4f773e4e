import { Alert, Button, ButtonLink, Flex, Table, Text } from '@backstage/ui';
import type {
  DeclaredList,
  DeclaredQuery,
} from '@ml-platform/plugin-ml-platform-common';
import { useSearchParams } from 'react-router-dom';
import { PageContent } from '../page';
import { columns, type DeclaredRow } from './columns';
import { DeclaredFilters } from './DeclaredFilters';
import {
  PAGE_SIZES,
  readDeclaredQuery,
  writeDeclaredQuery,
} from './declaredQuery';
import { useDeclared } from './useDeclared';

const NO_FILTERS: Partial<DeclaredQuery> = {
  kind: undefined,
  environment: undefined,
  repository: undefined,
  text: undefined,
};

/** All that the infrastructure repositories declare; the address says what is shown. */
export function DeclaredPage() {
  const [search, setSearch] = useSearchParams();
  const query = readDeclaredQuery(search);
  const { list, isPending, problem, retry } = useDeclared(query);

  const change = (changes: Partial<DeclaredQuery>, replace = false) =>
    setSearch(writeDeclaredQuery({ ...query, offset: 0, ...changes }), {
      replace,
    });
  const { offset = 0, limit = PAGE_SIZES[0] } = query;
  const total = list?.total ?? 0;
  return (
    <PageContent>
      <Flex direction="column" gap="4" py="4">
        <Text as="p" color="secondary">
          What the infrastructure repositories declare at their newest commits:
          workloads, user profiles, clusters and tools. A change or a removal
          becomes a pull request.
        </Text>
        <DeclaredFilters
          query={query}
          list={list}
          onChange={changes => change(changes, 'text' in changes)}
        />
        {list && <RepositoryProblems list={list} retry={retry} />}
        {problem ? (
          <Alert
            role="alert"
            status="danger"
            icon
            title="What is declared could not be loaded"
            description={problem}
            customActions={
              <Button variant="secondary" size="small" onPress={retry}>
                Try again
              </Button>
            }
          />
        ) : (
          <Table<DeclaredRow>
            columnConfig={columns}
            data={list?.items.map(withId)}
            isPending={isPending && !list}
            isStale={isPending && Boolean(list)}
            sort={{
              descriptor: {
                column: query.sort ?? 'name',
                direction: query.order === 'desc' ? 'descending' : 'ascending',
              },
              onSortChange: ({ column, direction }) =>
                change({
                  sort: column as DeclaredQuery['sort'],
                  order: direction === 'descending' ? 'desc' : 'asc',
                }),
            }}
            emptyState={
              <Empty
                query={query}
                total={total}
                showAll={() => change({ ...NO_FILTERS, offset: 0 })}
              />
            }
            pagination={{
              type: 'page',
              pageSize: limit,
              pageSizeOptions: PAGE_SIZES,
              offset,
              totalCount: total,
              hasNextPage: offset + limit < total,
              hasPreviousPage: offset > 0,
              onNextPage: () => change({ offset: offset + limit }),
              onPreviousPage: () =>
                change({ offset: Math.max(0, offset - limit) }),
              onPageSizeChange: size => change({ limit: size }),
            }}
          />
        )}
      </Flex>
    </PageContent>
  );
}

function withId(thing: DeclaredList['items'][number]): DeclaredRow {
  const { repository, environment, kind, name, line } = thing;
  return {
    ...thing,
    id: [repository, environment, kind, name, line].join('/'),
  };
}

function RepositoryProblems(props: { list: DeclaredList; retry: () => void }) {
  const broken = props.list.repositories.filter(
    ({ problems }) => problems.length > 0,
  );
  return broken.length > 0 ? (
    <Alert
      status="warning"
      icon
      title={`Not all of ${broken
        .map(({ title }) => title)
        .join(', ')} could be read`}
      description={broken.flatMap(({ problems }) => problems).join(' ')}
      customActions={
        <Button variant="secondary" size="small" onPress={props.retry}>
          Try again
        </Button>
      }
    />
  ) : null;
}

function Empty(props: {
  query: DeclaredQuery;
  total: number;
  showAll: () => void;
}) {
  const { query, total, showAll } = props;
  const isFiltered = Object.keys(NO_FILTERS).some(
    key => query[key as keyof DeclaredQuery],
  );
  if (isFiltered || total > 0) {
    return (
      <Flex direction="column" align="center" gap="3" p="6">
        <Text>
          {total > 0
            ? 'There is nothing on this page any more.'
            : 'Nothing that is declared fits.'}
        </Text>
        <Button variant="secondary" onPress={showAll}>
          Show all
        </Button>
      </Flex>
    );
  }
  return (
    <Flex direction="column" align="center" gap="3" p="6">
      <Text>The repositories declare nothing yet.</Text>
      <ButtonLink variant="primary" href="/create">
        Create something
      </ButtonLink>
    </Flex>
  );
}
