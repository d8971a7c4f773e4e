import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import type { ExportColumn } from './columns';
import { csvRows, saveCsv } from './exportCsv';

/** An export ends here: it is to be read by people. */
const MOST_EXPORTED = 5_000;
const EXPORT_PAGE = 200;

/** A part of a list. */
export interface Rows<Row> {
  rows: Row[];
  /** On all pages. */
  total: number;
}

/** Saves all pages of a list as comma-separated values. */
export function ExportButton<Row>(props: {
  title: string;
  columns: readonly ExportColumn<Row>[];
  readRows: (part: { offset: number; limit: number }) => Promise<Rows<Row>>;
}) {
  const { title, columns, readRows } = props;
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async () => {
    setState('busy');
    try {
      const all: Row[] = [];
      let total = 1;
      while (all.length < Math.min(total, MOST_EXPORTED)) {
        const part = await readRows({ offset: all.length, limit: EXPORT_PAGE });
        total = part.rows.length > 0 ? part.total : 0;
        all.push(...part.rows);
      }
      await saveCsv(title, csvRows(columns, all));
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <Button
      variant="secondary"
      iconStart={<RiDownloadLine />}
      isPending={state === 'busy'}
      onPress={save}
    >
      {state === 'failed' ? 'Export failed: try again' : 'Export CSV'}
    </Button>
  );
}
