import { NEGATIONS, Statement, Texts } from './Statement';

/** A policy document as JSON has it. */
interface Document {
  Version?: unknown;
  Statement?: unknown;
}

/**
 * The statements of a policy in a JSON file. Placeholders of a template
 * (`${partition}`) stay as they are.
 *
 * @throws Error naming the file when it is no policy of the present version
 */
export function readJsonPolicy(file: string, text: string): Statement[] {
  const document = JSON.parse(text) as Document;
  const { Statement: statements } = document;
  if (document.Version !== '2012-10-17' || !Array.isArray(statements)) {
    throw new Error(
      `${file}: a policy has Version 2012-10-17 and a list of statements`,
    );
  }
  let from = 0;
  return statements.map((statement: Record<string, unknown>) => {
    const found = text.indexOf('"Effect"', from);
    from = found + 1;
    return {
      file,
      line: text.slice(0, Math.max(found, 0)).split('\n').length,
      effect: String(statement.Effect),
      actions: texts(statement.Action),
      resources: texts(statement.Resource),
      principal: written(statement.Principal),
      condition: written(statement.Condition),
      negations: NEGATIONS.filter(name => name in statement),
    };
  });
}

/** Whether a JSON text is a policy and not something else that is kept as JSON. */
export function isPolicy(text: string): boolean {
  const document = JSON.parse(text) as Document | null;
  return typeof document === 'object' && !!document && 'Statement' in document;
}

function texts(value: unknown): Texts {
  const list = Array.isArray(value) ? value : [value];
  return {
    texts: list.filter((text): text is string => typeof text === 'string'),
    complete: true,
  };
}

function written(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
