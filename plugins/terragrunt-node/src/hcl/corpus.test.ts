import { CORPUS, readSample, Sample } from './__testUtils__/corpus';
import {
  asHashicorp,
  formatByHashicorp,
  pick,
  readByHashicorp,
} from './__testUtils__/secondOpinion';
import { HclDocument } from './HclDocument';
import { HclExpression, HclValue } from './HclValue';
import { loadHclParser } from './parser';

const WORKLOAD = {
  name: 'm-new',
  namespace: 'new',
  service_account: 'new-sa',
  create_namespace: true,
  s3_access: {
    bucket_arns: ['arn:aws:s3:::new/${x}/*'],
    kms_key_arns: ['arn:aws:kms:eu-west-2:123456789012:key/1', '"quoted" \\'],
    read_only: false,
  },
};

const SMALL = { name: 'm-new', namespace: 'new' };

interface Case {
  sample: Sample;
  text: string;
  document: HclDocument;
  elements: HclValue[];
}

function open(sample: Sample): Case {
  const text = readSample(sample);
  const document = HclDocument.parse(text, { file: sample.file });
  return {
    sample,
    text,
    document,
    elements: document.value(sample.list) as HclValue[],
  };
}

/** The lines of `after` that are not in `before`; fails when a line of `before` is missing or out of order. */
function addedLines(before: string, after: string): number[] {
  const old = before.split('\n');
  const added: number[] = [];
  let at = 0;
  after.split('\n').forEach((line, index) => {
    const expected = old[at];
    if (expected !== undefined && sameButComma(expected, line)) {
      at += 1;
    } else {
      added.push(index);
    }
  });
  expect(old.slice(at)).toEqual([]);
  return added;
}

/** A neighbour may get or lose the comma behind it. */
function sameButComma(before: string, after: string): boolean {
  return before.replace(/,/g, '') === after.replace(/,/g, '');
}

/** HashiCorp's reading of the list; that of a list inside a call is one expression, which says nothing. */
async function secondReading(
  { inCall, list }: Sample,
  text: string,
  expected: HclValue[],
): Promise<unknown> {
  const read = await readByHashicorp(text);
  return inCall ? asHashicorp(expected) : pick(read, list);
}

/** The text as `terraform fmt` leaves it, if it left the text before the edit alone. */
async function kept(before: string, after: string): Promise<string> {
  const clean = (await formatByHashicorp(before)) === before;
  return clean ? formatByHashicorp(after) : after;
}

async function expectFormatted(
  text: string,
  after: string,
  added: number[],
): Promise<void> {
  const formatted = (await formatByHashicorp(after)).split('\n');
  const lines = after.split('\n');
  // Where the file is indented as terraform fmt would not, new lines follow the file.
  const indented = (await formatByHashicorp(text)) === text;
  const shown = (line: string) => (indented ? line : line.trimStart());
  expect(added.map(index => shown(lines[index]))).toEqual(
    added.map(index => shown(formatted[index])),
  );
  if (indented) {
    expect(formatted.join('\n')).toBe(after);
  }
}

beforeAll(loadHclParser);

