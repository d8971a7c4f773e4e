import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../setup/run.mjs';

const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'packages/app/package.json',
  'plugins/ml-platform/src',
  'plugins/ml-platform-common/src',
  'app-config.yaml',
  'yarn.lock',
];

function files(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    const child = join(path, entry.name);
    return entry.isDirectory() ? files(child) : [child];
  });
}

/** Changes with everything the frontend is built from, tests left out. */
export function bundleFingerprint(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const all = /\.(json|yaml|lock)$/.test(source) ? [path] : files(path);
    for (const file of all.sort()) {
      if (!/\.test\.tsx?$/.test(file)) {
        hash.update(file.slice(root.length)).update(readFileSync(file));
      }
    }
  }
  return hash.digest('hex');
}

/** Builds the frontend, unless what is there was built from the same sources. */
export async function ensureFrontendBundle(root, node, env, say) {
  const stamp = join(root, 'node_modules', '.cache', 'ml-platform-frontend');
  const fingerprint = bundleFingerprint(root);
  if (
    existsSync(stamp) &&
    existsSync(join(root, 'packages/app/dist/index.html')) &&
    readFileSync(stamp, 'utf8') === fingerprint
  ) {
    return;
  }
  say('Building the frontend (half a minute)');
  await run(
    node,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    {
      cwd: join(root, 'packages/app'),
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}
