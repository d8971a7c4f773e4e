import { NotFoundError } from '@backstage/errors';
import { formatHclPath, HclDocument, HclPath, loadHclParser } from '../hcl';
import { quoteForMessage } from '../hcl/quoteForMessage';
import { EditTarget } from './EditTarget';
import { MissingText, Tracer } from './Tracer';

/**
 * Every literal an attribute is made of: the attribute itself, the parts of
 * `concat(...)` and `merge(...)` in order (new entries belong in the last), a local
 * of the same file, or a YAML file read by `yamldecode(file("<literal>"))`.
 *
 * @param options - `readText` gives a file of the repository, undefined when it is
 *   absent; `file` is the HCL file; `attribute` the path of the attribute in it
 * @throws NotFoundError when the file or the attribute is missing
 * @throws UnfollowableExpressionError when a part is made by anything else
 * @public
 */
export async function followAttribute(options: {
  readText(path: string): Promise<string | undefined>;
  file: string;
  attribute: HclPath;
}): Promise<EditTarget[]> {
  const { readText, file, attribute } = options;
  const text = await readText(file);
  if (text === undefined) {
    throw new NotFoundError(
      `There is no file ${quoteForMessage(file)} in the repository`,
    );
  }
  await loadHclParser();
  const document = HclDocument.parse(text, { file });
  const texts = new Map<string, string | undefined>();
  let targets: EditTarget[] | undefined;
  for (;;) {
    try {
      targets = new Tracer(document, file, texts).trace([], attribute, []);
      break;
    } catch (error) {
      if (!(error instanceof MissingText)) {
        throw error;
      }
      texts.set(error.path, await readText(error.path));
    }
  }
  if (!targets) {
    throw new NotFoundError(
      `${file}: there is no attribute ${formatHclPath(
        attribute,
      )}. Add it, for example as an empty list or object`,
    );
  }
  return targets;
}
