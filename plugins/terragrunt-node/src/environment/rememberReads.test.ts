import { rememberReads } from './rememberReads';

function setup() {
  const files: Record<string, string | undefined> = { a: '1', b: '2' };
  let made = 0;
  const remember = rememberReads<string>(10);
  const readText = async (path: string) => {
    if (files[path] === 'unreadable') {
      throw new Error('not UTF-8');
    }
    return files[path];
  };
  const ask = (key = 'k') =>
    remember(key, readText, async read => {
      made += 1;
      const texts = [await read('a'), await read('b').catch(() => '?')];
      return `${texts}`;
    });
  return { files, ask, made: () => made };
}

describe('rememberReads', () => {
  it.each<[string, string | undefined, string, number]>([
    ['gives the same again while nothing changed', '2', '1,2', 1],
    ['makes it anew when a file changed', '3', '1,3', 2],
    ['makes it anew when a file is gone', undefined, '1,', 2],
    ['makes it anew when a file cannot be read', 'unreadable', '1,?', 2],
  ])('%s', async (_, text, expected, made) => {
    const setting = setup();
    await setting.ask();
    setting.files.b = text;
    await expect(setting.ask()).resolves.toBe(expected);
    expect(setting.made()).toBe(made);
  });

  it('does not remember what could not be read', async () => {
    const { files, ask, made } = setup();
    files.b = 'unreadable';
    await ask();
    await ask();
    expect(made()).toBe(2);
  });
});
