import { useRef } from 'react';

/** A row of the list; the key stays with it when others come and go. */
export interface Row {
  key: number;
  value: string;
}

/** Rows of a list of texts, and the list after each thing a person can do to it. */
export function useRows(
  values: readonly string[],
  onChange: (values: string[]) => void,
): {
  rows: Row[];
  add: () => void;
  change: (index: number, value: string) => void;
  remove: (index: number) => void;
} {
  // Several rows may change at once, when the environment becomes known; each
  // must build on what the one before it left.
  const latest = useRef(values);
  latest.current = values;
  function set(next: string[]) {
    latest.current = next;
    onChange(next);
  }

  const keys = useRef<{ list: number[]; next: number }>({ list: [], next: 0 });
  while (keys.current.list.length < values.length) {
    keys.current.list.push(keys.current.next++);
  }
  keys.current.list.length = values.length;
  return {
    rows: values.map((value, index) => ({
      key: keys.current.list[index],
      value,
    })),
    add: () => set([...latest.current, '']),
    change: (index, value) =>
      set(latest.current.map((old, at) => (at === index ? value : old))),
    remove: index => {
      keys.current.list.splice(index, 1);
      set(latest.current.filter((_, at) => at !== index));
    },
  };
}
