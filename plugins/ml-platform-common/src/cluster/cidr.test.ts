import {
  cidrContains,
  cidrsOverlap,
  formatCidr,
  parseCidr,
  splitNetwork,
} from './cidr';

const block = (text: string) => parseCidr(text)!;

describe('parseCidr', () => {
  it.each(['0.0.0.0/0', '10.155.48.0/20', '255.255.255.255/32'])(
    'reads %s and writes it again',
    text => {
      expect(formatCidr(block(text))).toBe(text);
    },
  );

  it.each([
    '',
    '10.0.0.0',
    '10.0.0.1/16',
    '10.0.0.256/32',
    '10.0.0.0/33',
    '::/0',
  ])('takes %j for no block', text => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe('cidrsOverlap', () => {
  it.each([
    ['10.0.0.0/16', '10.0.128.0/20', true],
    ['10.0.0.0/16', '10.1.0.0/16', false],
    ['10.155.48.0/20', '10.155.63.0/24', true],
    ['10.155.48.0/20', '10.155.64.0/20', false],
    ['0.0.0.0/0', '203.0.113.0/24', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(cidrsOverlap(block(one), block(other))).toBe(expected);
    expect(cidrsOverlap(block(other), block(one))).toBe(expected);
  });

  it('knows a block inside another', () => {
    expect(cidrContains(block('10.0.0.0/8'), block('10.9.0.0/16'))).toBe(true);
    expect(cidrContains(block('10.9.0.0/16'), block('10.0.0.0/8'))).toBe(false);
  });
});

describe('splitNetwork', () => {
  it('gives each zone a quarter and a sixteenth, as cidrsubnet does', () => {
    expect(
      splitNetwork('10.155.48.0/20', ['eu-west-2a', 'eu-west-2b']),
    ).toEqual([
      {
        kind: 'private',
        zone: 'eu-west-2a',
        cidr: '10.155.48.0/22',
        addresses: 1019,
      },
      {
        kind: 'private',
        zone: 'eu-west-2b',
        cidr: '10.155.52.0/22',
        addresses: 1019,
      },
      {
        kind: 'public',
        zone: 'eu-west-2a',
        cidr: '10.155.60.0/24',
        addresses: 251,
      },
      {
        kind: 'public',
        zone: 'eu-west-2b',
        cidr: '10.155.61.0/24',
        addresses: 251,
      },
    ]);
  });

  it.each([
    ['no block', ['a', 'b']],
    ['10.0.0.0/16', ['a', 'b', 'c', 'd']],
  ])('has no split of %s over %j', (text, zones) => {
    expect(splitNetwork(text, zones)).toBeUndefined();
  });
});
