import { Button, SearchField, Select } from '@backstage/ui';
import { useEffect, useId, useState, type ReactNode } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import styles from './TableFilters.module.css';
import type { TableQueryState } from './useTableQuery';

/** No value of a filter looks like this one. */
const ANY = '*any*';
/** Long enough that a word is one question, not one for each letter. */
const TYPING_MS = 300;

/** Choices are searched from this many on. */
const SEARCHED_FROM = 12;

/** What a filter can be set to. */
export interface FilterChoice {
  id: string;
  label: string;
}

/** A filter of a list. */
export interface TableFilter {
  /** Name in the address. */
  id: string;
  label: string;
  choices: FilterChoice[];
}

/**
 * What narrows a list: a search field and a choice for each filter. On a phone the
 * choices come when asked for: the list would begin below the screen.
 */
export function TableFilters(props: {
  state: TableQueryState;
  filters: TableFilter[];
  placeholder?: string;
  /** At the end of the line. */
  children?: ReactNode;
}) {
  const { state, filters, placeholder, children } = props;
  const { query, change } = state;
  const [text, setText] = useState(query.text ?? '');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const set = filters.filter(filter => query.filters[filter.id]).length;
  useEffect(() => setText(query.text ?? ''), [query.text]);
  useDebounce(
    () => {
      if (text.trim() !== (query.text ?? '')) {
        change({ text: text.trim() || undefined }, { replace: true });
      }
    },
    TYPING_MS,
    [text],
  );
  return (
    <div className={styles.filters}>
      <SearchField
        label="Search"
        placeholder={placeholder}
        value={text}
        onChange={setText}
        maxLength={200}
        className={styles.search}
      />
      {filters.length > 0 && (
        <div className={styles.toggle}>
          <Button
            variant="secondary"
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => setOpen(!isOpen)}
          >
            {set > 0 ? `Filters (${set})` : 'Filters'}
          </Button>
        </div>
      )}
      <div id={id} className={styles.choices} data-open={isOpen}>
        {filters.map(filter => (
          <FilterSelect
            key={filter.id}
            label={filter.label}
            value={query.filters[filter.id]}
            choices={filter.choices}
            onChange={value =>
              change({ filters: { ...query.filters, [filter.id]: value } })
            }
          />
        ))}
      </div>
      {isFiltered(state) && (
        <Button variant="tertiary" onPress={() => showAll(state)}>
          Show all
        </Button>
      )}
      {children}
    </div>
  );
}

/** Whether a list is narrowed. */
export function isFiltered({ query }: TableQueryState): boolean {
  return Boolean(query.text || Object.values(query.filters).some(Boolean));
}

/** Takes all that narrows a list away. */
export function showAll({ change }: TableQueryState): void {
  change({ text: undefined, filters: {} });
}

/** One choice among several, or any. */
function FilterSelect(props: {
  label: string;
  value?: string;
  choices: FilterChoice[];
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
      search={known.length > SEARCHED_FROM ? true : undefined}
      className={styles.choice}
    />
  );
}