describe.each(CORPUS)('$file', sample => {
  const { list } = sample;

  it('comes back as it was', () => {
    const { text, document } = open(sample);
    expect(document.toString()).toBe(text);
  });

  it('stays the same when an edit changes nothing', () => {
    const { document, elements } = open(sample);
    const same = elements.reduce<HclDocument>(
      (edited, element, index) => edited.set([...list, index], element),
      document.set(list, elements),
    );
    expect(same).toBe(document);
    for (const value of elements.filter(isNamed)) {
      expect(document.upsert(list, { key: 'name', value })).toBe(document);
    }
  });

  it('is read as HashiCorp reads it', async () => {
    const { text, elements } = open(sample);
    expect(await secondReading(sample, text, elements)).toEqual(
      asHashicorp(elements),
    );
  });

  it.each([
    ['a whole workload', WORKLOAD],
    ['a small workload', SMALL],
  ])('takes %s and touches nothing else', async (_, value) => {
    const { text, document, elements } = open(sample);
    const after = document.upsert(list, { key: 'name', value }).toString();
    const read = HclDocument.parse(after).value(list) as HclValue[];
    const at = read.findIndex(
      each => (each as { name?: string }).name === 'm-new',
    );
    expect(read[at]).toEqual(value);
    expect(
      withoutPlaces([...read.slice(0, at), ...read.slice(at + 1)]),
    ).toEqual(withoutPlaces(elements));
    expect(await secondReading(sample, after, read)).toEqual(asHashicorp(read));
    const added = sample.withinLine ? [] : addedLines(text, after);
    await expectFormatted(text, after, added);
  });

  it('is as it was when the new workload is removed again', () => {
    const { text, document, elements } = open(sample);
    const path = [...list, { key: 'name', value: 'm-new' }];
    const removed = document
      .upsert(list, { key: 'name', value: WORKLOAD })
      .remove(path);
    expect(withoutPlaces(removed.value(list)!)).toEqual(
      withoutPlaces(elements),
    );
    // A list that had been empty becomes `[]`, however it was written.
    expect(elements.length > 0 ? removed.toString() : text).toBe(text);
  });

  it('loses each of its workloads without touching the others', async () => {
    const { text, document, elements } = open(sample);
    for (const index of elements.keys()) {
      const after = document.remove([...list, index]).toString();
      const read = HclDocument.parse(after).value(list) as HclValue[];
      const others = elements.filter((_, each) => each !== index);
      expect(withoutPlaces(read)).toEqual(withoutPlaces(others));
      expect(await secondReading(sample, after, read)).toEqual(
        asHashicorp(read),
      );
      const comparable = !sample.withinLine && others.length > 0;
      expect(comparable ? addedLines(after, text) : [0]).not.toEqual([]);
      expect(await kept(text, after)).toBe(after);
    }
  });

  it('changes one line when one value changes', () => {
    const { text, document, elements } = open(sample);
    for (const index of objectsIn(elements)) {
      const path = [...list, index, 'name'];
      const after = document.set(path, 'other-name').toString();
      expect(HclDocument.parse(after).value(path)).toBe('other-name');
      const old = text.split('\n');
      const lines = after.split('\n');
      expect(lines.filter((line, at) => line !== old[at])).toHaveLength(1);
      expect(lines).toHaveLength(old.length);
    }
  });

  it('takes a new attribute in each workload', async () => {
    const { text, document, elements } = open(sample);
    for (const index of objectsIn(elements)) {
      const path = [...list, index, 'a_rather_long_attribute'];
      const edited = document.set(path, ['x']);
      const after = edited.toString();
      const read = edited.value(list) as HclValue[];
      expect(edited.value(path)).toEqual(['x']);
      expect(await secondReading(sample, after, read)).toEqual(
        asHashicorp(read),
      );
      const line = after
        .split('\n')
        .findIndex(each => each.includes('a_rather'));
      await expectFormatted(text, after, [line]);
      const removed = edited.remove(path);
      expect(withoutPlaces(removed.value(list)!)).toEqual(
        withoutPlaces(elements),
      );
      const clean = (await formatByHashicorp(text)) === text;
      expect(clean ? removed.toString() : text).toBe(text);
    }
  });
});

function isNamed(value: HclValue): value is { [key: string]: HclValue } {
  return typeof (value as { name?: HclValue }).name === 'string';
}

function objectsIn(elements: HclValue[]): number[] {
  return [...elements.keys()].filter(
    index => !(elements[index] instanceof HclExpression),
  );
}

/** Positions of expressions move with the lines above them. */
function withoutPlaces(value: HclValue): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item) =>
      item instanceof HclExpression ? item.source : item,
    ),
  );
}
