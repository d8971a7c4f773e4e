import { retryRequest } from './retryRequest';

function failing(times: number, error: object) {
  let calls = 0;
  return {
    calls: () => calls,
    request: async () => {
      calls += 1;
      if (calls <= times) {
        throw Object.assign(new Error('x'), { name: 'HttpError' }, error);
      }
      return 'answer';
    },
  };
}

const gateway = { status: 502, response: { headers: {} } };
const unreachable = { status: 500 };
const limited = { status: 429, response: { headers: { 'retry-after': '0' } } };
const limitedLong = {
  status: 403,
  response: { headers: { 'retry-after': '3600' } },
};
const refused = { status: 403, response: { headers: {} } };

describe('retryRequest', () => {
  it.each([
    ['a gateway error', gateway, 3],
    ['no answer', unreachable, 2],
    ['a rate limit', limited, 3],
  ])('repeats a read after %s', async (_name, error, times) => {
    const { request, calls } = failing(times, error);
    await expect(
      retryRequest(request, { repeatable: true, delayMs: 1 }),
    ).resolves.toBe('answer');
    expect(calls()).toBe(times + 1);
  });

  it('repeats a write that was turned away for the rate limit', async () => {
    const { request, calls } = failing(1, limited);
    await expect(retryRequest(request, { repeatable: false })).resolves.toBe(
      'answer',
    );
    expect(calls()).toBe(2);
  });

  it.each([
    ['a write that may have been carried out', gateway, false],
    ['a write without an answer', unreachable, false],
    ['a refusal', refused, true],
    ['a limit that lasts an hour', limitedLong, true],
  ])('does not repeat %s', async (_name, error, repeatable) => {
    const { request, calls } = failing(1, error);
    await expect(
      retryRequest(request, { repeatable, delayMs: 1 }),
    ).rejects.toMatchObject(error);
    expect(calls()).toBe(1);
  });

  it('gives up after the agreed number of repetitions', async () => {
    const { request, calls } = failing(9, gateway);
    await expect(
      retryRequest(request, { repeatable: true, retries: 2, delayMs: 1 }),
    ).rejects.toMatchObject(gateway);
    expect(calls()).toBe(3);
  });

  it('does not wait for somebody who has gone', async () => {
    const controller = new AbortController();
    const { request, calls } = failing(9, limitedLong);
    setTimeout(() => controller.abort(), 5);
    await expect(
      retryRequest(request, {
        repeatable: true,
        longestWaitMs: 10_000_000,
        retries: 1,
        signal: controller.signal,
      }),
    ).rejects.toMatchObject(limitedLong);
    expect(calls()).toBe(2);
  });
});
