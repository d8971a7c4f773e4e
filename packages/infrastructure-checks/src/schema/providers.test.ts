import { readSchemas } from '../checkTemplate';
import { readFolder } from '../files';
import { SKELETON } from '../paths';
import { PROVIDER_VERSIONS, readModules } from '../modules';
import { formatSchemas } from './formatSchemas';
import { usedTypes } from './usedTypes';

describe('providers.json', () => {
  it('is of the major versions that the modules pin', async () => {
    const { providers } = await readSchemas();

    expect(
      Object.entries(providers).map(([name, { version }]) => [
        name,
        version.split('.')[0],
      ]),
    ).toEqual(
      Object.entries(PROVIDER_VERSIONS).map(([source, version]) => [
        source.slice(source.indexOf('/') + 1),
        version.replace(/^~> (\d+)\..*/, '$1'),
      ]),
    );
  });

  it('describes what the modules use, and nothing else', async () => {
    const schemas = await readSchemas();
    const files = await readFolder(SKELETON);
    const used = usedTypes((await readModules(files)).values());

    for (const kind of ['resource', 'data', 'ephemeral'] as const) {
      expect(Object.keys(schemas[kind]).sort()).toEqual(used[kind]);
    }
  });

  it('is written with an argument a line', async () => {
    const schemas = await readSchemas();
    const lines = formatSchemas(schemas).split('\n');

    expect(lines).toContain('      "assume_role_policy": "required string",');
    expect(JSON.parse(lines.join('\n'))).toEqual(schemas);
  });
});
