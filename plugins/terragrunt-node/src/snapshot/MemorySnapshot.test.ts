import { decodeUtf8 } from './decodeUtf8';
import { MemorySnapshot } from './MemorySnapshot';

describe('decodeUtf8', () => {
  it.each(['', 'plain\r\n', '\uFEFFa = 1\n', 'naïve 🚀\n', '\u0000'])(
    'gives %j back as it was written',
    text => {
      const decoded = decodeUtf8('a.hcl', Buffer.from(text, 'utf-8'));

      expect(decoded).toBe(text);
    },
  );

  it.each([
    [
      'a lone byte of Latin-1',
      [0x63, 0x61, 0x66, 0xe9, 0x0a],
      'byte 0xe9 at offset 3',
    ],
    [
      'a character that is cut off',
      [0x61, 0xf0, 0x9f],
      'byte 0xf0 at offset 1',
    ],
    [
      'a byte that never occurs',
      [0xef, 0xbb, 0xbf, 0xc0],
      'byte 0xc0 at offset 3',
    ],
    ['a surrogate', [0xed, 0xa0, 0x80], 'byte 0xed at offset 0'],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 'it starts like UTF-16'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(() => decodeUtf8('env/a.hcl', Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        file: 'env/a.hcl',
        message: expect.stringContaining(
          `File env/a.hcl is not valid UTF-8: ${reason}`,
        ),
      }),
    );
  });
});

describe('MemorySnapshot', () => {
  const snapshot = new MemorySnapshot({
    'env/dev/env.yaml': 'a: 1\n',
    'README.md': Buffer.from([0xff]),
  });

  it('lists files with the SHA Git gives them', async () => {
    expect(await snapshot.list('env/')).toEqual([
      {
        path: 'env/dev/env.yaml',
        sha: 'a8926a52d8dcba5c4386945476ab6a2ad008afd4',
        mode: '100644',
      },
    ]);
  });

  it('reads what is there', async () => {
    expect(await snapshot.readText('env/dev/env.yaml')).toBe('a: 1\n');
    expect(await snapshot.readText('nothing')).toBeUndefined();
    expect(await snapshot.readMany(['env/dev/env.yaml', 'nothing'])).toEqual(
      new Map([['env/dev/env.yaml', 'a: 1\n']]),
    );
    await expect(snapshot.readText('README.md')).rejects.toThrow('README.md');
  });

  it('gives another commit when a file changes', () => {
    const changed = snapshot.with([{ path: 'README.md', after: undefined }]);

    expect(changed.commit).not.toBe(snapshot.commit);
  });
});
