/** Branch of a repository that had none; its workflows apply this one. */
export const INITIAL_BRANCH = 'main';
