/** An answer that is not one of GitHub's API: the page of a proxy, or a body cut short. */
export class UnreadableAnswerError extends Error {
  constructor() {
    super('the answer is not JSON');
    this.name = 'UnreadableAnswerError';
  }
}
