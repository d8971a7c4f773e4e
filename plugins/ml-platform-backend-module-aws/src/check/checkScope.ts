import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { SourceCheck } from '@ml-platform/plugin-ml-platform-node';
import { AwsConnection, describeProblem } from '../client';
import { AwsScope, AwsService } from '../config';
import { eksTrials } from './eksTrials';
import { sageMakerTrials } from './sageMakerTrials';
import { runTrial, withDeadline } from './Trial';

const TRIALS = { eks: eksTrials, sagemaker: sageMakerTrials };

/**
 * Tries the credentials, then every permission that a source uses. Without
 * credentials the rest is not tried.
 */
export async function checkScope(options: {
  connection: AwsConnection;
  scope: AwsScope;
  service: AwsService;
  signal: AbortSignal;
}): Promise<SourceCheck[]> {
  const { connection, scope, service, signal } = options;
  const checks = [await checkCredentials(connection, scope, signal)];
  const hasCredentials = checks[0].result === 'passed';
  for (const trial of TRIALS[service](connection, signal)) {
    checks.push(
      hasCredentials
        ? await runTrial(trial, scope)
        : { name: trial.action, result: 'skipped' },
    );
  }
  return checks;
}

async function checkCredentials(
  connection: AwsConnection,
  scope: AwsScope,
  signal: AbortSignal,
): Promise<SourceCheck> {
  const name = 'credentials';
  const action = 'sts:GetCallerIdentity';
  try {
    const { Account, Arn } = await withDeadline(
      action,
      connection.call(action, signal, options =>
        connection.sts.send(new GetCallerIdentityCommand({}), options),
      ),
    );
    if (scope.accountId && Account !== scope.accountId) {
      return {
        name,
        result: 'failed',
        message: `The credentials belong to account ${Account}, not to ${scope.accountId}.`,
        fix: `Name a role of ${scope.accountId} in roleArn of the scope, or in aws.accounts.`,
      };
    }
    return { name, result: 'passed', message: `This is ${Arn}.` };
  } catch (error) {
    const { message, fix } = describeProblem(error, scope);
    return { name, result: 'failed', message, ...(fix ? { fix } : {}) };
  }
}
