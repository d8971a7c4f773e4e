import { RepositoryHost, HostPullRequest } from '../host/RepositoryHost';
import { ProposeOptions } from './ProposeOptions';

/**
 * Who is asked to review: those of the configuration without the author of the pull request and without
 * who asked for it, neither of whom may approve it.
 */
export function chooseReviewers(
  configured: string[],
  excluded: (string | undefined)[],
): string[] {
  const out = new Set(excluded.map(login => login?.toLowerCase()));
  return [...new Set(configured)].filter(
    login => !out.has(login.toLowerCase()),
  );
}

/**
 * Puts labels on a new pull request and asks for reviews. Neither is worth failing for.
 *
 * @returns what did not work, in words
 */
export async function requestAttention(
  host: RepositoryHost,
  pullRequest: HostPullRequest,
  options: Pick<ProposeOptions, 'repository' | 'requester'>,
): Promise<string[]> {
  const { labels, reviewers, teamReviewers } = options.repository;
  const users = chooseReviewers(reviewers, [
    pullRequest.author,
    options.requester.login,
  ]);
  const warnings: string[] = [];
  const attempt = async (call: () => Promise<void>) => {
    try {
      await call();
      return true;
    } catch (error) {
      warnings.push((error as Error).message);
      return false;
    }
  };
  if (labels.length) {
    await attempt(() => host.addLabels(pullRequest.number, labels));
  }
  const single = [
    ...users.map(user => ({ users: [user], teams: [] })),
    ...teamReviewers.map(team => ({ users: [], teams: [team] })),
  ];
  if (single.length) {
    const all = await attempt(() =>
      host.requestReviewers(pullRequest.number, {
        users,
        teams: teamReviewers,
      }),
    );
    // GitHub asks nobody when one of them has no access: then one by one.
    if (!all && single.length > 1) {
      for (const one of single) {
        await attempt(() => host.requestReviewers(pullRequest.number, one));
      }
    }
  }
  return warnings;
}
