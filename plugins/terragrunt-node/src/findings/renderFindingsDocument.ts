import { Severity } from '../plan/types';
import { Rule, RuleCase } from './Rule';

const SEVERITIES: [Severity, string, string][] = [
  ['error', 'Errors', 'An error stops the change: no pull request is opened.'],
  [
    'warning',
    'Warnings',
    'A warning stands in the pull request, for the reviewers to decide.',
  ],
  [
    'info',
    'What could not be checked',
    'A plan says what it does not know instead of assuming it.',
  ],
];

/** The documentation of all rules, as Markdown. */
export function renderFindingsDocument(rules: Rule<any, RuleCase>[]): string {
  const parts = [
    '# Findings',
    'What is known about a change before it is applied. This page is generated from the registry of rules (`yarn workspace @ml-platform/plugin-terragrunt-node generate:findings`); the tests run both examples of each rule.',
    ...SEVERITIES.flatMap(([severity, title, meaning]) => [
      `## ${title}`,
      meaning,
      ...rules.filter(rule => rule.severity === severity).flatMap(renderRule),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function renderRule(rule: Rule<any, RuleCase>): string[] {
  return [
    `### \`${rule.id}\``,
    `**${rule.title}.** ${rule.reason}`,
    [
      `- Applies to: ${rule.kinds.join(', ')}`,
      `- Found: ${renderExample(rule.failing)}`,
      `- Fine: ${renderExample(rule.passing)}`,
      ...(rule.source ? [`- Source: <${rule.source}>`] : []),
    ].join('\n'),
  ];
}

function renderExample({ title, request }: RuleCase): string {
  const json = request ? JSON.stringify(request) : '';
  if (json.includes(JSON.stringify(title))) {
    return `\`${json}\``;
  }
  // Longer ones say no more than their title.
  return json.length > 2 && json.length <= 160
    ? `${title}: \`${json}\``
    : title;
}
