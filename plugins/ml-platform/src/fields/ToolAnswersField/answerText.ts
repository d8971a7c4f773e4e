import {
  findToolInput,
  type ToolAnswer,
  type ToolDefinition,
  type ToolInput,
} from '@ml-platform/plugin-ml-platform-common';
import type { StoredAnswers } from './schema';

/** An answer as people type it: a list with one text a line, a map with `name = value`. */
export function answerText(answer: ToolAnswer | null | undefined): string {
  if (answer === undefined || answer === null) {
    return '';
  }
  if (Array.isArray(answer)) {
    return answer.join('\n');
  }
  return typeof answer === 'object'
    ? Object.entries(answer)
        .map(([key, value]) => `${key} = ${value}`)
        .join('\n')
    : String(answer);
}

/** What was typed, as it is stored; undefined for nothing. */
export function readAnswer(
  { type }: ToolInput,
  text: string,
): ToolAnswer | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  switch (type) {
    case 'number':
      // What is no number is kept as it was typed, for the message.
      return /^-?\d+$/.test(text.trim()) ? Number(text) : text;
    case 'flag':
      return text === 'true';
    case 'texts':
      return lines.flatMap(line => line.split(/,\s*/)).filter(Boolean);
    case 'map':
    case 'lists':
      return Object.fromEntries(
        lines.map(line => {
          const [key, ...rest] = line.split('=');
          return [key.trim(), rest.join('=').trim()];
        }),
      );
    default:
      return text;
  }
}

/** The answers that are about a tool: those of another one are left out. */
export function ownAnswers(
  { id }: ToolDefinition,
  answers: StoredAnswers,
): StoredAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => findToolInput(id, name)),
  );
}
