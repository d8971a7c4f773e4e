import { NotFoundError } from '@backstage/errors';
import {
  formatHclPath,
  HclDocument,
  HclPath,
  loadHclParser,
  UnfollowableExpressionError,
} from '../hcl';
import { HclSource } from '../hcl/HclSource';
import { quoteForMessage } from '../hcl/quoteForMessage';
import { resolvePath } from '../hcl/resolvePath';
import { YamlDocument } from '../yaml';
import { EditTarget } from './EditTarget';
import { resolveFileArgument } from './repositoryPath';
import { readCall, readTraversal } from './traversal';
import { SyntaxNode } from '../hcl/syntax';

const WAY_OUT =
  'Write the entries out as a literal list or object in this file (concat(...), merge(...), a local of this file and yamldecode(file("...")) of a literal path are followed)';

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
  const tracer = new Tracer(document, file, readText);
  const targets = await tracer.trace([], attribute, []);
  if (!targets) {
    throw new NotFoundError(
      `${file}: there is no attribute ${formatHclPath(
        attribute,
      )}. Add it, for example as an empty list or object`,
    );
  }
  return targets;
}

interface Step {
  /** The expression looked at. */
  node: SyntaxNode;
  /** Its path in the document. */
  path: HclPath;
  /** What of the attribute's path is left to find inside it. */
  rest: HclPath;
  trail: string[];
}

/** Follows expressions within one HCL file. */
class Tracer {
  readonly #document: HclDocument;
  readonly #source: HclSource;
  readonly #file: string;
  readonly #readText: (path: string) => Promise<string | undefined>;
  readonly #locals = new Set<string>();

  constructor(
    document: HclDocument,
    file: string,
    readText: (path: string) => Promise<string | undefined>,
  ) {
    this.#document = document;
    this.#source = HclDocument.sourceOf(document);
    this.#file = file;
    this.#readText = readText;
  }

