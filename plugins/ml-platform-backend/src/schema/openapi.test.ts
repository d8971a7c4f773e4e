import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

it('has generated files that match openapi.yaml', async () => {
  const script = resolve(__dirname, '../../scripts/generate-openapi.mjs');
  await expect(
    run(process.execPath, [script, '--check'], {
      env: { PATH: process.env.PATH },
    }),
  ).resolves.toEqual({ stdout: '', stderr: '' });
}, 60_000);
