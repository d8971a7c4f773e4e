import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

export interface RunGitOptions {
  /** Directory in which Git runs: the bare repository. */
  cwd: string;
  input?: string | Buffer;
  env?: Record<string, string>;
  /** Exit codes that are an answer rather than a failure. Default: `[0]`. */
  okCodes?: number[];
}

export interface GitResult {
  stdout: Buffer;
  code: number;
}

/** Git ended with a code that the caller did not expect. */
export class GitError extends Error {
  override readonly name = 'GitError';

  constructor(
    readonly args: string[],
    readonly code: number,
    readonly stderr: string,
  ) {
    super(`git ${args[0]} ended with code ${code}: ${stderr.trim()}`);
  }
}

/**
 * The environment Git runs in: nothing of the person's own configuration,
 * and none of the GIT_ variables that a hook or an outer Git would set.
 */
export function gitEnvironment(
  extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_'),
  );
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    // The data directory may belong to another user, as in a container.
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    GIT_CONFIG_KEY_1: 'core.quotePath',
    GIT_CONFIG_VALUE_1: 'false',
    ...extra,
  };
}

/** Runs Git without a shell and gives its output as bytes. */
export function runGit(
  args: string[],
  options: RunGitOptions,
): Promise<GitResult> {
  const { cwd, input, env, okCodes = [0] } = options;
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd, env: gitEnvironment(env) });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', code => {
      if (code !== null && okCodes.includes(code)) {
        resolve({ stdout: Buffer.concat(stdout), code });
      } else {
        const message = Buffer.concat(stderr).toString('utf8');
        reject(new GitError(args, code ?? -1, message));
      }
    });
    // Git may end before it has read its input; its exit code tells.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** As `runGit`, for output that is one line or a text. */
export async function runGitText(
  args: string[],
  options: RunGitOptions,
): Promise<string> {
  const { stdout } = await runGit(args, options);
  return stdout.toString('utf8').trimEnd();
}
