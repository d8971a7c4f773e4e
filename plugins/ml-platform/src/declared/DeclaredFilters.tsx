import { Button, Flex, SearchField } from '@backstage/ui';
import type {
  DeclaredList,
  DeclaredQuery,
} from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { FilterSelect } from '../table';
import { KIND_TITLES } from './columns';

/** Long enough that a word is one question, not one for each letter. */
const TYPING_MS = 300;

/** What narrows the list. */
export function DeclaredFilters(props: {
  query: DeclaredQuery;
  list?: DeclaredList;
  onChange: (change: Partial<DeclaredQuery>) => void;
}) {
  const { query, list, onChange } = props;
  const [text, setText] = useState(query.text ?? '');
  useEffect(() => setText(query.text ?? ''), [query.text]);
  useDebounce(
    () => {
      if (text.trim() !== (query.text ?? '')) {
        onChange({ text: text.trim() || undefined });
      }
    },
    TYPING_MS,
    [text],
  );
  const isFiltered = Boolean(
    query.kind || query.repository || query.environment || query.text,
  );
  return (
    <Flex align="end" gap="3" style={{ flexWrap: 'wrap' }}>
      <SearchField
        label="Search"
        placeholder="Name, environment, owner"
        value={text}
        onChange={setText}
        maxLength={200}
        style={{ minWidth: 220, flexGrow: 1, maxWidth: 400 }}
      />
      <FilterSelect
        label="Kind"
        value={query.kind}
        choices={Object.entries(KIND_TITLES).map(([id, label]) => ({
          id,
          label,
        }))}
        onChange={kind => onChange({ kind: kind as DeclaredQuery['kind'] })}
      />
      <FilterSelect
        label="Environment"
        value={query.environment}
        choices={(list?.environments ?? []).map(id => ({ id, label: id }))}
        onChange={environment => onChange({ environment })}
      />
      <FilterSelect
        label="Repository"
        value={query.repository}
        choices={(list?.repositories ?? []).map(({ id, title }) => ({
          id,
          label: title,
        }))}
        onChange={repository => onChange({ repository })}
      />
      {isFiltered && (
        <Button
          variant="tertiary"
          onPress={() =>
            onChange({
              kind: undefined,
              environment: undefined,
              repository: undefined,
              text: undefined,
            })
          }
        >
          Show all
        </Button>
      )}
    </Flex>
  );
}
