import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import type { DeclaredList } from '@ml-platform/plugin-ml-platform-common';
import { mlPlatformApiRef } from '../api';
import { EmptyState } from '../health';
import { LiveContent, LiveNote, isForbidden } from '../live';
import { PageContent } from '../page';
import { FleetTable, useTableQuery, type TableFilter } from '../table';
import { columns, type DeclaredRow } from './columns';
import { DECLARED_SPEC, KIND_TITLES, declaredQuery } from './declaredQuery';
import { useDeclared } from './useDeclared';

/** All that the infrastructure repositories declare; the address says what is shown. */
export function DeclaredPage() {
  const api = useApi(mlPlatformApiRef);
  const state = useTableQuery(DECLARED_SPEC);
  const query = declaredQuery(state.query);
  const live = useDeclared(query);
  const { value: list, error } = live;
  return (
    <PageContent>
      <Flex direction="column" gap="4" py="4">
        <Text as="p" color="secondary">
          What the infrastructure repositories declare at their newest commits:
          workloads, user profiles, clusters and tools. A change or a removal
          becomes a pull request.
        </Text>
        {error && (!list || isForbidden(error)) ? (
          <LiveContent what="What is declared" live={live}>
            {() => null}
          </LiveContent>
        ) : (
          <>
            <LiveNote live={live} />
            {list && <RepositoryProblems list={list} retry={live.refresh} />}
            <FleetTable<DeclaredRow>
              title="Declared"
              columns={columns}
              state={state}
              filters={filtersOf(list)}
              searchPlaceholder="Name, environment, owner"
              shown={list && { rows: list.items.map(rowOf), total: list.total }}
              isStale={live.isStale}
              readRows={async part => {
                const { items, total } = await api.listDeclared({
                  ...query,
                  ...part,
                });
                return { rows: items.map(rowOf), total };
              }}
              empty={
                <EmptyState
                  title="The repositories declare nothing yet"
                  description="Workloads, user profiles, clusters and tools appear here once the pull request that asks for them is merged."
                  action={{ label: 'Create something', href: '/create' }}
                />
              }
            />
          </>
        )}
      </Flex>
    </PageContent>
  );
}

function filtersOf(list?: DeclaredList): TableFilter[] {
  return [
    {
      id: 'kind',
      label: 'Kind',
      choices: Object.entries(KIND_TITLES).map(([id, label]) => ({
        id,
        label,
      })),
    },
    {
      id: 'environment',
      label: 'Environment',
      choices: (list?.environments ?? []).map(id => ({ id, label: id })),
    },
    {
      id: 'repository',
      label: 'Repository',
      choices: (list?.repositories ?? []).map(({ id, title }) => ({
        id,
        label: title,
      })),
    },
  ];
}

function rowOf(thing: DeclaredList['items'][number]): DeclaredRow {
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
