import { AwsOperations } from '../AwsCall';
import { AwsError } from '../AwsError';

export const STS_OPERATIONS: AwsOperations = {
  GetCallerIdentity: ({ identity }) => ({
    Arn: identity.arn,
    UserId: identity.userId,
    Account: identity.accountId,
  }),
  AssumeRole: ({ authority, identity, input }) => {
    const seconds = Number(input.DurationSeconds ?? 3600);
    const session = String(input.RoleSessionName ?? '');
    if (!(seconds >= 900 && seconds <= 43_200)) {
      throw new AwsError(
        'ValidationError',
        `1 validation error detected: Value '${input.DurationSeconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value between 900 and 43200`,
      );
    }
    if (!/^[\w+=,.@-]{2,64}$/.test(session)) {
      throw new AwsError(
        'ValidationError',
        `1 validation error detected: Value '${session}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
      );
    }
    const opened = authority.assumeRole(identity, {
      roleArn: String(input.RoleArn ?? ''),
      session,
      seconds,
    });
    return {
      AssumedRoleUser: {
        AssumedRoleId: opened.identity.userId,
        Arn: opened.identity.arn,
      },
      Credentials: {
        AccessKeyId: opened.keys.accessKeyId,
        SecretAccessKey: opened.keys.secretAccessKey,
        SessionToken: opened.keys.sessionToken,
        Expiration: new Date(opened.expires)
          .toISOString()
          .replace(/\.\d{3}Z$/, 'Z'),
      },
    };
  },
};
