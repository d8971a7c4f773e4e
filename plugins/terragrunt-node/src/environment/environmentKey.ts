/** Where one variable of an environment stands. */
export interface VariablePlace {
  /** Another file than the environment's own; may hold `{environment}`. */
  file?: string;
  path: string[];
}

/**
 * Reads one of `environmentKeys`: the path of a key in the environment's file,
 * its parts joined by dots, or `<file>#<path>` for a key of another file.
 */
export function parseEnvironmentKey(key: string): VariablePlace {
  const hash = key.lastIndexOf('#');
  return hash === -1
    ? { path: key.split('.') }
    : { file: key.slice(0, hash), path: key.slice(hash + 1).split('.') };
}
