import { ChangeIdentity } from './changeIdentity';

const CHANGE = 'ML-Platform-Change';
const REQUEST = 'ML-Platform-Request';
const REQUESTED_BY = 'Requested-by';
const MAX_SUBJECT_LENGTH = 100;

/** What the trailers of our commits say. */
export interface ChangeTrailers extends Omit<ChangeIdentity, 'repository'> {
  requester: string;
  requestDigest: string;
}

/** A commit's message: subject, explanation and our trailers. */
export function renderCommitMessage(options: {
  subject: string;
  explanation: string;
  trailers: ChangeTrailers;
}): string {
  const { trailers } = options;
  const change = [
    trailers.kind,
    trailers.thing,
    trailers.environment,
    trailers.name,
  ].map(encodeURIComponent);
  return [
    oneLine(options.subject).slice(0, MAX_SUBJECT_LENGTH),
    '',
    ...wrapWords(oneLine(options.explanation), 72),
    '',
    `${REQUESTED_BY}: ${oneLine(trailers.requester)}`,
    `${CHANGE}: ${change.join('/')}`,
    `${REQUEST}: ${trailers.requestDigest}`,
  ].join('\n');
}

/** Reads our trailers from the last paragraph of a message, undefined when they are not there. */
export function parseTrailers(message: string): ChangeTrailers | undefined {
  const paragraph =
    message
      .trim()
      .split(/\n\s*\n/)
      .pop() ?? '';
  const trailers = new Map(
    paragraph
      .split('\n')
      .map(line => line.match(/^([A-Za-z-]+): (.*)$/))
      .filter(match => match !== null)
      .map(match => [match[1].toLowerCase(), match[2].trim()]),
  );
  const requester = trailers.get(REQUESTED_BY.toLowerCase());
  const digest = trailers.get(REQUEST.toLowerCase());
  const change = trailers.get(CHANGE.toLowerCase())?.split('/');
  if (!requester || !digest || change?.length !== 4) {
    return undefined;
  }
  try {
    const [kind, thing, environment, name] = change.map(decodeURIComponent);
    return { kind, thing, environment, name, requester, requestDigest: digest };
  } catch {
    return undefined;
  }
}

/** No line break of a form's value can begin a trailer of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line];
}
