/** Words of an upstream, with the full stop that they may lack. */
export function asSentence(words: string): string {
  const text = words.trim();
  return text === '' || /[.!?:…]$/.test(text) ? text : `${text}.`;
}
