import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import type {
  HealthStatus,
  SourceCheck,
  SourceItem,
} from '@ml-platform/plugin-ml-platform-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { describeError, inventoryApiRef } from '../api';
import { CopyText } from '../format';
import { HealthStatusLabel, Time } from '../health';

/** Tries the credentials of a source and each permission, and shows what is missing. */
export function SourceCheckButton({ source }: { source: SourceItem }) {
  const api = useApi(inventoryApiRef);
  const [isOpen, setOpen] = useState(false);
  const [{ value, loading, error }, check] = useAsyncFn(
    () => api.checkSource(source.id),
    [api, source.id],
  );
  const open = () => {
    setOpen(true);
    check();
  };
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        aria-label={`Check ${source.title}`}
        onPress={open}
      >
        Check
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} width={680}>
        <DialogHeader>{source.title}</DialogHeader>
        <DialogBody>
          {loading && (
            <Flex direction="column" gap="2" role="status">
              <Text color="secondary">
                Trying the credentials and each permission…
              </Text>
              <Skeleton width="100%" height={120} />
            </Flex>
          )}
          {error && !loading && (
            <Alert
              role="alert"
              status="danger"
              icon
              title="It could not be checked"
              description={describeError(error)}
            />
          )}
          {value && !loading && !error && (
            <Flex direction="column" gap="4">
              <Text as="p" color="secondary">
                Checked <Time at={value.checkedAt} as="moment" />:{' '}
                {summaryOf(value.checks)}
              </Text>
              {failedFirst(value.checks).map(one => (
                <Check key={one.name} check={one} />
              ))}
            </Flex>
          )}
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" isPending={loading} onPress={check}>
            Check again
          </Button>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            Close
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}

const RESULTS: Record<SourceCheck['result'], [HealthStatus, string]> = {
  passed: ['healthy', 'Works'],
  failed: ['failed', 'Does not work'],
  'not-available': ['suspended', 'Not offered here'],
  skipped: ['unknown', 'Not tried'],
};

function Check({ check }: { check: SourceCheck }) {
  const [status, words] = RESULTS[check.result];
  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
        <HealthStatusLabel status={status}>{words}</HealthStatusLabel>
        <code>{check.name}</code>
      </Flex>
      {check.message && check.result !== 'passed' && (
        <Text as="p" variant="body-small" style={{ margin: 0 }}>
          {check.message}
        </Text>
      )}
      {check.fix && (
        <Flex align="start" gap="1">
          <Text
            as="p"
            variant="body-small"
            style={{ margin: 0, overflowWrap: 'anywhere' }}
          >
            <strong>What to do:</strong> {check.fix}
          </Text>
          <CopyText
            text={check.fix}
            label={`Copy what to do about ${check.name}`}
          />
        </Flex>
      )}
    </Flex>
  );
}

function failedFirst(checks: SourceCheck[]): SourceCheck[] {
  const isFailed = ({ result }: SourceCheck) => result === 'failed';
  return [
    ...checks.filter(isFailed),
    ...checks.filter(check => !isFailed(check)),
  ];
}

function summaryOf(checks: SourceCheck[]): string {
  const failed = checks.filter(({ result }) => result === 'failed').length;
  const tried = checks.filter(({ result }) => result !== 'skipped').length;
  return failed === 0
    ? 'all that it needs works.'
    : `${failed} of ${tried} ${failed === 1 ? 'does' : 'do'} not work.`;
}
