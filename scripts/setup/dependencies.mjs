import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  dependenciesToCompile,
  missingForCompilation,
  platformName,
} from './nativeDependencies.mjs';
import { run } from './run.mjs';
import { headersFolder } from './suitableNode.mjs';

/** The committed yarn, wherever `.yarnrc.yml` says it is. */
export function yarnPath(root) {
  const line = readFileSync(join(root, '.yarnrc.yml'), 'utf8')
    .split('\n')
    .find(text => text.startsWith('yarnPath:'));
  return join(root, line.slice('yarnPath:'.length).trim());
}

/** The environment in which everything of this project runs. */
export function environmentFor(node, base = process.env) {
  const headers = headersFolder(node);
  const environment = {
    ...base,
    PATH: `${dirname(node)}${delimiter}${base.PATH ?? ''}`,
    ...(headers ? { npm_config_nodedir: headers } : {}),
  };
  // Set by npm and yarn for the script they run; wrong for a nested yarn.
  for (const name of Object.keys(environment)) {
    if (
      /^(npm_(package|lifecycle)_|npm_execpath|npm_node_execpath|INIT_CWD|PROJECT_CWD|BERRY_BIN_FOLDER)/.test(
        name,
      )
    ) {
      delete environment[name];
    }
  }
  return environment;
}

function manifests(root) {
  const folders = ['packages', 'plugins'].flatMap(group =>
    existsSync(join(root, group))
      ? readdirSync(join(root, group)).map(name => join(group, name))
      : [],
  );
  return ['.', 'e2e-tests', 'benchmarks', ...folders.sort()]
    .map(folder => join(root, folder, 'package.json'))
    .filter(existsSync);
}

/** Changes when an install is due: other dependencies, Node or platform. */
export function installFingerprint(root, node, platform) {
  const hash = createHash('sha256');
  for (const file of [
    join(root, 'yarn.lock'),
    join(root, '.yarnrc.yml'),
    ...manifests(root),
  ]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.update(node).update(platform).digest('hex');
}

/**
 * Installs the dependencies with the committed yarn, if that is due.
 *
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureDependencies(root, node, say) {
  const platform = platformName(process.platform, process.arch);
  const stamp = join(root, 'node_modules', '.cache', 'ml-platform-install');
  const fingerprint = installFingerprint(root, node, platform);
  if (
    existsSync(stamp) &&
    existsSync(join(root, 'node_modules', '.yarn-state.yml')) &&
    readFileSync(stamp, 'utf8') === fingerprint
  ) {
    return false;
  }
  const missing = missingForCompilation(platform);
  if (missing) {
    throw new Error(missing);
  }
  say('Installing dependencies (a minute or two the first time)');
  const environment = environmentFor(node);
  await run(node, [yarnPath(root), 'install', '--immutable'], {
    cwd: root,
    env: {
      ...environment,
      YARN_ENABLE_PROGRESS_BARS: process.stdout.isTTY ? '1' : '0',
      // A new lock file would be a change nobody asked for.
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'true',
      YARN_ENABLE_TELEMETRY: '0',
    },
  });
  for (const { name } of dependenciesToCompile(platform)) {
    say(`Building ${name}`);
    await run(
      node,
      [
        join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
      ],
      { cwd: join(root, 'node_modules', name), env: environment },
    );
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
  return true;
}
