import { spawnSync } from 'node:child_process';

/**
 * Dependencies with native code, and the platforms their packages ship a
 * compiled file for. A test compares this with what is installed.
 */
export const NATIVE_DEPENDENCIES = [
  {
    name: 'better-sqlite3',
    prebuilt: [
      'darwin-arm64',
      'darwin-x64',
      'linux-arm64',
      'linux-x64',
      'linuxmusl-arm64',
      'linuxmusl-x64',
      'win32-arm64',
      'win32-x64',
    ],
  },
];

/** `linux-x64`, or `linuxmusl-x64` where the C library is musl. */
export function platformName(platform, arch, report = process.report) {
  const musl =
    platform === 'linux' && !report?.getReport().header.glibcVersionRuntime;
  return `${musl ? 'linuxmusl' : platform}-${arch}`;
}

/** The native dependencies that have to be compiled on a platform. */
export function dependenciesToCompile(platform) {
  return NATIVE_DEPENDENCIES.filter(
    dependency => !dependency.prebuilt.includes(platform),
  );
}

function isInstalled(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * What is missing to compile the native dependencies of a platform, as one
 * sentence for people; undefined when nothing is.
 */
export function missingForCompilation(platform, installed = isInstalled) {
  const compiled = dependenciesToCompile(platform);
  const missing = ['python3', 'make', 'g++'].filter(tool => !installed(tool));
  if (compiled.length === 0 || missing.length === 0) {
    return undefined;
  }
  const names = compiled.map(dependency => dependency.name).join(', ');
  return `${names} ships no compiled file for ${platform} and has to be built here, which needs ${missing.join(
    ', ',
  )}. Install ${
    missing.length > 1 ? 'them' : 'it'
  } (Debian: apt-get install python3 make g++; Alpine: apk add python3 make g++) and run this again.`;
}
