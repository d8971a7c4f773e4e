import { AskedQuestions } from './AskedQuestions';

const SECOND = 1_000;

describe('AskedQuestions', () => {
  it.each([
    ['nothing was asked', [], []],
    ['each was asked once', [['one', 0] as const, ['other', 1] as const], []],
    [
      'one was asked again',
      [['one', 0] as const, ['one', 60] as const],
      ['one'],
    ],
    [
      'one was asked again too late to be an open page',
      [['one', 0] as const, ['one', 80] as const],
      [],
    ],
    [
      'one was asked more often, the other last',
      [
        ['other', 10] as const,
        ['one', 20] as const,
        ['one', 30] as const,
        ['one', 40] as const,
        ['other', 50] as const,
      ],
      ['one', 'other'],
    ],
  ])('when %s', (_when, asked, expected) => {
    const questions = new AskedQuestions<string>();
    for (const [name, second] of asked) {
      questions.note(name, name, second * SECOND);
    }
    const last = asked.at(-1)?.[1] ?? 0;
    expect(questions.expected(last * SECOND)).toEqual(expected);
    // Whoever asked has gone.
    expect(questions.expected((last + 76) * SECOND)).toEqual([]);
  });

  it('forgets what was asked longest ago when there are too many', () => {
    const questions = new AskedQuestions<number>();
    for (const turn of [0, 1]) {
      for (let each = 0; each < 200; each += 1) {
        questions.note(String(each), each, turn);
      }
    }
    questions.note('one more', 200, 2);
    questions.note('one more', 200, 3);
    const expected = questions.expected(3);
    expect(expected).toHaveLength(200);
    expect(expected).not.toContain(0);
    expect(expected).toContain(200);
  });
});
