import { CreateRepositoryResult } from '@ml-platform/plugin-terragrunt-node';

/** What a person reads once a repository is made, as Markdown. */
export function summarizeRepositoryResult(
  result: Omit<CreateRepositoryResult, 'outcome'> & { outcome: string },
): string {
  const { plan, notes } = result;
  const warnings = plan.findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ message, fix }) => `${message} ${fix}`);
  return [
    outcomeSentence(result),
    result.outcome === 'unchanged' ? '' : plan.summary.what,
    list('To know', [...notes, ...warnings]),
    result.outcome === 'unchanged'
      ? ''
      : list(
          result.pullRequest ? 'After the merge' : 'Next',
          plan.summary.afterMerge,
        ),
  ]
    .filter(text => text !== '')
    .join('\n\n');
}

function outcomeSentence({
  outcome,
  url,
  pullRequest,
  plan,
}: Omit<CreateRepositoryResult, 'outcome'> & { outcome: string }): string {
  const { owner, name } = plan.repository;
  const repository = `[${owner}/${name}](${url})`;
  const pull =
    pullRequest && `[pull request #${pullRequest.number}](${pullRequest.url})`;
  switch (outcome) {
    case 'created':
      return `Made ${repository} with one commit.`;
    case 'proposed':
      return `${repository} was there, empty. Opened ${pull}, which fills it.`;
    case 'updated':
      return `Added a commit to ${pull}, which fills ${repository}.`;
    case 'dry-run':
      return `Dry run: ${owner}/${name} would get these files, nothing was made.`;
    default:
      return pull
        ? `Nothing to change: ${pull} says already what was asked for.`
        : `Nothing to change: ${repository} holds already what was asked for.`;
  }
}

function list(title: string, items: string[]): string {
  return items.length > 0
    ? `**${title}**\n\n${items.map(item => `- ${item}`).join('\n')}`
    : '';
}
