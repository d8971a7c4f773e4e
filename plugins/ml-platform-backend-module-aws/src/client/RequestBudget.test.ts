import { RequestBudget } from './RequestBudget';

/** When each of several requests goes out, in milliseconds. */
async function timesOf(
  perMinute: number,
  arrivals: number[],
): Promise<number[]> {
  let now = 0;
  let waited = 0;
  const budget = new RequestBudget(perMinute, {
    now: () => now,
    wait: async ms => {
      waited = ms;
    },
  });
  const times = [];
  for (const arrival of arrivals) {
    now = arrival;
    waited = 0;
    await budget.take();
    times.push(arrival + waited);
  }
  return times;
}

it.each([
  ['a minute at once', 3, [0, 0, 0], [0, 0, 0]],
  ['the rest one by one', 3, [0, 0, 0, 0, 0], [0, 0, 0, 20_000, 40_000]],
  ['in time', 60, [0, 1000, 2000], [0, 1000, 2000]],
  [
    'as many again after a while',
    3,
    [0, 0, 0, 60_000, 60_000],
    [0, 0, 0, 60_000, 60_000],
  ],
  [
    'no more than a minute is saved up',
    2,
    [600_000, 600_000, 600_000],
    [600_000, 600_000, 630_000],
  ],
  [
    'who waits keeps the order',
    3,
    [0, 0, 0, 0, 10_000],
    [0, 0, 0, 20_000, 40_000],
  ],
])('%s', async (_case, perMinute, arrivals, times) => {
  const found = await timesOf(perMinute, arrivals);
  expect(found.map(Math.round)).toEqual(times);
});
