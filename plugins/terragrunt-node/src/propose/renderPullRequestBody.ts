import { AccessGrant, ChangePlan, FileChange, Finding } from '../plan';
import { ChangeMarker, wrapSection } from './changeMarker';
import { CodeOwners } from './codeOwners';
import {
  htmlText,
  markdownBlock,
  markdownCode,
  markdownQuote,
  markdownRow,
  markdownText,
} from './markdown';
import { ChangeRequester } from './ChangeRequester';

/** GitHub refuses bodies of more than 65,536 characters; the rest is for what people add. */
const MAX_SECTION_LENGTH = 48_000;
const MAX_VALUE_LENGTH = 300;
const MAX_REASON_LENGTH = 2_000;
const MAX_ITEMS = 50;

/** What a pull request's text is made of. */
export interface PullRequestText {
  plan: ChangePlan;
  requester: ChangeRequester;
  /** In the requester's words. */
  reason?: string;
  owners: CodeOwners;
  marker: ChangeMarker;
}

/**
 * Our part of a pull request's body. Every value of the form is escaped: none can format, link, mention or
 * end anything.
 */
export function renderPullRequestBody(text: PullRequestText): string {
  const full = renderSections(text, renderGrant);
  const fits = (sections: string[]) =>
    sections.join('\n\n').length <= MAX_SECTION_LENGTH;
  const sections = fits(full)
    ? full
    : renderSections(text, renderGrantWithoutPolicy);
  const shown: string[] = [];
  for (const candidate of sections) {
    if (fits([...shown, candidate])) {
      shown.push(candidate);
    }
  }
  if (shown.length < full.length || sections !== full) {
    shown.push(
      'This description is shortened, because GitHub limits its length; the changed files tell everything.',
    );
  }
  return wrapSection(shown.join('\n\n'), text.marker);
}

function renderSections(
  text: PullRequestText,
  grant: (grant: AccessGrant) => string,
): string[] {
  const { plan, reason, owners } = text;
  const { summary } = plan;
  const sections = [
    markdownText(summary.what),
    `Requested by ${requesterName(text.requester)}.`,
    reason?.trim() && markdownQuote(shorten(reason.trim(), MAX_REASON_LENGTH)),
    // The reason is quoted above.
    inputTable(summary.inputs.filter(input => input.value !== reason)),
    section('What will exist after apply', summary.willExist),
    section('Changed in place', summary.changesInPlace),
    section('Replaced: destroyed and made anew', summary.replaced),
    plan.access.length &&
      ['### Access granted', ...plan.access.map(grant)].join('\n\n'),
    findingsSection(plan.findings),
    section('What the reviewer should check', summary.reviewerChecks, '- [ ] '),
    section('After the merge', summary.afterMerge),
    summary.rollback &&
      `### How to roll back\n\n${markdownText(summary.rollback)}`,
    fileTable(plan.files, owners),
    'Asking for the same thing again in the portal adds a commit to this pull request; commits of others stay.',
  ];
  return sections.filter((item): item is string => Boolean(item));
}

function requesterName(requester: ChangeRequester): string {
  const names = [
    requester.userEntityRef && markdownCode(requester.userEntityRef),
    requester.login && `GitHub ${markdownCode(requester.login)}`,
  ].filter(Boolean);
  const name = requester.displayName
    ? `**${markdownText(requester.displayName)}**`
    : undefined;
  if (!name) {
    return names.length ? names.join(', ') : 'somebody not known to the portal';
  }
  return names.length ? `${name} (${names.join(', ')})` : name;
}

function inputTable(inputs: { name: string; value: string }[]): string {
  if (!inputs.length) {
    return '';
  }
  return [
    markdownRow(['Input', 'Value']),
    markdownRow(['---', '---']),
    ...inputs.map(({ name, value }) =>
      markdownRow([
        markdownText(name),
        markdownCode(shorten(value, MAX_VALUE_LENGTH)),
      ]),
    ),
  ].join('\n');
}

function section(title: string, items: string[], bullet = '- '): string {
  if (!items.length) {
    return '';
  }
  const shown = items
    .slice(0, MAX_ITEMS)
    .map(item => `${bullet}${markdownText(shorten(item, 1_000))}`);
  const rest =
    items.length > MAX_ITEMS
      ? [`- … and ${items.length - MAX_ITEMS} more`]
      : [];
  return [`### ${title}`, '', ...shown, ...rest].join('\n');
}

function renderGrant(grant: AccessGrant): string {
  const title = grant.policyName
    ? `Exact policy ${htmlText(grant.policyName)}`
    : 'Exact trust policy';
  return [
    renderGrantWithoutPolicy(grant),
    `<details><summary>${title}</summary>`,
    markdownBlock('json', JSON.stringify(grant.policy, undefined, 2)),
    '</details>',
  ].join('\n\n');
}

function renderGrantWithoutPolicy(grant: AccessGrant): string {
  const also = grant.alsoReachableBy
    .slice(0, MAX_ITEMS)
    .map(
      other =>
        `  - also reachable by ${markdownCode(
          other.workload,
        )} in ${markdownCode(other.environment)} (${markdownCode(other.file)})`,
    );
  return [`- ${markdownText(grant.sentence)}`, ...also].join('\n');
}

function findingsSection(findings: Finding[]): string {
  if (!findings.length) {
    return '';
  }
  return [
    '### Findings',
    '',
    ...findings.slice(0, MAX_ITEMS).map(finding => {
      const place = finding.file
        ? ` (${markdownCode(
            finding.line ? `${finding.file}:${finding.line}` : finding.file,
          )})`
        : '';
      const source =
        finding.source && /^https:\/\/[^\s<>()]+$/.test(finding.source)
          ? ` [source](${finding.source})`
          : '';
      return `- **${finding.severity}** ${markdownCode(
        finding.id,
      )}: ${markdownText(shorten(finding.message, 600))}${place} ${markdownText(
        shorten(finding.fix, 600),
      )}${source}`;
    }),
  ].join('\n');
}

function fileTable(files: FileChange[], owners: CodeOwners): string {
  if (!files.length) {
    return '';
  }
  return [
    '### Files',
    '',
    markdownRow(['File', 'Change', 'Code owners']),
    markdownRow(['---', '---', '---']),
    ...files.map(file =>
      markdownRow([
        markdownCode(file.path),
        fileOperation(file),
        owners.ownersOf(file.path).map(markdownCode).join(' ') || 'none',
      ]),
    ),
  ].join('\n');
}

function fileOperation(file: FileChange): string {
  if (file.before === undefined) {
    return 'added';
  }
  return file.after === undefined ? 'removed' : 'changed';
}

function shorten(text: string, maxLength: number): string {
  return text.length > maxLength
    ? `${text.slice(0, maxLength)}… (${text.length} characters)`
    : text;
}
