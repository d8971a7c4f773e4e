import { parse, stringify } from 'yaml';
import { Dice, randomWorkload, Workload } from '../hcl/__testUtils__/generate';
import { randomEdit, State } from '../hcl/__testUtils__/randomEdit';
import { HclPath } from '../hcl/HclPath';
import { YamlDocument } from './YamlDocument';

const DOCUMENTS = 400;
const EDITS = 4;
const LIST: HclPath = ['workloads'];

/** A file in a random style, with a comment above each workload. */
function generate(dice: Dice): { text: string; data: Workload[] } {
  const data = Array.from({ length: dice.roll(5) }, (_, index) =>
    randomWorkload(dice, `w${index}`),
  );
  const text = stringify(
    { region: 'eu-west-2', workloads: data, last: true },
    {
      indent: dice.pick([2, 4]),
      // Without it the library may write an empty list where it cannot read one.
      indentSeq: /\[\]/.test(JSON.stringify(data)) || dice.chance(50),
      lineWidth: 0,
      defaultStringType: dice.pick(['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE']),
      defaultKeyType: 'PLAIN',
      flowCollectionPadding: dice.chance(50),
      collectionStyle: dice.pick(['any', 'any', 'block']),
      blockQuote: dice.chance(50),
    },
  );
  const commented = text.replace(
    /^( *)(- *name: (?:"|')?w(\d).*)$/gm,
    (_, indent, line, index) =>
      `${
        dice.chance(30) ? '\n' : ''
      }${indent}# lead ${index}\n${indent}${line} # tail ${index}`,
  );
  const ended = dice.chance(20) ? commented.trimEnd() : commented;
  const eol = dice.chance(20) ? ended.replace(/\n/g, '\r\n') : ended;
  return { text: dice.chance(10) ? `\uFEFF${eol}` : eol, data };
}

function check(seed: number): void {
  const dice = new Dice(seed);
  const { text, data } = generate(dice);
  const state: State<YamlDocument> = {
    document: YamlDocument.parse(text),
    data: structuredClone(data),
  };
  expect(state.document.value(LIST)).toEqual(data);
  let kept = data.map(({ name }) => name);
  for (let step = 0; step < EDITS; step += 1) {
    const names = state.data.map(({ name }) => name);
    const { touched, change } = randomEdit(dice, state, LIST);
    if (change < 0) {
      kept = kept.filter(name => name !== names[touched]);
    }
    const after = state.document.toString();
    expect(parse(after)).toEqual({
      region: 'eu-west-2',
      workloads: JSON.parse(JSON.stringify(state.data)),
      last: true,
    });
    for (const { name } of data) {
      const index = name.slice(1);
      const comments = [
        ...after.matchAll(new RegExp(`# (?:lead|tail) ${index}`, 'g')),
      ];
      expect([name, comments.length]).toEqual([
        name,
        kept.includes(name) ? 2 : 0,
      ]);
    }
    expect(after.endsWith('\n')).toBe(text.endsWith('\n'));
    expect(/[^\r]\n/.test(after)).toBe(/[^\r]\n/.test(text));
  }
}

/** What went wrong first. */
function firstFailure(): string | undefined {
  for (let seed = 0; seed < DOCUMENTS; seed += 1) {
    try {
      check(seed);
    } catch (error) {
      return `seed ${seed}: ${(error as Error).message}`;
    }
  }
  return undefined;
}

it('means what was asked after random edits, and keeps comments', () => {
  expect(firstFailure()).toBeUndefined();
}, 60_000);
