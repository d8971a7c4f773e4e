/** `Ray clusters` and `EKS` keep their capitals; `Clusters` does not. */
export function inSentence(words: string): string {
  return /^(Ray|GPU|SageMaker|EKS)\b/.test(words)
    ? words
    : words.charAt(0).toLocaleLowerCase('en-US') + words.slice(1);
}
