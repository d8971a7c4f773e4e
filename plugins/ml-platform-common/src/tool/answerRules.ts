import { parseCidr } from '../cluster/cidr';
import { namespaceNameRule } from '../kubernetes';
import { nameProblem, nameTextProblem, quoteValue } from '../text';
import { secretNameProblem } from './secretName';
import { ToolAnswer, ToolAnswerRule, ToolInput } from './ToolDefinition';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(${LABEL}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$`);

/** Patterns and what they mean, as the end of a sentence. */
const PATTERNS: Partial<Record<ToolAnswerRule, [RegExp, string]>> = {
  'bucket-name': [
    /^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$/,
    'must be part of a bucket name: lower-case letters, digits and dashes, at most 42',
  ],
  certificate: [
    /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/,
    'must be the ARN of a certificate of ACM, such as arn:aws:acm:eu-west-2:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef',
  ],
  'database-class': [
    /^db\.[a-z0-9-]+\.[a-z0-9]+$/,
    'must be a class of RDS such as db.t4g.small',
  ],
  'database-name': [
    /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must begin with a letter and be lower-case letters, digits and dashes, at most 63',
  ],
  'git-url': [
    /^https:\/\/[A-Za-z0-9.-]+(:\d+)?\/[A-Za-z0-9._~/-]+$/,
    'must be the address of a Git repository that begins with https:// and holds neither user nor token, such as https://github.com/acme/dags.git',
  ],
  arn: [
    /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s"$]+$/,
    'must be an ARN, such as arn:aws:iam::123456789012:role/gateway',
  ],
  'bucket-arn': [
    /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    'must be the ARN of a bucket, such as arn:aws:s3:::acme-models',
  ],
  image: [
    /^[a-z0-9][a-z0-9._/:-]*:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/,
    'must be an image with its tag, such as ghcr.io/mlflow/mlflow:v3.1.0',
  ],
  'image-repository': [
    /^[a-z0-9]([a-z0-9._/:-]*[a-z0-9])?$/,
    'must be the address of image repositories, such as 123456789012.dkr.ecr.eu-west-2.amazonaws.com/acme',
  ],
  key: [
    /^[A-Za-z0-9]([A-Za-z0-9_./-]{0,98}[A-Za-z0-9])?$/,
    'must be a name of letters, digits and _./-, which begins and ends with a letter or digit',
  ],
  name: [
    /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,98}[A-Za-z0-9])?$/,
    'must be letters, digits, dashes, underscores and dots, and begin and end with a letter or digit',
  ],
  path: [
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\/[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    'must be a path without a slash at its ends: lower-case letters, digits and dashes, such as mlflow',
  ],
  duration: [
    /^[0-9]+(h|d|w|y)$/,
    'must be a number with h, d, w or y, such as 15d',
  ],
  quantity: [
    /^[1-9][0-9]*(Mi|Gi|Ti)$/,
    'must be a size as Kubernetes writes it, such as 10Gi',
  ],
  'subnet-id': [
    /^subnet-[0-9a-f]{8,17}$/,
    'must be the id of a subnet, such as subnet-0123456789abcdef0',
  ],
  version: [
    /^v?[0-9]+(\.[0-9]+){0,3}([.+-][A-Za-z0-9.+-]+)?$/,
    'must be a version such as 1.19.0',
  ],
  'vpc-id': [
    /^vpc-[0-9a-f]{8,17}$/,
    'must be the id of a VPC, such as vpc-0123456789abcdef0',
  ],
};

/**
 * Why a text is no name of a domain that an ingress can have; undefined when it
 * is one.
 *
 * @public
 */
export function domainProblem(text: string): string | undefined {
  if (/^[a-z]+:\/\//i.test(text) || /[/:]/.test(text)) {
    return 'must be the name alone, without https://, port and path, such as ml.acme.example';
  }
  return text.length <= 253 && DOMAIN.test(text)
    ? undefined
    : 'must be a domain name of lower-case letters, digits and dashes with at least one dot, such as ml.acme.example';
}

/** Why one text breaks a rule; undefined when it does not. */
function textProblem(
  rule: ToolAnswerRule | undefined,
  value: string,
): string | undefined {
  if (value === '') {
    return 'is missing; fill it in';
  }
  if (rule === 'secret-name') {
    return secretNameProblem(value)?.message;
  }
  const problem = nameTextProblem(value);
  if (problem) {
    return problem;
  }
  if (value.length > 1024) {
    return `has ${value.length} characters; at most 1024 are allowed`;
  }
  if (rule === 'cidr') {
    return parseCidr(value)
      ? undefined
      : 'must be a block of IPv4 addresses such as 10.20.0.0/20';
  }
  if (rule === 'domain') {
    return domainProblem(value);
  }
  if (rule === 'namespace') {
    return nameProblem(namespaceNameRule, value);
  }
  const [pattern, message] = (rule && PATTERNS[rule]) ?? [];
  return pattern && !pattern.test(value) ? message : undefined;
}

function quoted(rule: ToolAnswerRule | undefined, value: string): string {
  const problem = textProblem(rule, value);
  // What may be a secret is not repeated.
  return rule === 'secret-name' || value === ''
    ? `the text ${problem}`
    : `${quoteValue(value)} ${problem}`;
}

/**
 * Why an answer cannot be used, as a sentence without its end; undefined when it
 * can. Whether an answer is missing is not looked at.
 *
 * @public
 */
export function toolAnswerProblem(
  input: ToolInput,
  answer: unknown,
): string | undefined {
  const { rule, choices, range } = input;
  switch (input.type) {
    case 'number': {
      if (typeof answer !== 'number' || !Number.isInteger(answer)) {
        return 'must be a whole number';
      }
      const [least, most] = range ?? [0, 1_000_000];
      return answer < least || answer > most
        ? `is ${answer}; it must be between ${least} and ${most}`
        : undefined;
    }
    case 'flag':
      return typeof answer === 'boolean' ? undefined : 'must be true or false';
    case 'texts':
      return isTextList(answer)
        ? choiceProblem(choices, answer) ?? firstProblem(answer, rule)
        : 'must be a list of at most 50 texts';
    case 'map':
    case 'lists':
      return isTextMap(answer)
        ? firstProblem(Object.keys(answer), 'key') ??
            firstProblem(
              Object.values(answer).flatMap(text =>
                input.type === 'lists' ? textsOf(text) : [text],
              ),
              rule,
            )
        : 'must be a list of at most 50 names with values';
    default:
      if (typeof answer !== 'string') {
        return 'must be a text';
      }
      return choiceProblem(choices, [answer]) ?? firstProblem([answer], rule);
  }
}

function firstProblem(
  texts: string[],
  rule?: ToolAnswerRule,
): string | undefined {
  const wrong = texts.find(text => textProblem(rule, text) !== undefined);
  return wrong === undefined ? undefined : quoted(rule, wrong);
}

function choiceProblem(
  choices: string[] | undefined,
  texts: string[],
): string | undefined {
  const wrong = choices && texts.find(text => !choices.includes(text));
  return wrong === undefined
    ? undefined
    : `${quoteValue(wrong)} is none of ${choices!.join(', ')}`;
}

function isTextList(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= 50 &&
    value.every(item => typeof item === 'string')
  );
}

function isTextMap(value: unknown): value is { [key: string]: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length <= 50 &&
    Object.values(value).every(item => typeof item === 'string')
  );
}

/**
 * The texts between the commas of a text; one empty text when there is none.
 *
 * @public
 */
export function textsOf(text: string): string[] {
  const texts = text.split(',').map(part => part.trim());
  return texts.length > 1 ? texts.filter(Boolean) : texts;
}

/** An answer without spaces around its texts; undefined for one that says nothing. */
export function tidyAnswer(answer: ToolAnswer): ToolAnswer | undefined {
  if (typeof answer === 'string') {
    return answer.trim() || undefined;
  }
  if (Array.isArray(answer)) {
    const texts = answer
      .map(text => (typeof text === 'string' ? text.trim() : text))
      .filter(text => text !== '');
    return texts.length > 0 ? texts : undefined;
  }
  if (typeof answer === 'object' && answer !== null) {
    const entries = Object.entries(answer).map(([key, text]) => [
      key.trim(),
      typeof text === 'string' ? text.trim() : text,
    ]);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return answer;
}
