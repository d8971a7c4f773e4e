import { HclDocument, HclExpression, HclValue } from '../hcl';
import { YamlDocument } from '../yaml';

type VariablesDocument = HclDocument | YamlDocument;

// What people build names from: a local, or a text with locals in it.
const LOCAL = /^local\.([\w.-]+)$/;
const TEXT_WITH_LOCALS = /^"((?:[^"\\$%]|\$\{\s*local\.[\w.-]+\s*\})*)"$/;
const INSERTED_LOCAL = /\$\{\s*local\.([\w.-]+)\s*\}/g;

/** Locals that refer to each other further than this are taken for a circle. */
const MAX_DEPTH = 10;

/**
 * The variables of a file: YAML and JSON by the ending of the file's name, HCL
 * (Terragrunt's `.hcl`, Terraform's `.tf` and `.tfvars`) for all else.
 *
 * @throws InputError when the file has a syntax error, naming file and line
 */
export function parseVariables(file: string, text: string): VariablesDocument {
  return /\.(?:ya?ml|json)$/.test(file)
    ? YamlDocument.parse(text, { file })
    : HclDocument.parse(text, { file });
}

/**
 * The text of a variable. In HCL a key that is not there is looked up in
 * `locals`; a value made of locals of the same file is put together. All that
 * would need Terraform to evaluate it is undefined.
 */
export function readVariable(
  document: VariablesDocument,
  path: string[],
): string | undefined {
  return scalarText(lookUp(document, path, 0));
}

function lookUp(
  document: VariablesDocument,
  path: string[],
  depth: number,
): HclValue | undefined {
  const direct = document.value(path);
  const value =
    direct === undefined && document instanceof HclDocument
      ? document.value(['locals', ...path])
      : direct;
  if (!(value instanceof HclExpression) || depth === MAX_DEPTH) {
    return value;
  }
  const local = (name: string) =>
    lookUp(document, ['locals', ...name.split('.')], depth + 1);
  const [, whole] = LOCAL.exec(value.source) ?? [];
  if (whole !== undefined) {
    return local(whole);
  }
  const [, text] = TEXT_WITH_LOCALS.exec(value.source) ?? [];
  return text === undefined ? undefined : insertLocals(text, local);
}

function insertLocals(
  text: string,
  local: (name: string) => HclValue | undefined,
): string | undefined {
  let known = true;
  const inserted = text.replace(INSERTED_LOCAL, (_, name: string) => {
    const part = scalarText(local(name));
    known = known && part !== undefined;
    return part ?? '';
  });
  return known ? inserted : undefined;
}

/**
 * A number is taken as its digits: an account id without quotes is one, and YAML
 * drops the zeros it begins with (so the caller fills them up).
 */
function scalarText(value: HclValue | undefined): string | undefined {
  if (typeof value === 'string') {
    return value.trim() || undefined;
  }
  return typeof value === 'number' ? String(value) : undefined;
}
