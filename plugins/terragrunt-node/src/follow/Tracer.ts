import {
  formatHclPath,
  HclDocument,
  HclPath,
  UnfollowableExpressionError,
} from '../hcl';
import { HclSource } from '../hcl/HclSource';
import { quoteForMessage } from '../hcl/quoteForMessage';
import { resolvePath } from '../hcl/resolvePath';
import { SyntaxNode } from '../hcl/syntax';
import { YamlDocument } from '../yaml';
import { EditTarget } from './EditTarget';
import { resolveFileArgument } from './repositoryPath';
import { readCall, readTraversal } from './traversal';

const WAY_OUT =
  'Write the entries out as a literal list or object in this file (concat(...), merge(...), a local of this file and yamldecode(file("...")) of a literal path are followed)';

interface Step {
  /** The expression looked at. */
  node: SyntaxNode;
  /** Its path in the document. */
  path: HclPath;
  /** What of the attribute's path is left to find inside it. */
  rest: HclPath;
  trail: string[];
}

/** Thrown when a file has to be read before a trace can go on. */
export class MissingText extends Error {
  constructor(readonly path: string) {
    super(`${path} has not been read yet`);
  }
}

/** More than anybody writes by hand; references that double at every step reach it soon. */
const MAX_STEPS = 1000;

/**
 * Follows expressions within one HCL file. Works without waiting, because nodes
 * of a syntax tree must not be held while other files are parsed.
 */
export class Tracer {
  readonly #document: HclDocument;
  readonly #source: HclSource;
  readonly #file: string;
  readonly #texts: Map<string, string | undefined>;
  #steps = 0;
  readonly #locals = new Set<string>();

  /**
   * @param texts - the other files read so far, undefined for those that are absent
   */
  constructor(
    document: HclDocument,
    file: string,
    texts: Map<string, string | undefined>,
  ) {
    this.#document = document;
    this.#source = HclDocument.sourceOf(document);
    this.#file = file;
    this.#texts = texts;
  }

  /**
   * Goes down from `path` along `rest` as far as literals reach, then follows
   * what stands there. Gives undefined when nothing does.
   *
   * @throws MissingText when another file has to be read first
   */
  trace(
    path: HclPath,
    rest: HclPath,
    trail: string[],
  ): EditTarget[] | undefined {
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

  #follow(step: Step): EditTarget[] | undefined {
    const traversal = readTraversal(step.node, this.#source.text);
    this.#steps += 1;
    if (!traversal || this.#steps > MAX_STEPS) {
      throw this.#refuse(step.node);
    }
    const { base, steps } = traversal;
    const inner = { ...step, rest: [...steps, ...step.rest] };
    if (base.type === 'tuple' || base.type === 'object') {
      if (steps.length > 0) {
        throw this.#refuse(step.node);
      }
      return this.#literal(inner, base);
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

  #parts(
    step: Step,
    call: { name: string; arguments: SyntaxNode[] },
  ): EditTarget[] | undefined {
    const trail = [
      ...step.trail,
      `${call.name}(...) of ${call.arguments.length} parts in ${
        this.#file
      }, line ${this.#source.lineOf(step.node.startIndex)}`,
    ];
    if (step.rest.length > 0) {
      // Of several parts that have the key, merge takes the last.
      for (let index = call.arguments.length - 1; index >= 0; index -= 1) {
        const found = this.trace([...step.path, index], step.rest, trail);
        if (found) {
          return found;
        }
      }
      return undefined;
    }
    const kind = call.name === 'concat' ? 'list' : 'object';
    const targets: EditTarget[] = [];
    for (const [index, argument] of call.arguments.entries()) {
      const found = this.#follow({
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

  #local(step: Step, base: SyntaxNode): EditTarget[] | undefined {
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
      return this.trace(['locals', name], rest, trail);
    } finally {
      this.#locals.delete(name);
    }
  }

  #yaml(step: Step, args: SyntaxNode[]): EditTarget[] | undefined {
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
    if (!this.#texts.has(path)) {
      throw new MissingText(path);
    }
    const text = this.#texts.get(path);
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
