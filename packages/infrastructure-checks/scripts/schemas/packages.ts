import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromPackage, SchemaKind } from '../../src/schema';
import { Description, Wanted } from './Description';
import { run } from './run';

/** Releases that describe the majors which the modules are written for. */
const PACKAGES: Record<string, string> = {
  aws: '@cdktn/provider-aws@25.7.0',
  github: '@cdktf/provider-github@15.3.1',
  helm: '@cdktf/provider-helm@12.1.2',
  kubernetes: '@cdktf/provider-kubernetes@12.1.1',
  random: '@cdktf/provider-random@12.0.1',
  tls: '@cdktf/provider-tls@11.0.1',
};

const FOLDERS: Record<SchemaKind, (provider: string, rest: string) => string> =
  {
    provider: () => 'provider',
    resource: (_, rest) => rest,
    data: (provider, rest) => `data-${provider}-${rest}`,
    ephemeral: (provider, rest) => `ephemeral-${provider}-${rest}`,
  };

/** The description in a prebuilt provider package, packed by npm into the folder. */
export async function describeByPackage(
  { name: provider, version, types }: Wanted,
  folder: string,
): Promise<Description> {
  const release = PACKAGES[provider];
  const cwd = join(folder, `package-${provider}`);
  await mkdir(cwd, { recursive: true });
  const packed = await run('npm', ['pack', release, '--silent'], cwd);
  const archive = packed.trim().split('\n').pop() ?? '';
  const pathOf = (kind: SchemaKind, type: string) => {
    const rest = type.slice(provider.length + 1).replaceAll('_', '-');
    return `package/lib/${FOLDERS[kind](provider, rest)}/index.js`;
  };
  const paths = Object.entries(types).flatMap(([kind, names]) =>
    names.map(type => pathOf(kind as SchemaKind, type)),
  );
  await run('tar', ['-xzf', archive, 'package/package.json', ...paths], cwd);
  const meta = JSON.parse(
    await readFile(join(cwd, 'package/package.json'), 'utf8'),
  );
  const described: string = (meta.cdktn ?? meta.cdktf).provider.version;
  if (described.split('.')[0] !== /\d+/.exec(version)?.[0]) {
    throw new Error(`${release} describes ${described}, wanted is ${version}`);
  }
  const read = async (kind: SchemaKind) => {
    const entries = types[kind].map(async type => {
      const code = await readFile(join(cwd, pathOf(kind, type)), 'utf8');
      return [type, fromPackage(code, type)] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  };
  return {
    origin: { version: described, from: release },
    provider: await read('provider'),
    resource: await read('resource'),
    data: await read('data'),
    ephemeral: await read('ephemeral'),
  };
}
