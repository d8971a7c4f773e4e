import { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

/**
 * Where GitHub looks for the file, first match wins:
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location
 */
const LOCATIONS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

interface CodeOwnersRule {
  matches: RegExp;
  /** `@login`, `@organisation/team` or an e-mail address; empty takes ownership away. */
  owners: string[];
}

/**
 * Answers who owns a path.
 *
 * @public
 */
export interface CodeOwners {
  /** `@login`, `@organisation/team` or e-mail addresses; empty when nobody does. */
  ownersOf(path: string): string[];
}

/**
 * Reads CODEOWNERS from a snapshot; without such a file nobody owns anything.
 *
 * @public
 */
export async function readCodeOwners(
  snapshot: RepositorySnapshot,
): Promise<CodeOwners> {
  const texts = await snapshot.readMany(LOCATIONS);
  const location = LOCATIONS.find(path => texts.has(path));
  return parseCodeOwners(location ? texts.get(location)! : '');
}

/**
 * Parses CODEOWNERS. The last rule that matches a path counts. Lines GitHub does not understand (`!`,
 * `[ ]`) are skipped as GitHub skips them.
 */
export function parseCodeOwners(text: string): CodeOwners {
  const rules = text
    .split(/\r?\n/)
    .map(parseRule)
    .filter(rule => rule !== undefined);
  return {
    ownersOf: path =>
      rules.filter(rule => rule.matches.test(path)).pop()?.owners ?? [],
  };
}

function parseRule(line: string): CodeOwnersRule | undefined {
  const [pattern, ...owners] = line
    .replace(/(^|\s)#.*$/, '')
    .trim()
    .split(/(?<!\\)\s+/);
  const path = pattern.replace(/\\(\s|#)/g, '$1');
  return path && !/^!|[[\]]/.test(path)
    ? { matches: patternRegExp(path), owners }
    : undefined;
}

/**
 * A pattern means what it means in .gitignore, save that `folder/*` owns the files of the folder and not
 * those of its subfolders.
 */
function patternRegExp(pattern: string): RegExp {
  const parts = pattern.replace(/^\//, '').replace(/\/$/, '').split('/');
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const last = parts[parts.length - 1];
  const source = parts
    .map((part, index) => {
      const isLast = index === parts.length - 1;
      if (part === '**') {
        return isLast ? '.+' : '(?:[^/]+/)*';
      }
      const segment = part
        .replace(/[.+^${}()|\\]/g, '\\$&')
        .replace(/\*+/g, '[^/]*')
        .replace(/\?/g, '[^/]');
      return isLast ? segment : `${segment}/`;
    })
    .join('');
  const below = anchored && last === '*' ? '' : '(?:/.*)?';
  const end = pattern.endsWith('/') ? '/.*' : below;
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${source}${end}$`);
}
