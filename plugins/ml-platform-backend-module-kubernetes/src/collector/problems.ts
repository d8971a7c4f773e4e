import { SourceProblem } from '@ml-platform/plugin-ml-platform-common';
import { SourceError } from '@ml-platform/plugin-ml-platform-node';
import { ApiError, ApiErrorCode } from '../client';
import { WatchState } from '../watch';
import { ClusterTarget } from './ClusterTarget';
import { PartDescription, ruleFor } from './resources';

type Problem = Omit<SourceProblem, 'since'>;

/** The role of the README. */
export const CLUSTER_ROLE = 'ml-platform-reader';

/** As sources name what went wrong. */
const SOURCE_CODES: Partial<Record<ApiErrorCode, string>> = {
  unauthorized: 'Unauthorized',
  forbidden: 'AccessDenied',
  stalled: 'timeout',
};

/** What is wrong with a cluster as a whole, and what helps. */
export function problemOfCluster(
  error: ApiError,
  target: ClusterTarget,
): Problem {
  return {
    code: SOURCE_CODES[error.code] ?? error.code,
    message: error.message,
    fix: fixOf(error, target),
  };
}

function fixOf({ code }: ApiError, target: ClusterTarget): string {
  const eks = target.signIn.by === 'eks';
  switch (code) {
    case 'unauthorized':
      return eks
        ? `The cluster does not know the AWS identity of the backend. Add an access entry: aws eks create-access-entry --cluster-name ${
            target.name
          } --region ${
            target.region ?? '<region>'
          } --principal-arn <the backend's role> --kubernetes-groups ml-platform:readers. A cluster with the authentication mode CONFIG_MAP needs a line in the ConfigMap aws-auth instead.`
        : 'The token is not valid any more: write a new one of the service account into mlPlatform.kubernetes.clusters.';
    case 'credentials':
      return eks
        ? `See that aws.accounts or mlPlatform.aws.scopes names account ${target.accountId}, and that its role may be assumed.`
        : 'See that the file of the token is there and can be read.';
    case 'forbidden':
      return `Apply the ClusterRole ${CLUSTER_ROLE} of the README and bind it to the identity that the message names.`;
    case 'certificate':
      return eks
        ? 'The inventory may still have the certificate of an earlier cluster of this name: see that the source of EKS succeeds.'
        : 'Set caData or caFile of the cluster in mlPlatform.kubernetes.clusters to the certificate of its authority.';
    case 'throttled':
      return 'The API server turns requests away: it is asked again, less often. Look at its API Priority and Fairness settings if this stays.';
    case 'server-error':
      return "The API server has trouble of its own: look at the cluster's health in EKS, and at webhooks and aggregated APIs.";
    case 'timeout':
    case 'stalled':
      return `${reachFix(
        target,
      )} If it can, it answers too slowly: look at the load of its API server, and at proxies in between.`;
    case 'unreachable':
      return reachFix(target);
    default:
      return `Ask ${target.url}/version by hand from where the backend runs: something else than a Kubernetes API server may answer there.`;
  }
}

function reachFix({ url }: ClusterTarget): string {
  return `See that ${
    new URL(url).host
  } can be reached from the backend: a private endpoint wants a way into its VPC, a public one the backend's address among its allowed CIDRs.`;
}

/** What is not known of a cluster while the rest is. */
export function problemOfPart(
  part: PartDescription,
  state: WatchState,
  target: ClusterTarget,
): Problem | undefined {
  const name = part.group ? `${part.plural}.${part.group}` : part.plural;
  if (state.status === 'absent' && part.rare) {
    return undefined;
  }
  if (state.status === 'absent') {
    return {
      code: 'not-available',
      part: part.part,
      message: `The cluster has no ${name} (${part.group}/${part.version}): there are no ${part.gives}.`,
      fix: `Nothing, unless they are wanted: then install ${part.provider}.`,
    };
  }
  if (state.status === 'forbidden') {
    return {
      code: 'AccessDenied',
      part: part.part,
      message: `${name} may not be read, so it is not known: ${part.gives}. ${state.error.message}`,
      fix: `Add the rule ${ruleFor(
        part,
      )} to the ClusterRole ${CLUSTER_ROLE} and see that it is bound to the identity that the message names.`,
    };
  }
  if (state.status === 'failing') {
    const { code, message, fix } = problemOfCluster(state.error, target);
    return {
      code,
      part: part.part,
      message: `${name} cannot be read at present; what is shown of them is as it was. ${message}`,
      fix,
    };
  }
  return undefined;
}

/** Whatever was thrown, as the problem of a source. */
export function sourceErrorOf(error: unknown, target: ClusterTarget): Error {
  return error instanceof ApiError
    ? new SourceError(problemOfCluster(error, target), { cause: error })
    : (error as Error);
}
