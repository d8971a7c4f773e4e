const INITIAL_FILES =
  /^(readme(\.\w+)?|licen[cs]e([.-][\w.-]+)?|\.gitignore|\.gitattributes)$/i;

/** Whether a path is one of those GitHub offers to begin a repository with. */
export function isInitialFile(path: string): boolean {
  return INITIAL_FILES.test(path);
}
