import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * What a program prints.
 *
 * @throws Error with the last lines of its complaint
 */
export async function run(
  program: string,
  args: string[],
  cwd: string,
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd,
      maxBuffer: 1 << 30,
      env: { ...process.env, NO_COLOR: '1', CHECKPOINT_DISABLE: '1' },
    });
    return stdout;
  } catch (error) {
    const text = String(error.stderr || error.message).trim();
    const lines = text.split('\n').slice(-4).join(' ');
    throw new Error(`${program} ${args.join(' ')}: ${lines}`);
  }
}
