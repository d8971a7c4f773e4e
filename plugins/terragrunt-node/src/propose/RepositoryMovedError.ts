/** The repository changed between reading and writing: plan again. Nothing was written. */
export class RepositoryMovedError extends Error {}
