import { createHash } from 'node:crypto';
import { ChangePlan } from '../plan';

/** What a change is about: two changes with the same identity belong into one pull request. */
export interface ChangeIdentity {
  /** Kind of change, second part of the branch's name: `workload`, later also `removal`. */
  kind: string;
  /** Kind of thing that changes; differs from `kind` where a kind of change applies to several. */
  thing: string;
  /** `<owner>/<name>` */
  repository: string;
  environment: string;
  name: string;
}

/** What a plan's change is about. */
export function identityOf(plan: ChangePlan): ChangeIdentity {
  return {
    kind: plan.kind,
    thing: plan.thing ?? plan.kind,
    repository: `${plan.repository.owner}/${plan.repository.name}`,
    environment: plan.environment,
    name: plan.name,
  };
}

/** Whether two changes touch the same thing, whatever they do to it. */
export function isSameThing(
  one: ChangeIdentity,
  other: ChangeIdentity,
): boolean {
  return (
    one.thing === other.thing &&
    one.repository.toLowerCase() === other.repository.toLowerCase() &&
    one.environment === other.environment &&
    one.name === other.name
  );
}

/** Whether two changes are the same kind of change to the same thing. */
export function isSameChange(
  one: ChangeIdentity,
  other: ChangeIdentity,
): boolean {
  return one.kind === other.kind && isSameThing(one, other);
}

/** The branch of a change: `ml-platform/<kind>/<environment>/<name>`. */
export function changeBranch(identity: ChangeIdentity): string {
  return ['ml-platform', identity.kind, identity.environment, identity.name]
    .map(refPart)
    .join('/');
}

/**
 * The branch itself or, where it is taken, the first free of `<branch>-2`, `<branch>-3`, ...
 *
 * @param taken - names of existing branches
 */
export function freeBranch(branch: string, taken: string[]): string {
  if (!taken.includes(branch)) {
    return branch;
  }
  for (let suffix = 2; ; suffix += 1) {
    const candidate = `${branch}-${suffix}`;
    if (!taken.includes(candidate)) {
      return candidate;
    }
  }
}

/** Whether a branch is one that {@link freeBranch} gives for a change's branch. */
export function isBranchOf(candidate: string, branch: string): boolean {
  return (
    candidate === branch ||
    (candidate.startsWith(`${branch}-`) &&
      /^[2-9]$|^[1-9][0-9]+$/.test(candidate.slice(branch.length + 1)))
  );
}

/**
 * SHA-256 in hex over a request, whatever the order of its keys.
 *
 * @public
 */
export function requestDigest(request: unknown): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : item,
  );
}

/** Rules: https://git-scm.com/docs/git-check-ref-format */
function refPart(text: string): string {
  return text
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^\./, '-')
    .replace(/(\.lock|\.)$/, '-');
}
