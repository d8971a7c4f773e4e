import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { DeclaredWorkload } from '../workload/DeclaredWorkload';
import { WorkloadRuleContext } from './WorkloadRule';

/** The declared workloads without the one that the request is about. */
export function otherWorkloads({
  declared,
  environment,
  workload,
}: WorkloadRuleContext): DeclaredWorkload[] {
  return declared.filter(
    other =>
      other.environment !== environment.name ||
      other.name !== workload.request.name,
  );
}

/** The other workloads that run in the same cluster as the requested one. */
export function clusterNeighbours(
  context: WorkloadRuleContext,
): DeclaredWorkload[] {
  const facts = environmentsByName(context);
  return otherWorkloads(context).filter(other => {
    const place = facts.get(other.environment);
    return place !== undefined && shareCluster(context.environment, place);
  });
}

export function environmentsByName({
  environments,
}: WorkloadRuleContext): Map<string, EnvironmentFacts> {
  return new Map(environments.map(facts => [facts.name, facts]));
}

/** Two environments are in one cluster when name, account and region agree. */
export function shareCluster(
  one: EnvironmentFacts,
  other: EnvironmentFacts,
): boolean {
  return (
    one.name === other.name ||
    (one.cluster !== undefined &&
      one.cluster === other.cluster &&
      one.accountId === other.accountId &&
      one.region === other.region)
  );
}

/** `workload "mlflow" of dev`: for messages. */
export function nameOf(workload: DeclaredWorkload): string {
  return `workload ${workload.name} of ${workload.environment}`;
}
