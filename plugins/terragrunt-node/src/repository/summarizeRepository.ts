import { RepositoryRequest } from '@ml-platform/plugin-ml-platform-common';
import { PlanSummary } from '../plan/types';
import { SnapshotRepository } from '../snapshot/RepositorySnapshot';

/** A new repository in plain words. */
export function summarizeRepository(options: {
  request: RepositoryRequest;
  repository: SnapshotRepository;
  /** Of the first environment. */
  environment: PlanSummary;
  paths: string[];
}): PlanSummary {
  const { request, repository, environment, paths } = options;
  const { owner, name } = repository;
  const modules = paths.filter(path =>
    /^modules\/.+\/versions\.tf$/.test(path),
  ).length;
  return {
    what: `The infrastructure repository ${owner}/${name} gets root configuration, CI, ${modules} Terraform modules and the environment ${request.environment}.`,
    inputs: [
      { name: 'Repository', value: `${owner}/${name}` },
      { name: 'Visibility', value: request.visibility ?? 'private' },
      {
        name: 'Code owners',
        value: request.codeOwners?.join(', ') ?? 'nobody',
      },
      {
        name: 'Role of plans',
        value: request.planRoleArn ?? 'none yet',
      },
      {
        name: 'Role of applies',
        value: request.applyRoleArn ?? 'none yet',
      },
      ...environment.inputs,
    ],
    willExist: environment.willExist,
    changesInPlace: [],
    replaced: [],
    afterMerge: [
      ...(request.planRoleArn && request.applyRoleArn
        ? []
        : [
            `Make the roles that CI takes, and write plan_role_arn and apply_role_arn into env/${request.environment}/env.yaml: until then CI says that it has no role, and does nothing.`,
          ]),
      'Make the GitHub environment "destroy" with required reviewers: what is removed is destroyed only after their approval.',
      `Run the workflow "apply" for the environment ${request.environment} once: it makes the state bucket and applies every unit. From then on a merge applies what it changes.`,
      'Add the repository to mlPlatform.repositories of the portal, so that forms offer it and what is declared in it is listed.',
    ],
    rollback: `Before anything is applied the repository can simply be deleted. Afterwards remove the units of ${request.environment} by pull request first, so that CI destroys what they made.`,
    reviewerChecks: [
      'Code owners are the people who answer for this infrastructure.',
      'Account, region and addresses are those that were meant for the environment.',
      ...environment.reviewerChecks,
    ],
  };
}
