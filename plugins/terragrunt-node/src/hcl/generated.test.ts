import {
  Data,
  Dice,
  Generated,
  generateDocument,
  randomData,
  randomScalar,
  randomWorkload,
  Workload,
} from './__fixtures__/generate';
import {
  asHashicorp,
  formatByHashicorp,
  pick,
  readByHashicorp,
} from './__fixtures__/secondOpinion';
import { findContainer } from './edits';
import { HclDocument } from './HclDocument';
import { HclPath } from './HclPath';
import { HclSource } from './HclSource';
import { loadHclParser } from './parser';

const DOCUMENTS = 1000;
const BATCHES = 10;
const EDITS = 4;

interface State {
  document: HclDocument;
  data: Workload[];
}

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

function sortedIndex(data: Workload[], name: string): number {
  const sorted =
    data.length >= 2 &&
    data.every(
      (each, index) => index === 0 || data[index - 1].name < each.name,
    );
  const at = data.findIndex(each => each.name > name);
  return sorted && at >= 0 ? at : data.length;
}

/** One random edit on the document and on the data it should mean; returns the element it touched. */
function edit(
  dice: Dice,
  state: State,
  list: HclPath,
): { touched: number; change: number } {
  const { data } = state;
  const at = dice.roll(data.length);
  const element = data[at];
  const path = [...list, at];
  const kind = data.length === 0 ? 0 : dice.roll(7);
  if (kind === 0) {
    const name = `${dice.pick(['a', 'm', 'z'])}${dice.roll(1000)}-${
      data.length
    }`;
    const value = randomWorkload(dice, name);
    const index = sortedIndex(data, name);
    state.document = state.document.upsert(list, { key: 'name', value });
    data.splice(index, 0, value);
    return { touched: index, change: 1 };
  }
  if (kind === 1) {
    state.document = state.document.remove(
      dice.chance(50) ? path : [...list, { key: 'name', value: element.name }],
    );
    data.splice(at, 1);
    return { touched: at, change: -1 };
  }
  if (kind === 2) {
    const value = randomWorkload(dice, `n${dice.roll(1000)}`);
    state.document = state.document.insert(list, value, { index: at });
    data.splice(at, 0, value);
    return { touched: at, change: 1 };
  }
  if (kind === 3) {
    const value = randomWorkload(dice, element.name);
    state.document = state.document.upsert(list, { key: 'name', value });
    data[at] = { ...element, ...value };
    return { touched: at, change: 0 };
  }
  if (kind === 4) {
    const value = randomWorkload(dice, element.name);
    state.document = state.document.set(path, value);
    data[at] = value;
    return { touched: at, change: 0 };
  }
  const keys = Object.keys(element).filter(key => key !== 'name');
  const key =
    dice.chance(40) || keys.length === 0 ? 'added_key' : dice.pick(keys);
  const value = element[key];
  if (kind === 5 && Array.isArray(value)) {
    const index = dice.roll(value.length + 1);
    const item = randomScalar(dice);
    state.document = state.document.insert([...path, key], item, { index });
    value.splice(index, 0, item);
  } else if (kind === 5) {
    state.document = state.document.remove([...path, key]);
    delete element[key];
  } else {
    const item: Data = randomData(dice, 2);
    state.document = state.document.set([...path, key], item);
    element[key] = item;
  }
  return { touched: at, change: 0 };
}

function expectOthersUntouched(
  before: string,
  after: string,
  list: HclPath,
  { touched, change }: { touched: number; change: number },
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
  const state: State = {
    document: HclDocument.parse(text),
    data: structuredClone(generated.data),
  };
  expect(state.document.value(list)).toEqual(asRead(state.data));
  for (let step = 0; step < EDITS; step += 1) {
    const before = state.document.toString();
    const done = edit(dice, state, list);
    const after = state.document.toString();
    expect(HclDocument.parse(after).value(list)).toEqual(asRead(state.data));
    expect(state.document.value(list)).toEqual(asRead(state.data));
    expectOthersUntouched(before, after, list, done);
    if (clean) {
      expect(await formatByHashicorp(after)).toBe(after);
    }
  }
  const read = await readByHashicorp(state.document.toString());
  expect(pick(read, list)).toEqual(asHashicorp(state.data));
}

/** Numbers and texts as they come back: `-0` as `0`. */
function asRead(data: Workload[]): unknown {
  return JSON.parse(JSON.stringify(data));
}

beforeAll(loadHclParser);

const batches = Array.from({ length: BATCHES }, (_, batch) => batch);

it.each(batches)(
  'means what was asked after random edits, batch %#',
  async batch => {
    const size = DOCUMENTS / BATCHES;
    for (let index = 0; index < size; index += 1) {
      const seed = batch * size + index;
      try {
        await check(seed);
      } catch (error) {
        (error as Error).message = `seed ${seed}: ${(error as Error).message}`;
        throw error;
      }
    }
  },
  120_000,
);
