import { changePlannerOf, changePlanners } from './changePlanners';

describe('changePlannerOf', () => {
  it('gives each kind its planner', () => {
    for (const kind of Object.keys(changePlanners)) {
      expect(changePlannerOf(kind).kind).toBe(kind);
    }
  });

  it.each(['', 'toString', '__proto__', 'database'])(
    'refuses %j and names the kinds there are',
    kind => {
      expect(() => changePlannerOf(kind)).toThrow(
        /there is no kind of change .* There are: workload/,
      );
    },
  );
});
