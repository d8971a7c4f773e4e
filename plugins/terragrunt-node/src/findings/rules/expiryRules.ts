import { WorkloadRule } from '../WorkloadRule';

const expiryPassed: WorkloadRule = {
  id: 'expiry-passed',
  severity: 'warning',
  kinds: ['workload'],
  title: 'The day until which it is needed has passed',
  reason:
    'An expiry in the past marks a thing as overdue from its first day; most often the year is mistyped.',
  failing: {
    title: 'needed until yesterday',
    request: { expires: '2026-03-31' },
    context: { day: '2026-04-01' },
  },
  passing: {
    title: 'needed until today',
    request: { expires: '2026-04-01' },
    context: { day: '2026-04-01' },
  },
  check: ({ workload: { request }, day }) =>
    request.expires !== undefined && request.expires < day
      ? [
          {
            field: 'expires',
            message: `It is needed until ${request.expires}, which has passed: today is ${day} (UTC).`,
            fix: 'Choose a later day, or leave the field empty when there is no end.',
          },
        ]
      : [],
};

export const expiryRules: WorkloadRule[] = [expiryPassed];