  /** Goes down from `path` along `rest` as far as literals reach, then follows what stands there. */
  async trace(
    path: HclPath,
    rest: HclPath,
    trail: string[],
  ): Promise<EditTarget[] | undefined> {
    const whole = this.#source.find([...path, ...rest]);
    if (whole && whole.node.type === 'expression') {
      return this.#follow({
        node: whole.node,
        path: whole.path,
        rest: [],
        trail,
      });
    }
    for (let taken = rest.length - 1; taken >= 0; taken -= 1) {
      const places = resolvePath(
        this.#source.root,
        [...path, ...rest.slice(0, taken)],
        this.#source.text,
      ).filter(place => place.node.type === 'expression');
      if (places.length > 0) {
        const [{ node, path: reached }] = places;
        return this.#follow({
          node,
          path: reached,
          rest: rest.slice(taken),
          trail,
        });
      }
    }
    return undefined;
  }

  async #follow(step: Step): Promise<EditTarget[] | undefined> {
    const traversal = readTraversal(step.node, this.#source.text);
    if (!traversal) {
      throw this.#refuse(step.node);
    }
    const { base, steps } = traversal;
    const inner = { ...step, rest: [...steps, ...step.rest] };
    if (base.type === 'tuple' || base.type === 'object') {
      return steps.length > 0
        ? this.#refuseNow(step.node)
        : this.#literal(inner, base);
    }
    if (base.type === 'variable_expr') {
      return this.#local(inner, base);
    }
    const call = readCall(base, this.#source.text);
    if (call?.name === 'yamldecode') {
      return this.#yaml(inner, call.arguments);
    }
    if (call && steps.length === 0 && call.arguments.length > 0) {
      if (
        call.name === 'merge' ||
        (call.name === 'concat' && inner.rest.length === 0)
      ) {
        return this.#parts(inner, call);
      }
    }
    throw this.#refuse(step.node);
  }

  #literal(step: Step, base: SyntaxNode): EditTarget[] | undefined {
    if (step.rest.length > 0) {
      return undefined;
    }
    const kind = base.type === 'tuple' ? 'list' : 'object';
    const line = this.#source.lineOf(base.startIndex);
    return [
      {
        file: this.#file,
        format: 'hcl',
        document: this.#document,
        path: step.path,
        kind,
        trail: [
          ...step.trail,
          `a literal ${kind} in ${this.#file}, line ${line}`,
        ],
      },
    ];
  }

  async #parts(
    step: Step,
    call: { name: string; arguments: SyntaxNode[] },
  ): Promise<EditTarget[] | undefined> {
    const trail = [
      ...step.trail,
      `${call.name}(...) of ${call.arguments.length} parts in ${
        this.#file
      }, line ${this.#source.lineOf(step.node.startIndex)}`,
    ];
    if (step.rest.length > 0) {
      // Of several parts that have the key, merge takes the last.
      for (let index = call.arguments.length - 1; index >= 0; index -= 1) {
        const found = await this.trace([...step.path, index], step.rest, trail);
        if (found) {
          return found;
        }
      }
      return undefined;
    }
    const kind = call.name === 'concat' ? 'list' : 'object';
    const targets: EditTarget[] = [];
    for (const [index, argument] of call.arguments.entries()) {
      const found = await this.#follow({
        node: argument,
        path: [...step.path, index],
        rest: [],
        trail,
      });
      if (!found || found.some(target => target.kind !== kind)) {
        throw this.#refuse(argument);
      }
      targets.push(...found);
    }
    return targets;
  }

  async #local(
    step: Step,
    base: SyntaxNode,
  ): Promise<EditTarget[] | undefined> {
    const [name, ...rest] = step.rest;
    const root = this.#source.text.slice(base.startIndex, base.endIndex);
    if (root !== 'local' || typeof name !== 'string') {
      throw this.#refuse(step.node);
    }
    if (this.#locals.has(name)) {
      throw this.#refuse(
        step.node,
        `local.${name} refers to itself. Write the list or object out`,
      );
    }
    const place = this.#source.find(['locals', name]);
    if (!place) {
      throw this.#refuse(
        step.node,
        `local.${name} is not declared in this file. Declare it in a locals block here, or write the list or object out`,
      );
    }
    const line = this.#source.lineOf(place.node.startIndex);
    const trail = [
      ...step.trail,
      `local.${name} in ${this.#file}, line ${line}`,
    ];
    this.#locals.add(name);
    try {
      return await this.trace(['locals', name], rest, trail);
    } finally {
      this.#locals.delete(name);
    }
  }

  async #yaml(
    step: Step,
    args: SyntaxNode[],
  ): Promise<EditTarget[] | undefined> {
    const argument =
      args.length === 1 ? readTraversal(args[0], this.#source.text) : undefined;
    const call =
      argument && argument.steps.length === 0
        ? readCall(argument.base, this.#source.text)
        : undefined;
    if (call?.name !== 'file' || call.arguments.length !== 1) {
      throw this.#refuse(step.node);
    }
    const [name] = call.arguments;
    const raw = this.#source.text.slice(name.startIndex, name.endIndex);
    const path = resolveFileArgument(raw, this.#file);
    if (path === undefined) {
      throw this.#refuse(
        step.node,
        `The path of the YAML file is computed. Name it as a literal, relative to this file`,
      );
    }
    if (path === 'outside') {
      throw this.#refuse(
        step.node,
        'The path leads out of the repository. Name a file inside it',
      );
    }
    const text = await this.#readText(path);
    if (text === undefined) {
      throw this.#refuse(
        step.node,
        `There is no file ${quoteForMessage(
          path,
        )} in the repository. Add it, or correct the path`,
      );
    }
    return this.#yamlTarget(step, path, text);
  }

  #yamlTarget(
    step: Step,
    file: string,
    text: string,
  ): EditTarget[] | undefined {
    const document = YamlDocument.parse(text, { file });
    const value = document.value(step.rest);
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'object' || value === null) {
      throw this.#refuse(
        step.node,
        `${file} has neither a list nor a map there. Write an empty one ([] or {}) first`,
      );
    }
    const kind = Array.isArray(value) ? 'list' : 'object';
    const where = step.rest.length > 0 ? ` at ${formatHclPath(step.rest)}` : '';
    const trail = [...step.trail, `a ${kind} in ${file}${where}`];
    return [{ file, format: 'yaml', document, path: step.rest, kind, trail }];
  }

  #refuseNow(node: SyntaxNode): never {
    throw this.#refuse(node);
  }

  #refuse(
    node: SyntaxNode,
    wayOut: string = WAY_OUT,
  ): UnfollowableExpressionError {
    return new UnfollowableExpressionError(
      this.#file,
      this.#source.lineOf(node.startIndex),
      this.#source.text.slice(node.startIndex, node.endIndex),
      wayOut,
    );
  }
}
