import {
  Dice,
  Generated,
  generateDocument,
  Workload,
} from './__testUtils__/generate';
import { Done, randomEdit, State } from './__testUtils__/randomEdit';
import {
  asHashicorp,
  formatByHashicorp,
  pick,
  readByHashicorp,
} from './__testUtils__/secondOpinion';
import { findContainer } from './edits';
import { HclDocument } from './HclDocument';
import { HclPath } from './HclPath';
import { HclSource } from './HclSource';
import { loadHclParser } from './parser';

const DOCUMENTS = 1000;
const BATCHES = 10;
const EDITS = 4;

/** The texts before, between and behind the elements of a list. */
function pieces(text: string, list: HclPath) {
  const { container } = findContainer(HclSource.parse(text, 'x'), list);
  return {
    head: text.slice(0, container.open),
    elements: container.entries.map(({ start, end }) => text.slice(start, end)),
    tail: text.slice(container.close),
    lines: text.slice(container.open, container.close).includes('\n'),
  };
}

function expectOthersUntouched(
  before: string,
  after: string,
  list: HclPath,
  { touched, change }: Done,
): void {
  const old = pieces(before, list);
  const now = pieces(after, list);
  // A list that becomes one line, or no longer is, joins or leaves the aligned
  // attributes around it.
  const reshaped = old.lines !== now.lines;
  const plain = (text: string) =>
    reshaped ? text.replace(/ +=/g, ' =') : text;
  expect(plain(now.tail)).toBe(plain(old.tail));
  expect(plain(now.head)).toBe(plain(old.head));
  const removed = change < 0 || change === 0 ? 1 : 0;
  const added = change > 0 || change === 0 ? 1 : 0;
  old.elements.splice(touched, removed);
  now.elements.splice(touched, added);
  // Between objects joined by `}, {` the indentation of the bracket may follow its place.
  const shape = (text: string) => text.replace(/[ \t]*\}$/, '}');
  expect(now.elements.map(shape)).toEqual(old.elements.map(shape));
}

async function check(seed: number): Promise<void> {
  const dice = new Dice(seed + 5000);
  const generated: Generated = generateDocument(seed);
  // Half of the documents begin as terraform fmt leaves them, and have to end so.
  const clean = dice.chance(50);
  const text = clean ? await formatByHashicorp(generated.text) : generated.text;
  const { list } = generated;
  const state: State<HclDocument> = {
    document: HclDocument.parse(text),
    data: structuredClone(generated.data),
  };
  expect(state.document.value(list)).toEqual(asRead(state.data));
  for (let step = 0; step < EDITS; step += 1) {
    const before = state.document.toString();
    const done = randomEdit(dice, state, list);
    const after = state.document.toString();
    expect(HclDocument.parse(after).value(list)).toEqual(asRead(state.data));
    expect(state.document.value(list)).toEqual(asRead(state.data));
    expectOthersUntouched(before, after, list, done);
  }
  const after = state.document.toString();
  if (clean) {
    expect(await formatByHashicorp(after)).toBe(after);
  }
  const read = await readByHashicorp(after);
  expect(pick(read, list)).toEqual(asHashicorp(state.data));
}

/** Numbers and texts as they come back: `-0` as `0`. */
function asRead(data: Workload[]): unknown {
  return JSON.parse(JSON.stringify(data));
}

beforeAll(loadHclParser);

/** What went wrong first with the seeds of a batch. */
async function failureIn(batch: number): Promise<string | undefined> {
  const size = DOCUMENTS / BATCHES;
  for (let seed = batch * size; seed < (batch + 1) * size; seed += 1) {
    try {
      await check(seed);
    } catch (error) {
      return `seed ${seed}: ${(error as Error).message}`;
    }
  }
  return undefined;
}

const batches = Array.from({ length: BATCHES }, (_, batch) => batch);

it.each(batches)(
  'means what was asked after random edits, batch %#',
  async batch => expect(await failureIn(batch)).toBeUndefined(),
  120_000,
);
