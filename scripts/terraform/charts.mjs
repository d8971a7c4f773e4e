import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runProgram } from './programs.mjs';

/** Folders below `modules/` that are Helm charts; `/` between names. */
export function listCharts(repository) {
  const root = join(repository, 'modules');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name === 'Chart.yaml')
    .map(entry => relative(root, entry.parentPath).split(sep).join('/'))
    .sort();
}

/** Values that the charts have no default for; each is given all of them. */
const NEEDED = [
  'image=acme/sample:1',
  'deployment.image=acme/sample:1',
  'name=sample',
  'region=eu-west-2',
  'ingress.host=ml.acme.example',
  'artifacts.s3_bucket=sample',
  'artifacts.s3_role_arn=arn:aws:iam::123456789012:role/sample',
  'artifacts.region=eu-west-2',
  'rds.host=db.acme.example',
  'rds.username=sample',
  'rds.db_name=sample',
  'rds.password_secret.name=sample',
];

/**
 * `helm lint` of one chart.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number, lines: string[] }>}
 */
export async function testChart({ helm, repository, chart, env }) {
  const { code, output } = await runProgram(
    helm,
    ['lint', '.', '--set', NEEDED.join(',')],
    { cwd: join(repository, 'modules', chart), env },
  );
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0, lines: ['✓ lint'] }
    : {
        passed: 0,
        failed: 1,
        skipped: 0,
        lines: ['✖ lint', ...output.trim().split('\n').slice(-20)],
      };
}
