import {
  HEALTH_STATUSES,
  type HealthStatus,
} from '@ml-platform/plugin-ml-platform-common';
import { STATUS_WORDS } from '../health';
import type { TableFilter } from './TableFilters';

const ATTENTION = 'attention';

/** The filter by health that every list has. */
export const STATUS_FILTER: TableFilter = {
  id: 'status',
  label: 'Health',
  choices: [
    { id: ATTENTION, label: 'Needs attention' },
    ...HEALTH_STATUSES.map(id => ({ id, label: STATUS_WORDS[id] })),
  ],
};

/** The statuses that a value of the filter stands for. */
export function statusesOf(value?: string): HealthStatus[] | undefined {
  if (value === ATTENTION) {
    return ['failed', 'degraded', 'unknown'];
  }
  const status = HEALTH_STATUSES.find(one => one === value);
  return status && [status];
}
