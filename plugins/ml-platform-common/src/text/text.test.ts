import { quoteValue } from './quoteValue';
import { nameTextProblem, proseProblem } from './textProblem';

describe('quoteValue', () => {
  it.each([
    ['mlflow', '"mlflow"'],
    ['a\nb\u202ec', '"a\\u{a}b\\u{202e}c"'],
    ['x'.repeat(10_000), `"${'x'.repeat(80)}…"`],
    [{ a: 1 }, '"{"a":1}"'],
    [undefined, '"undefined"'],
  ])('shows %j as %s', (value, shown) => {
    expect(quoteValue(value)).toBe(shown);
  });
});

describe('nameTextProblem', () => {
  it.each([
    ['${{ secrets.x }}', 'template expression'],
    ['${get_env("X")}', 'Terraform expression'],
    ['%{ if true }', 'Terraform expression'],
    ['mlﬂow', 'U+FB02'],
    ['ml\u200bflow', '"\\u{200b}" (U+200B)'],
    ['ml\nflow', 'U+000A'],
  ])('explains %j', (text, problem) => {
    expect(nameTextProblem(text)).toContain(problem);
  });

  it('lets plain characters pass, whatever they mean', () => {
    expect(nameTextProblem('"; rm -rf ../../etc')).toBeUndefined();
  });
});

describe('proseProblem', () => {
  it.each([
    'Änderung für das Team 🚀',
    'two\nlines\tand a tab',
    'costs ${amount} "now"; rm -rf',
  ])('lets %j pass', text => {
    expect(proseProblem(text)).toBeUndefined();
  });

  it.each([
    ['${{ parameters.x }}', 'template expression'],
    ['hidden\u202etxt', 'U+202E'],
    ['bell\u0007', 'U+0007'],
  ])('refuses %j', (text, problem) => {
    expect(proseProblem(text)).toContain(problem);
  });
});
