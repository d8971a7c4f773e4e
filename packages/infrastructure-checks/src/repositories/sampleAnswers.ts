import {
  ToolAnswer,
  ToolAnswerRule,
  ToolDefinition,
  ToolInput,
} from '@ml-platform/plugin-ml-platform-common';

const TEXTS: Record<ToolAnswerRule, string> = {
  arn: 'arn:aws:iam::222233334444:role/sample',
  'bucket-arn': 'arn:aws:s3:::acme-models',
  'bucket-name': 'sample',
  certificate:
    'arn:aws:acm:eu-west-2:222233334444:certificate/01234567-89ab-cdef-0123-456789abcdef',
  cidr: '10.20.0.0/20',
  'database-class': 'db.t4g.small',
  'database-name': 'sample',
  domain: 'ml.acme.example',
  duration: '15d',
  'git-url': 'https://github.com/acme/dags.git',
  image: 'ghcr.io/acme/sample:v1.0.0',
  'image-repository': '222233334444.dkr.ecr.eu-west-2.amazonaws.com/acme',
  key: 'sample',
  name: 'sample',
  namespace: 'sample',
  path: 'sample',
  quantity: '10Gi',
  'secret-name': 'ml/sample/secret',
  'subnet-id': 'subnet-0123456789abcdef0',
  text: 'sample',
  version: '1.19.0',
  'vpc-id': 'vpc-0123456789abcdef0',
};

function sampleAnswer(input: ToolInput): ToolAnswer {
  const text = input.choices?.[0] ?? TEXTS[input.rule ?? 'text'];
  switch (input.type) {
    case 'number':
      return input.range?.[0] ?? 1;
    case 'flag':
      return true;
    case 'texts':
      return [text];
    case 'map':
      return { sample: text };
    case 'lists':
      return { 'acme/ml-platform': text };
    default:
      return text;
  }
}

/** An answer to everything that is asked about a tool. */
export function everyAnswer(tool: ToolDefinition): Record<string, ToolAnswer> {
  return Object.fromEntries(
    tool.inputs.map(input => [
      input.name,
      // Each tool has a namespace and an address of its own.
      input.rule === 'namespace' || input.rule === 'path'
        ? tool.id
        : sampleAnswer(input),
    ]),
  );
}

/** Answers to what has to be answered, and no others. */
export function neededAnswers(
  tool: ToolDefinition,
): Record<string, ToolAnswer> {
  const alternatives = (tool.oneOf ?? []).map(({ names }) => names[0]);
  return Object.fromEntries(
    tool.inputs
      .filter(
        ({ name, required }) =>
          required === true || alternatives.includes(name),
      )
      .map(input => [input.name, sampleAnswer(input)]),
  );
}
