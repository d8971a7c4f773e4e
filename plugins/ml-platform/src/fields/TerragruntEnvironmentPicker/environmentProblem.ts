import {
  iamRoleNameRule,
  nameProblem,
  workloadRoleName,
  type EnvironmentList,
} from '@ml-platform/plugin-ml-platform-common';

/** Why the environment cannot be taken for this workload; undefined when it can. */
export function environmentProblem(
  list: EnvironmentList,
  environmentName: string,
  workloadName?: string,
): string | undefined {
  const environment = list.items.find(item => item.name === environmentName);
  if (!environment) {
    return `There is no environment '${environmentName}' in this repository. Choose one of the list.`;
  }
  if (environment.problem !== undefined) {
    return `${environmentName} cannot be changed now: ${environment.problem}`;
  }
  if (workloadName) {
    const role = workloadRoleName(environmentName, workloadName);
    const problem = nameProblem(iamRoleNameRule, role);
    return (
      problem &&
      `The IAM role of this workload would be '${role}', which ${problem}. Choose a shorter name for the workload.`
    );
  }
  return undefined;
}
