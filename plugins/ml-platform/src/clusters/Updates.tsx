import { Flex, Text } from '@backstage/ui';
import type {
  EksUpdate,
  HealthStatus,
} from '@ml-platform/plugin-ml-platform-common';
import { HealthStatusLabel, Time } from '../health';

const STATUS: Record<string, HealthStatus> = {
  InProgress: 'progressing',
  Failed: 'failed',
  Cancelled: 'suspended',
  Successful: 'healthy',
};

/** Updates under way or just over. */
export function Updates({ updates }: { updates: EksUpdate[] }) {
  return (
    <Flex direction="column" gap="3">
      {updates.map(({ id, type, status, createdAt, errors, ...of }) => (
        <Flex direction="column" gap="1" key={id}>
          <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
            <HealthStatusLabel status={STATUS[status] ?? 'unknown'}>
              {status === 'InProgress' ? 'In progress' : status}
            </HealthStatusLabel>
            <Text weight="bold">
              {wordsOf(type)}{' '}
              {of.nodeGroupName ?? of.addonName ?? 'of the cluster'}
            </Text>
            {createdAt && (
              <Text color="secondary">
                begun <Time at={createdAt} />
              </Text>
            )}
          </Flex>
          {errors.map(({ code, message, resourceIds }) => (
            <Text as="p" key={code}>
              {code}: {message}
              {resourceIds.length > 0 && ` (${resourceIds.join(', ')})`}
            </Text>
          ))}
        </Flex>
      ))}
    </Flex>
  );
}

/** `VersionUpdate`: `Version update` */
function wordsOf(type: string): string {
  const words = type
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLocaleLowerCase('en');
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
