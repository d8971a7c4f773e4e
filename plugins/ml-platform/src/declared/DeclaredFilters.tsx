import { Button, Flex, SearchField, Select } from '@backstage/ui';
import type {
  DeclaredList,
  DeclaredQuery,
} from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { KIND_TITLES } from './columns';

const ANY = 'any';
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
      <Choice
        label="Kind"
        value={query.kind}
        choices={Object.entries(KIND_TITLES).map(([id, label]) => ({
          id,
          label,
        }))}
        onChange={kind => onChange({ kind: kind as DeclaredQuery['kind'] })}
      />
      <Choice
        label="Environment"
        value={query.environment}
        choices={(list?.environments ?? []).map(id => ({ id, label: id }))}
        onChange={environment => onChange({ environment })}
      />
      <Choice
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

function Choice(props: {
  label: string;
  value?: string;
  choices: { id: string; label: string }[];
  onChange: (value?: string) => void;
}) {
  const { label, value, choices, onChange } = props;
  // One that the address names but the list does not have must not look like "any".
  const known =
    value === undefined || choices.some(({ id }) => id === value)
      ? choices
      : [...choices, { id: value, label: value }];
  return (
    <Select
      label={label}
      value={value ?? ANY}
      onChange={key => onChange(key === ANY ? undefined : String(key))}
      options={[{ id: ANY, label: 'Any' }, ...known]}
      style={{ minWidth: 150 }}
    />
  );
}
