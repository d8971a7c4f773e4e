import { useApi } from '@backstage/frontend-plugin-api';
import { Cell, Flex, Text } from '@backstage/ui';
import type {
  HealthTransition,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { useMemo } from 'react';
import { inventoryApiRef } from '../api';
import { HealthStatusLabel, STATUS_WORDS, Time } from '../health';
import { LiveContent, useLive } from '../live';
import {
  FleetTable,
  TwoLines,
  useTableQuery,
  type FleetColumn,
} from '../table';

type Row = HealthTransition & { id: string };

const SPEC = { prefix: 'history', sorts: ['at'], filters: [] };

const columns: FleetColumn<Row>[] = [
  {
    id: 'when',
    label: 'When',
    isRowHeader: true,
    defaultWidth: '2fr',
    minWidth: 160,
    csv: ({ at }) => at,
    cell: ({ at }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          <Text>
            <Time at={at} as="moment" />
          </Text>
          <Text variant="body-small" color="secondary">
            <Time at={at} />
          </Text>
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'to',
    label: 'Turned',
    defaultWidth: '2fr',
    minWidth: 130,
    csv: ({ to }) => to,
    csvMore: { From: ({ from }) => from },
    cell: ({ from, to }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          {to ? <HealthStatusLabel status={to} /> : <Text>Gone</Text>}
          <Text variant="body-small" color="secondary">
            {from
              ? `from ${STATUS_WORDS[from].toLocaleLowerCase('en')}`
              : 'seen for the first time'}
          </Text>
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'cause',
    label: 'Cause',
    defaultWidth: '6fr',
    minWidth: 200,
    csv: ({ message }) => message,
    csvMore: { Code: ({ code }) => code },
    cell: ({ message, code }) => (
      <TwoLines title={message ?? 'None'} description={code} />
    ),
  },
];

function rowsOf(transitions: HealthTransition[]): Row[] {
  return transitions.map(one => ({ ...one, id: String(one.sequence) }));
}

/** How the health of a thing changed, the newest first. */
export function HealthHistory(props: { kind: InventoryKind; id: string }) {
  const { kind, id } = props;
  const api = useApi(inventoryApiRef);
  const state = useTableQuery(SPEC);
  const { offset, limit } = state.query;
  const kinds = useMemo(() => [kind], [kind]);
  const live = useLive(
    ['history', kind, id, offset, limit],
    from => from.listHistory({ kind, id, offset, limit }),
    kinds,
  );
  return (
    <LiveContent what="The history" live={live}>
      {({ items, total }) =>
        total === 0 ? (
          <Text color="secondary">Its health has not changed yet.</Text>
        ) : (
          <FleetTable<Row>
            title="Changes of health"
            columns={columns}
            state={state}
            isStale={live.isStale}
            hasSearch={false}
            shown={{ rows: rowsOf(items), total }}
            readRows={async part => {
              const page = await api.listHistory({ kind, id, ...part });
              return { rows: rowsOf(page.items), total: page.total };
            }}
            empty={
              <Text color="secondary">Its health has not changed yet.</Text>
            }
          />
        )
      }
    </LiveContent>
  );
}
