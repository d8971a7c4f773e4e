import { HclDocument, HclExpression, HclPath, HclValue } from '../hcl';
import { YamlDocument } from '../yaml';
import {
  flagValue,
  HclObject,
  isObject,
  isUnset,
  textValue,
} from './attributeValues';
import { expressionPaths } from './readDeclaredWorkload';
import { AttributeRule } from './workloadAttributes';

/** A document of either kind: their edits have the same names and promises. */
export type EditableDocument = HclDocument | YamlDocument;

/** One changed attribute, in words for a reviewer. */
export interface AttributeChange {
  /** In the module's spelling: `s3_access.bucket_arns`. */
  attribute: string;
  /** `from "a" to "b"`, `adds "c"`, `removed`. */
  description: string;
}

/** What came of changing an entry. */
export interface EntryChange {
  document: EditableDocument;
  changes: AttributeChange[];
  /** Expressions which gave way to values that were asked for. */
  replacedExpressions: ExpressionPlace[];
  /** Expressions in lists, which stand beside the values that were asked for. */
  keptExpressions: ExpressionPlace[];
}

/**
 * An expression of the code that is not a literal, and where it stands.
 *
 * @public
 */
export interface ExpressionPlace {
  attribute: string;
  /** Its text in the file. */
  source: string;
  /** From 1. */
  line: number;
}

interface Step {
  rule: AttributeRule;
  path: HclPath;
  attribute: string;
  existing: HclValue | undefined;
  wanted: HclValue | undefined;
}

/**
 * Makes an entry say what is wanted. Only attributes that mean something else
 * after the module's defaults are touched, in lists only their elements; what
 * the rules do not name is kept.
 */
export function changeEntry(options: {
  document: EditableDocument;
  path: HclPath;
  existing: HclObject;
  wanted: HclObject;
  rules: AttributeRule[];
  /** Attributes of the entry that stay as they are. */
  keep?: string[];
}): EntryChange {
  const { document, path, existing, wanted, keep = [] } = options;
  const rules = options.rules.filter(({ name }) => !keep.includes(name));
  const result: EntryChange = {
    document,
    changes: [],
    replacedExpressions: [],
    keptExpressions: [],
  };
  for (const name of keep) {
    result.keptExpressions.push(...expressionsIn(existing[name], name));
  }
  changeObject(result, { path, prefix: '', existing, wanted, rules });
  return result;
}

function changeObject(
  result: EntryChange,
  options: {
    path: HclPath;
    prefix: string;
    existing: HclObject;
    wanted: HclObject;
    rules: AttributeRule[];
  },
): void {
  const { path, prefix, existing, wanted, rules } = options;
  for (const rule of rules) {
    changeAttribute(result, {
      rule,
      path: [...path, rule.name],
      attribute: `${prefix}${rule.name}`,
      existing: existing[rule.name],
      wanted: wanted[rule.name],
    });
  }
}

function changeAttribute(result: EntryChange, step: Step): void {
  const { rule, existing, wanted } = step;
  if (rule.kind === 'labels' && wanted === undefined) {
    // No form asks for labels: left out means left as they are.
    return;
  }
  if (existing instanceof HclExpression) {
    replaceExpression(result, step, existing);
    return;
  }
  switch (rule.kind) {
    case 'text':
      if (wanted !== undefined && textValue(existing) !== wanted) {
        replaceValue(result, step, wanted);
      }
      return;
    case 'flag':
      if (flagValue(existing) !== flagValue(wanted)) {
        replaceValue(result, step, flagValue(wanted));
      }
      return;
    case 'list':
      changeList(result, step);
      return;
    case 'labels':
    case 'section':
      changeMap(result, step);
      return;
    default:
  }
}

function changeMap(result: EntryChange, step: Step): void {
  const { rule, existing, wanted, path, attribute } = step;
  if (isObject(existing) && isObject(wanted) && !isEmpty(wanted)) {
    changeObject(result, {
      path,
      prefix: `${attribute}.`,
      existing,
      wanted,
      rules: rule.attributes ?? labelRules(result, step),
    });
  } else if (wanted !== undefined && !isEmpty(wanted)) {
    replaceValue(result, step, wanted);
  } else if (!isUnset(existing) && !isEmpty(existing)) {
    removeValue(result, step);
  }
}

