import { ConflictError } from '@backstage/errors';
import { createTwoFilesPatch } from 'diff';
import { RepositoryHost } from '../host/RepositoryHost';
import { ChangePlan } from '../plan';
import { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

/**
 * What somebody looked at before asking for it.
 *
 * @public
 */
export interface PreviewedPlan {
  /** `digest` of the plan that was shown. */
  digest: string;
  /** The commit it was planned on; lets us say what changed since. */
  commit?: string;
}

/**
 * Compares a plan with the one that was previewed.
 *
 * @throws ConflictError saying what changed when they differ
 */
export async function expectPreview(options: {
  plan: ChangePlan;
  expected: PreviewedPlan;
  host: RepositoryHost;
  planAgain: (snapshot: RepositorySnapshot) => Promise<ChangePlan>;
}): Promise<void> {
  const { plan, expected, host } = options;
  if (plan.digest === expected.digest) {
    return;
  }
  const { branch, commit } = plan.base;
  const wayOut = 'Nothing was opened: look at the preview again, then create.';
  const previewed =
    expected.commit && expected.commit !== commit
      ? await options.planAgain(await host.snapshotAt(branch, expected.commit))
      : undefined;
  if (previewed?.digest !== expected.digest) {
    throw new ConflictError(
      `The change is no longer the one that was previewed: it would now change ${filesOf(
        plan,
      )} on '${branch}' at ${commit.slice(0, 10)}. ${wayOut}`,
    );
  }
  throw new ConflictError(
    `The change is no longer the one that was previewed, because '${branch}' moved from ${expected.commit!.slice(
      0,
      10,
    )} to ${commit.slice(0, 10)}. ${wayOut}\n${describeDifference(
      previewed,
      plan,
    )}`,
  );
}

function filesOf(plan: ChangePlan): string {
  return plan.files.map(file => file.path).join(', ') || 'no file';
}

const MAX_LINES = 60;

function describeDifference(previewed: ChangePlan, now: ChangePlan): string {
  const after = (plan: ChangePlan, path: string) =>
    plan.files.find(file => file.path === path)?.after ?? '';
  const paths = new Set(
    [...previewed.files, ...now.files].map(file => file.path),
  );
  const lines = [...paths]
    .filter(path => after(previewed, path) !== after(now, path))
    .flatMap(path =>
      createTwoFilesPatch(
        `${path} as previewed`,
        `${path} as it would be now`,
        after(previewed, path),
        after(now, path),
        undefined,
        undefined,
        { context: 1 },
      )
        .split('\n')
        .slice(1),
    );
  return lines.length > MAX_LINES
    ? [...lines.slice(0, MAX_LINES), '…'].join('\n')
    : lines.join('\n');
}
