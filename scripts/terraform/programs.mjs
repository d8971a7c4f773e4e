import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 *
 * @returns {Promise<{ code: number, output: string }>} code 127 when there is no such program
 */
export function runProgram(program, args, { cwd, env = process.env } = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd,
      env: { ...env, NO_COLOR: '1', TF_IN_AUTOMATION: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = chunk => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** What a program is called here and which version it has; undefined when none of the names runs. */
export async function findProgram(names, env = process.env) {
  for (const name of names.filter(Boolean)) {
    let { code, output } = await runProgram(name, ['--version'], { env });
    if (code !== 0 && code !== 127) {
      // Helm has a command for it.
      ({ code, output } = await runProgram(name, ['version'], { env }));
    }
    if (code === 0) {
      const [, version = 'of unknown version'] =
        /\bv?(\d+\.\d+(?:\.\d+)?)/.exec(output) ?? [];
      return { name, version };
    }
  }
  return undefined;
}