/** An expression cannot be compared with what is asked for, so it gives way to it. */
function replaceExpression(
  result: EntryChange,
  step: Step,
  existing: HclExpression,
): void {
  const { wanted, attribute, rule } = step;
  const { source, line } = existing;
  result.replacedExpressions.push({ attribute, source, line });
  if (wanted !== undefined) {
    replaceValue(result, step, wanted);
  } else if (rule.kind === 'flag') {
    replaceValue(result, step, false);
  } else {
    removeValue(result, step);
  }
}

function replaceValue(result: EntryChange, step: Step, value: HclValue): void {
  const { path, attribute, existing } = step;
  result.document = result.document.set(path, value);
  result.changes.push({
    attribute,
    description: isUnset(existing)
      ? `becomes ${show(value)}`
      : `from ${show(existing!)} to ${show(value)}`,
  });
}

function removeValue(result: EntryChange, { path, attribute }: Step): void {
  result.document = result.document.remove(path);
  result.changes.push({ attribute, description: 'is removed' });
}

/** Labels have no fixed names: those asked for and those that are there. */
function labelRules(result: EntryChange, step: Step): AttributeRule[] {
  const existing = step.existing as HclObject;
  const wanted = step.wanted as HclObject;
  for (const name of Object.keys(existing)) {
    if (!(name in wanted)) {
      const path = [...step.path, name];
      removeValue(result, {
        ...step,
        path,
        attribute: `${step.attribute}.${name}`,
      });
    }
  }
  return Object.keys(wanted).map(name => ({ name, kind: 'text' }));
}

/**
 * Takes out and puts in single elements, so that one other bucket is one other
 * line and a comment beside an element stays. The order has no meaning in IAM.
 */
function changeList(result: EntryChange, step: Step): void {
  const { existing, wanted, path, attribute } = step;
  const target = (wanted ?? []) as string[];
  if (!Array.isArray(existing)) {
    if (target.length > 0) {
      replaceValue(result, step, target);
    }
    return;
  }
  result.keptExpressions.push(...expressionsIn(existing, attribute));
  const texts = existing.map(textValue);
  const added = target.filter(text => !texts.includes(text));
  const removed = existing.flatMap((item, index) =>
    item instanceof HclExpression || target.includes(texts[index] ?? '')
      ? []
      : [index],
  );
  if (added.length === 0 && removed.length === 0) {
    return;
  }
  if (target.length === 0 && removed.length === existing.length) {
    removeValue(result, step);
    return;
  }
  const paired = Math.min(added.length, removed.length);
  for (let index = 0; index < paired; index += 1) {
    const place = [...path, removed[index]];
    result.document = result.document.set(place, added[index]);
  }
  for (const index of removed.slice(paired).reverse()) {
    result.document = result.document.remove([...path, index]);
  }
  for (const text of added.slice(paired)) {
    result.document = result.document.insert(path, text);
  }
  const words = [
    ...removed.map(index => `removes ${show(existing[index])}`),
    ...added.map(text => `adds ${show(text)}`),
  ];
  result.changes.push({ attribute, description: words.join(', ') });
}

/** The expressions in a value, each with its place. */
export function expressionsIn(
  value: HclValue | undefined,
  attribute: string,
): ExpressionPlace[] {
  if (value instanceof HclExpression) {
    return [{ attribute, source: value.source, line: value.line }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      expressionsIn(item, `${attribute}[${index}]`),
    );
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        expressionsIn(item, attribute ? `${attribute}.${key}` : key),
      )
    : [];
}

function isEmpty(value: HclValue | undefined): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

function show(value: HclValue): string {
  if (value instanceof HclExpression) {
    return value.source;
  }
  return expressionPaths(value).length > 0
    ? 'an expression'
    : JSON.stringify(value);
}
