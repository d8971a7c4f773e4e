import {
  HEALTH_STATUSES,
  HealthCause,
  HealthStatus,
  defaultHealthLimits,
  describeMinutes,
  healthOf,
  inherit,
  isWorse,
  minutesSince,
  progressingCause,
  worstStatus,
} from '.';

const resource = { kind: 'node', name: 'ip-10-0-0-1' } as const;

function cause(code: string, status: HealthStatus): HealthCause {
  return { code, status, message: code, resource };
}

describe('the order of statuses', () => {
  it.each(
    HEALTH_STATUSES.flatMap((one, at) =>
      HEALTH_STATUSES.map(
        (other, otherAt): [HealthStatus, HealthStatus, boolean] => [
          one,
          other,
          at > otherAt,
        ],
      ),
    ),
  )('%s is worse than %s: %s', (one, other, worse) => {
    expect(isWorse(one, other)).toBe(worse);
  });

  it.each([
    [[], 'unknown'],
    [['healthy'], 'healthy'],
    [['healthy', 'unknown'], 'unknown'],
    [['unknown', 'progressing', 'degraded'], 'degraded'],
    [['failed', 'degraded', 'healthy'], 'failed'],
  ] as [HealthStatus[], HealthStatus][])('of %j it is %s', (all, worst) => {
    expect(worstStatus(all)).toBe(worst);
  });
});

describe('healthOf', () => {
  it('has the status of the worst cause, which comes first, the others in their order', () => {
    expect(
      healthOf([
        cause('a', 'healthy'),
        cause('b', 'degraded'),
        cause('c', 'failed'),
        cause('d', 'degraded'),
      ]),
    ).toMatchObject({
      status: 'failed',
      causes: [{ code: 'c' }, { code: 'b' }, { code: 'd' }, { code: 'a' }],
    });
  });

  it.each(['healthy', 'suspended', 'unknown'] as const)(
    'is %s without a cause, when that is what the thing is',
    status => {
      expect(healthOf([], status)).toEqual({ status, causes: [] });
    },
  );

  it('is not made better by a cause that is', () => {
    expect(healthOf([cause('a', 'healthy')], 'unknown').status).toBe('unknown');
  });
});

describe('inherit', () => {
  it('marks what is inherited, no worse than told, and leaves out what goes well', () => {
    const part = healthOf([
      cause('gone', 'failed'),
      cause('unseen', 'unknown'),
      cause('rolling', 'progressing'),
      cause('old', 'healthy'),
    ]);

    expect(inherit(part)).toEqual([
      { ...cause('gone', 'degraded'), inherited: true },
      { ...cause('unseen', 'unknown'), inherited: true },
    ]);
    expect(inherit(part, 'failed')[0].status).toBe('failed');
  });
});

describe('progressingCause', () => {
  const now = '2026-11-21T12:00:00Z';
  const progress = (since?: string) =>
    progressingCause({
      code: 'CREATING',
      message: 'It is being created.',
      resource,
      since,
      now,
      limits: defaultHealthLimits,
      fix: 'Look at it.',
      link: 'https://docs.aws.amazon.com/',
    });

  it.each([
    ['just begun', '2026-11-21T11:59:30Z', 'progressing'],
    ['at the limit', '2026-11-21T11:45:00Z', 'progressing'],
    ['a minute over it', '2026-11-21T11:44:00Z', 'degraded'],
    ['begun at a time nobody knows', undefined, 'progressing'],
    ['with a clock that is ahead', '2026-11-21T12:05:00Z', 'progressing'],
  ])('%s', (_case, since, status) => {
    expect(progress(since).status).toBe(status);
  });

  it('says how long it has taken and what to do only once that is too long', () => {
    expect(progress('2026-11-21T09:00:00Z')).toMatchObject({
      message:
        'It is being created. It has taken 3 hours, longer than the 15 minutes this may take.',
      fix: 'Look at it.',
    });
    expect(progress('2026-11-21T11:58:00Z')).not.toHaveProperty('fix');
  });
});

describe('times in words', () => {
  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [119, '119 minutes'],
    [180, '3 hours'],
    [2 * 1440, '2 days'],
  ])('%s minutes are %s', (minutes, words) => {
    expect(describeMinutes(minutes)).toBe(words);
  });

  it.each([
    ['2026-11-21T11:00:00Z', 60],
    ['not a date', undefined],
    [undefined, undefined],
  ])('since %s it is %s minutes', (since, minutes) => {
    expect(minutesSince(since, '2026-11-21T12:00:00Z')).toBe(minutes);
  });
});
