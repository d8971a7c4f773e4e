import {
  nameProblem,
  rdsResourceIdRule,
} from '@ml-platform/plugin-ml-platform-common';

/**
 * A DB identifier: letters, digits, dashes, begins with a letter
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints).
 * Nothing else may stand in a command that a person will paste into a shell.
 */
const DB_IDENTIFIER = /^[A-Za-z][A-Za-z0-9-]{0,62}$/;

/** Shell commands that print a database's resource id. */
export function lookUpCommands(
  typed: string | undefined,
  region: string | undefined,
): { title: string; command: string }[] {
  const isName =
    typed !== undefined &&
    DB_IDENTIFIER.test(typed) &&
    nameProblem(rdsResourceIdRule, typed) !== undefined;
  const name = isName ? typed : 'my-database';
  const where = region ? ` --region ${region}` : '';
  return [
    {
      title: 'RDS database',
      command: `aws rds describe-db-instances --db-instance-identifier ${name}${where} --query 'DBInstances[0].DbiResourceId' --output text`,
    },
    {
      title: 'Aurora cluster',
      command: `aws rds describe-db-clusters --db-cluster-identifier ${name}${where} --query 'DBClusters[0].DbClusterResourceId' --output text`,
    },
  ];
}
