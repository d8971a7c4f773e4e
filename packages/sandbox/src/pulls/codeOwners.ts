import { ORGANIZATION, findAccount, findTeam } from '../state/people';
import { PullRecord, RepositoryRecord } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';
import { pullFiles } from './pullRange';

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

interface Rule {
  pattern: RegExp;
  owners: string[];
}

/** Asks the owners of the changed files for a review, as GitHub does. */
export async function requestCodeOwners(
  context: SandboxContext,
  record: RepositoryRecord,
  pull: PullRecord,
): Promise<void> {
  if (pull.draft) return;
  const rules = await readRules(context, record, pull.base.sha);
  if (rules.length === 0) return;
  const files = await pullFiles(context, record, pull);
  const owners = new Set(files.flatMap(file => ownersOf(rules, file.path)));
  for (const owner of owners) {
    const [organization, slug] = owner.split('/');
    if (slug === undefined) {
      const account = findAccount(owner);
      const mine = account?.login === pull.author;
      if (account && !mine) add(pull.requestedReviewers, account.login);
    } else if (organization === ORGANIZATION && findTeam(slug)) {
      add(pull.requestedTeams, slug);
    }
  }
}

function add(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}

async function readRules(
  context: SandboxContext,
  record: RepositoryRecord,
  sha: string,
): Promise<Rule[]> {
  const git = context.git(record);
  const commit = await git.commit(sha);
  if (!commit) return [];
  for (const place of PLACES) {
    const content = await git.fileAt(commit.tree, place);
    if (content) return parseCodeOwners(content.toString('utf8'));
  }
  return [];
}

/** Rules of a CODEOWNERS file in their order. */
export function parseCodeOwners(text: string): Rule[] {
  return text
    .split(/\r?\n/)
    .map(line => line.replace(/#.*$/, '').trim())
    .filter(line => line !== '')
    .map(line => {
      const [pattern, ...owners] = line.split(/\s+/);
      return {
        pattern: ownerPattern(pattern),
        owners: owners.map(owner => owner.replace(/^@/, '')),
      };
    });
}

/** The last rule that matches counts. */
export function ownersOf(rules: Rule[], path: string): string[] {
  return (
    [...rules].reverse().find(({ pattern }) => pattern.test(path))?.owners ?? []
  );
}

/** Patterns follow .gitignore, without negation and character classes. */
function ownerPattern(pattern: string): RegExp {
  const anchored = pattern.slice(0, -1).includes('/');
  const source = pattern
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*/g, stars => {
      if (stars === '**/') return '(?:.*/)?';
      return stars === '**' ? '.*' : '[^/]*';
    });
  const end = /(^|\/)\*$/.test(pattern) && pattern !== '*' ? '$' : '(?:/|$)';
  return new RegExp(`${anchored ? '^' : '(?:^|/)'}${source}${end}`);
}
