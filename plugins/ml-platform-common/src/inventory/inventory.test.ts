import { InventorySource, sourceHealth } from '.';

const now = '2026-11-21T12:00:00Z';
const source: InventorySource = {
  id: 'eks:111122223333:eu-west-2',
  kind: 'eks',
  title: 'EKS of 111122223333 in eu-west-2',
  intervalSeconds: 60,
  lastSuccessAt: '2026-11-21T11:59:30Z',
  partial: [],
  requestsPerMinute: 4,
};
const problem = {
  code: 'timeout',
  message: 'No answer within 20 s.',
  fix: 'See that the endpoint can be reached.',
};

it.each([
  ['all well', {}, 'healthy', undefined],
  ['never asked', { lastSuccessAt: undefined }, 'unknown', undefined],
  [
    'failed from the start',
    { lastSuccessAt: undefined, problem },
    'failed',
    'timeout',
  ],
  ['failed once', { problem }, 'degraded', 'timeout'],
  [
    'failing for long',
    { problem, lastSuccessAt: '2026-11-21T11:00:00Z' },
    'failed',
    'timeout',
  ],
  [
    'silent for three intervals',
    { lastSuccessAt: '2026-11-21T11:57:00Z' },
    'healthy',
    undefined,
  ],
  [
    'silent for longer',
    { lastSuccessAt: '2026-11-21T11:56:00Z' },
    'degraded',
    'stale',
  ],
  [
    'a part refused',
    {
      partial: [
        { code: 'AccessDenied', message: 'eks:ListInsights is refused.' },
      ],
    },
    'degraded',
    'AccessDenied',
  ],
  [
    'a part not offered',
    {
      partial: [
        { code: 'not-available', message: 'The region has no insights.' },
      ],
    },
    'healthy',
    'not-available',
  ],
] as [string, Partial<InventorySource>, string, string | undefined][])(
  'a source is, %s',
  (_case, changed, status, code) => {
    const health = sourceHealth({ ...source, ...changed }, now);

    expect(health.status).toBe(status);
    expect(health.causes[0]?.code).toBe(code);
  },
);
