import {
  markdownBlock,
  markdownCode,
  markdownQuote,
  markdownRow,
  markdownText,
} from './markdown';

describe('markdownText', () => {
  it.each([
    [
      'plain text, with (brackets) and dots.',
      'plain text, with (brackets) and dots.',
    ],
    ['read `acme-models` only', 'read `acme-models` only'],
    ['a ` alone', 'a \\` alone'],
    ['**bold** _it_ ~~x~~', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~x\\~\\~'],
    ['[link](http://x)', '\\[link\\](http://x)'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    [
      'a & b &#64;x',
      'a &amp; b &amp;#64;x'.replace('&amp;#64', '&amp;#&#8203;64'),
    ],
    ['cc @acme/team', 'cc @&#8203;acme/team'],
    ['fixes #12 and GH-3', 'fixes #&#8203;12 and GH&#8203;-3'],
    ['# title', '&#8203;# title'],
    ['- item', '&#8203;- item'],
    ['1. item', '&#8203;1. item'],
    ['a\n\n# b', 'a # b'],
    ['a|b', 'a\\|b'],
    ['x\u202ey\u0000', 'x\\\\u{202e}y\\\\u{0}'],
  ])('shows %j as it is', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe('markdownCode', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['', '(empty)'],
    ['@acme/team\n#1', '`@acme/team #1`'],
  ])('shows %j as it is', (value, expected) => {
    expect(markdownCode(value)).toBe(expected);
  });
});

describe('markdownBlock', () => {
  it('cannot be ended by its content', () => {
    expect(markdownBlock('json', 'a\n````\nb')).toBe(
      '`````json\na\n````\nb\n`````',
    );
  });
});

describe('markdownQuote and markdownRow', () => {
  it('keep to their lines and cells', () => {
    expect(markdownQuote('a\r\n\r\n> b\n<!-- c -->')).toBe(
      '> a\n>\n> &gt; b\n> &lt;!-- c --&gt;',
    );
    expect(markdownRow(['`a|b`', markdownText('c|d')])).toBe(
      '| `a\\|b` | c\\|d |',
    );
  });
});
