import { Update } from '@aws-sdk/client-eks';
import { EksUpdate } from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf } from '../mapping/shapes';

/** Days that an update which is over is told. */
const DAYS_KEPT = 7;

/** An update as DescribeUpdate answers it. */
export function mapUpdate(
  update: Update,
  subject: { nodeGroupName?: string; addonName?: string } = {},
): EksUpdate | undefined {
  if (!update.id) {
    return undefined;
  }
  return defined<EksUpdate>({
    id: update.id,
    type: update.type ?? 'Update',
    status: update.status ?? 'UNKNOWN',
    createdAt: isoOf(update.createdAt),
    ...subject,
    errors: (update.errors ?? []).map(
      ({ errorCode, errorMessage, resourceIds }) => ({
        code: errorCode ?? 'Unknown',
        message: errorMessage ?? '',
        resourceIds: resourceIds ?? [],
      }),
    ),
  });
}

/** Whether an update will not change any more. */
export function isUpdateOver({ status }: EksUpdate): boolean {
  return ['Successful', 'Failed', 'Cancelled'].includes(status);
}

/** Whether an update is still worth telling: under way, or of the last days. */
export function isUpdateRecent(update: EksUpdate, now: number): boolean {
  return (
    !isUpdateOver(update) ||
    now - Date.parse(update.createdAt ?? '') < DAYS_KEPT * 86_400_000
  );
}
