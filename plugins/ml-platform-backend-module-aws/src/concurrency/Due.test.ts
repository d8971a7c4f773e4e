import { Due } from './Due';

const MINUTE = 60_000;

/** Minutes until each next turn, while every turn fails. */
function waits(intervalMinutes: number, turns: number): number[] {
  const due = new Due(intervalMinutes * MINUTE);
  let now = 0;
  return Array.from({ length: turns }, () => {
    due.failed(now, 5 * MINUTE);
    const began = now;
    while (!due.isDue(now)) {
      now += MINUTE / 10;
    }
    return Math.round((now - began) / (MINUTE / 10)) / 10;
  });
}

it('comes soon after what failed once, and less and less often', () => {
  expect(waits(60, 5)).toEqual([1, 2, 4, 5, 5]);
});

it('never waits longer than for the next turn', () => {
  expect(waits(1, 3)).toEqual([0.9, 0.9, 0.9]);
  expect(waits(3, 4)).toEqual([1, 2, 2.7, 2.7]);
});

it('begins anew after a success', () => {
  const due = new Due(60 * MINUTE, () => 0.5);
  due.failed(0, 5 * MINUTE);
  due.failed(MINUTE, 5 * MINUTE);
  due.done(3 * MINUTE);
  expect(due.isDue(50 * MINUTE)).toBe(false);
  due.failed(60 * MINUTE, 5 * MINUTE);

  expect(due.isDue(61 * MINUTE)).toBe(true);
});

it('is stale only when it was read once', () => {
  const due = new Due(MINUTE);
  expect(due.isStale(10 * MINUTE)).toBe(false);
  due.done(0);
  expect(due.isStale(3 * MINUTE)).toBe(false);
  expect(due.isStale(4 * MINUTE)).toBe(true);
});
