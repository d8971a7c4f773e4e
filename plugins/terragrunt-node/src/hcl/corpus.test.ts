import { CORPUS, readSample, Sample } from './__fixtures__/corpus';
import {
  asHashicorp,
  formatByHashicorp,
  pick,
  readByHashicorp,
} from './__fixtures__/secondOpinion';
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

async function expectFormatted(
  { text }: Case,
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
  it('comes back as it was', () => {
    const { text, document } = open(sample);
    expect(document.toString()).toBe(text);
  });

  it('stays the same when an edit changes nothing', () => {
    const { document, elements } = open(sample);
    const same = elements.reduce<HclDocument>(
      (edited, element, index) => edited.set([...sample.list, index], element),
      document.set(sample.list, elements),
    );
    expect(same).toBe(document);
    for (const element of elements) {
      const { name } = element as { name?: HclValue };
      if (typeof name === 'string') {
        const value = element as { [key: string]: HclValue };
        expect(document.upsert(sample.list, { key: 'name', value })).toBe(
          document,
        );
      }
    }
  });

  it('is read as HashiCorp reads it', async () => {
    const { text, elements } = open(sample);
    const read = await readByHashicorp(text);
    if (!sample.inCall) {
      expect(pick(read, sample.list)).toEqual(asHashicorp(elements));
    }
  });

  it.each([
    ['a whole workload', WORKLOAD],
    ['a small workload', SMALL],
  ])('takes %s and touches nothing else', async (_, value) => {
    const opened = open(sample);
    const { text, document, elements } = opened;
    const after = document
      .upsert(sample.list, { key: 'name', value })
      .toString();
    const read = HclDocument.parse(after).value(sample.list) as HclValue[];
    const at = read.findIndex(
      each => (each as { name?: string }).name === 'm-new',
    );
    expect(read[at]).toEqual(value);
    expect(
      withoutPlaces([...read.slice(0, at), ...read.slice(at + 1)]),
    ).toEqual(withoutPlaces(elements));
    const second = await readByHashicorp(after);
    if (!sample.inCall) {
      expect(pick(second, sample.list)).toEqual(asHashicorp(read));
    }
    const added = sample.withinLine ? [] : addedLines(text, after);
    await expectFormatted(opened, after, added);
  });

  it('is as it was when the new workload is removed again', () => {
    const { text, document, elements } = open(sample);
    const path = [...sample.list, { key: 'name', value: 'm-new' }];
    const added = document.upsert(sample.list, {
      key: 'name',
      value: WORKLOAD,
    });
    if (elements.length > 0) {
      expect(added.remove(path).toString()).toBe(text);
    } else {
      expect(added.remove(path).value(sample.list)).toEqual([]);
    }
  });

  it('loses each of its workloads without touching the others', async () => {
    const opened = open(sample);
    const { text, document, elements } = opened;
    for (const index of elements.keys()) {
      const after = document.remove([...sample.list, index]).toString();
      const read = HclDocument.parse(after).value(sample.list) as HclValue[];
      expect(withoutPlaces(read)).toEqual(
        withoutPlaces(elements.filter((__, each) => each !== index)),
      );
      await readByHashicorp(after);
      if (!sample.withinLine && elements.length > 1) {
        addedLines(after, text);
      }
      if ((await formatByHashicorp(text)) === text) {
        expect(await formatByHashicorp(after)).toBe(after);
      }
    }
  });

  it('changes one line when one value changes', async () => {
    const opened = open(sample);
    const { text, document, elements } = opened;
    for (const [index, element] of elements.entries()) {
      if (!(element instanceof HclExpression)) {
        const path = [...sample.list, index, 'name'];
        const after = document.set(path, 'other-name').toString();
        expect(HclDocument.parse(after).value(path)).toBe('other-name');
        const old = text.split('\n');
        const changed = after
          .split('\n')
          .filter((line, at) => line !== old[at]);
        expect(changed).toHaveLength(1);
        expect(after.split('\n')).toHaveLength(old.length);
      }
    }
  });

  it('takes a new attribute in each workload', async () => {
    const opened = open(sample);
    const { text, document, elements } = opened;
    for (const [index, element] of elements.entries()) {
      if (!(element instanceof HclExpression)) {
        const path = [...sample.list, index, 'a_rather_long_attribute'];
        const edited = document.set(path, ['x']);
        const after = edited.toString();
        expect(edited.value(path)).toEqual(['x']);
        await readByHashicorp(after);
        const line = after
          .split('\n')
          .findIndex(each => each.includes('a_rather'));
        await expectFormatted(opened, after, [line]);
        const removed = edited.remove(path);
        expect(withoutPlaces(removed.value(sample.list)!)).toEqual(
          withoutPlaces(elements),
        );
        if ((await formatByHashicorp(text)) === text) {
          expect(removed.toString()).toBe(text);
        }
      }
    }
  });
});

/** Positions of expressions move with the lines above them. */
function withoutPlaces(value: HclValue): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item) =>
      item instanceof HclExpression ? item.source : item,
    ),
  );
}
