import { ChangePlan } from '../plan';
import { markdownText } from './markdown';

/**
 * What a person reads in the portal once a change is proposed, as Markdown: what it is, the access it
 * grants, what stands out, what to do after the merge.
 *
 * @public
 */
export function renderSummary(options: {
  plan: ChangePlan;
  outcome: 'created' | 'updated' | 'unchanged' | 'dry-run';
  number?: number;
  url?: string;
}): string {
  const { plan } = options;
  const warnings = plan.findings.filter(finding => finding.severity !== 'info');
  const open = options.url && options.outcome !== 'dry-run';
  return [
    outcomeSentence(options),
    options.outcome !== 'unchanged' && markdownText(plan.summary.what),
    list(
      'Access',
      plan.access.map(grant => grant.sentence),
    ),
    list(
      'To know',
      warnings.map(finding => `${finding.message} ${finding.fix}`),
    ),
    (open || options.outcome === 'dry-run') &&
      list('After the merge', plan.summary.afterMerge),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function outcomeSentence(options: {
  outcome: string;
  number?: number;
  url?: string;
  plan: ChangePlan;
}): string {
  const link = options.url
    ? `[pull request #${options.number}](${options.url})`
    : 'no pull request';
  switch (options.outcome) {
    case 'created':
      return `Opened ${link}. It takes effect once it is reviewed, merged and applied.`;
    case 'updated':
      return `Added a commit to ${link}. It takes effect once it is reviewed, merged and applied.`;
    case 'dry-run':
      return 'Dry run: these files would be changed, nothing was written to the repository.';
    default:
      return options.url
        ? `Nothing to change: ${link} says already what was asked for.`
        : `Nothing to change: ${markdownText(
            options.plan.base.branch,
          )} says already what was asked for.`;
  }
}

function list(title: string, items: string[]): string {
  return items.length
    ? [
        `**${title}**`,
        '',
        ...items.map(item => `- ${markdownText(item)}`),
      ].join('\n')
    : '';
}
