import { AwsFault } from './AwsFault';
import { AwsError } from './AwsError';
import { AwsIdentity } from './credentials';
import { AwsService } from './services';

/** What a fault makes AWS say; undefined: it does something to the connection. */
export function faultError(
  fault: AwsFault,
  request: {
    service: AwsService;
    action: string;
    identity: AwsIdentity;
    region: string;
  },
): AwsError | undefined {
  const { service, action, identity, region } = request;
  switch (fault.kind) {
    case 'access-denied':
      return new AwsError(
        'AccessDeniedException',
        `User: ${
          identity.arn
        } is not authorized to perform: ${action} on resource: ${resourceOf(
          service,
          region,
          identity.accountId,
        )} because no identity-based policy allows the ${action} action`,
        403,
      );
    case 'throttled':
      return service.protocol === 'rest-json'
        ? new AwsError('ThrottlingException', 'Rate exceeded', 429)
        : new AwsError('ThrottlingException', 'Rate exceeded', 400);
    case 'expired-token':
      return new AwsError(
        'ExpiredTokenException',
        'The security token included in the request is expired',
        403,
      );
    case 'server-error':
      return service.protocol === 'rest-json'
        ? new AwsError(
            'ServerException',
            'These errors are usually caused by a server-side issue.',
            500,
          )
        : new AwsError(
            'InternalFailure',
            'The request processing has failed because of an unknown error, exception or failure.',
            500,
          );
    default:
      return undefined;
  }
}

function resourceOf(
  service: AwsService,
  region: string,
  accountId: string,
): string {
  return service.iam === 'eks'
    ? `arn:aws:eks:${region}:${accountId}:cluster/*`
    : '*';
}
