/** Something wrong in a file, in words that tell where and what. */
export interface Problem {
  /** Path in the repository or beside it. */
  file: string;
  /** From 1. */
  line?: number;
  message: string;
}

/** `modules/aws/eks/main.tf:12: message`, one line each, in the order of files. */
export function formatProblems(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, message }) =>
    line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`,
  );
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
