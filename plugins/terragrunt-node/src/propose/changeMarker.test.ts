import {
  parseMarker,
  renderMarker,
  replaceSection,
  wrapSection,
} from './changeMarker';
import { marker } from './__testUtils__/fixtures';

const nasty = [
  '-->',
  '--!>',
  '<!-- ml-platform:end -->',
  '<script>alert(1)</script>',
  '@acme/ml-platform',
  '`code`',
  'line\nbreak\r\n\u2028',
  '\u202ereversed',
  '"; rm -rf',
  '${{ secrets.x }}',
  '😀 Ünïcode',
];

describe('marker', () => {
  it.each(nasty)('keeps %j without letting it out', value => {
    const given = marker({ name: value, request: { [value]: [value] } });
    const text = renderMarker(given);
    expect(text).toMatch(/^<!-- [\x20-\x7e]* -->$/);
    expect(text.slice(4, -4)).not.toMatch(/--|[<>@`]/);
    expect(parseMarker(`before\r\n${text}\r\nafter`)).toEqual(given);
  });

  it('leaves out a request that would fill the body', () => {
    const text = renderMarker(marker({ request: 'x'.repeat(20_000) }));
    expect(text.length).toBeLessThan(1_000);
    expect(parseMarker(text)).toEqual({ ...marker(), request: undefined });
  });

  it.each([
    '',
    'text',
    '<!-- ml-platform:change -->',
    '<!-- ml-platform:change {} -->',
    '<!-- ml-platform:change null -->',
    '<!-- ml-platform:change {"version":1 -->',
    renderMarker({ ...marker(), version: 2 as 1 }),
    renderMarker({ ...marker(), head: 7 as unknown as string }),
  ])('is not found in %j', body => {
    expect(parseMarker(body)).toBeUndefined();
  });
});

describe('replaceSection', () => {
  const old = wrapSection('old', marker({ head: 'one' }));
  const renewed = wrapSection('new', marker({ head: 'two' }));

  it.each([
    ['', renewed],
    [old, renewed],
    [`Above\n\n${old}\n\nBelow`, `Above\n\n${renewed}\n\nBelow`],
    ['Rewritten by hand', `${renewed}\n\nRewritten by hand`],
  ])('keeps what people wrote around it: %#', (body, expected) => {
    expect(replaceSection(body, renewed)).toBe(expected);
    expect(parseMarker(replaceSection(body, renewed))?.head).toBe('two');
  });
});
