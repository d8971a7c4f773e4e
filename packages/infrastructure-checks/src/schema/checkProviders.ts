import { attributeOf, Block, Computed, HclFile, readHcl } from '../hcl';
import { Located } from '../modules';
import { checkSchemaBlock, ResourceReport } from './checkResources';
import { ProviderSchemas } from './ProviderSchemas';

/**
 * The `provider` blocks of a file against what the providers say of their own
 * settings; those in the text of a Terragrunt `generate` block too.
 */
export async function checkProviders(
  file: HclFile,
  schemas: ProviderSchemas,
  report: ResourceReport,
): Promise<void> {
  const generated = await Promise.all(
    file.blocks
      .filter(block => block.type === 'generate')
      .map(block => readGenerated(file, block)),
  );
  [file, ...generated]
    .flatMap(({ blocks }) => blocks)
    .filter(block => block.type === 'provider')
    .forEach((block: Block) => {
      const located: Located<Block> = { ...block, file: file.path };
      checkSchemaBlock(located, 'provider', schemas, report);
    });
}

/** The file that a `generate` block makes, with a stand-in for what is computed. */
async function readGenerated(
  { path }: HclFile,
  block: Block,
): Promise<HclFile> {
  const contents = attributeOf(block.body, 'contents')?.value;
  let text = typeof contents === 'string' ? contents : '';
  if (contents instanceof Computed) {
    text = contents.source.replace(/^<<-?(\w+)\n([\s\S]*?)\n\s*\1\s*$/, '$2\n');
  }
  return readHcl(
    `${path} (${block.labels[0]})`,
    withStandIns(text, 'local.computed'),
  );
}

/** A template with every `${...}` replaced. */
function withStandIns(template: string, standIn: string): string {
  let text = '';
  let at = 0;
  for (
    let start = template.indexOf('${');
    start >= 0;
    start = template.indexOf('${', at)
  ) {
    let end = start + 2;
    for (let depth = 1; depth > 0 && end < template.length; end += 1) {
      if (template[end] === '{') {
        depth += 1;
      } else if (template[end] === '}') {
        depth -= 1;
      }
    }
    text += template.slice(at, start) + standIn;
    at = end;
  }
  return text + template.slice(at);
}
