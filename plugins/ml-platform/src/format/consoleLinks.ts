import {
  parseArn,
  partitionOfRegion,
} from '@ml-platform/plugin-ml-platform-common';

// Source: sign-in pages of each partition,
// https://docs.aws.amazon.com/general/latest/gr/rande.html; isolated partitions have
// addresses that are not public.
const CONSOLES: Record<string, (region: string) => string> = {
  aws: region => `https://${region}.console.aws.amazon.com`,
  'aws-cn': region => `https://${region}.console.amazonaws.cn`,
  'aws-us-gov': region => `https://${region}.console.amazonaws-us-gov.com`,
  'aws-eusc': region => `https://${region}.console.amazonaws-eusc.eu`,
};

/**
 * A page of the AWS console.
 *
 * @param path - `eks/clusters/demo`
 * @returns undefined where the console's address is not known
 */
function consoleLink(
  region: string,
  path: string,
  hash = '',
): string | undefined {
  const console = CONSOLES[partitionOfRegion(region)];
  return console && `${console(region)}/${path}?region=${region}${hash}`;
}

/** The region and the last part of an ARN. */
function placeOf(arn: string): { region: string; name: string } | undefined {
  const { region, resource } = parseArn(arn) ?? {};
  const name = resource?.split(/[/:]/)[1];
  return region && name ? { region, name } : undefined;
}

/** @param part - what of the cluster: a tab of the console's page */
export function clusterConsoleLink(
  clusterArn: string,
  part?: { nodeGroup: string } | { addon: string },
): string | undefined {
  const place = placeOf(clusterArn);
  if (!place) {
    return undefined;
  }
  const base = `eks/clusters/${encodeURIComponent(place.name)}`;
  if (part && 'nodeGroup' in part) {
    return consoleLink(
      place.region,
      `${base}/nodegroups/${encodeURIComponent(part.nodeGroup)}`,
    );
  }
  if (part && 'addon' in part) {
    return consoleLink(
      place.region,
      `${base}/add-ons/${encodeURIComponent(part.addon)}`,
    );
  }
  return consoleLink(place.region, base);
}

export function endpointConsoleLink(endpointArn: string): string | undefined {
  const place = placeOf(endpointArn);
  return (
    place &&
    consoleLink(
      place.region,
      'sagemaker/home',
      `#/endpoints/${encodeURIComponent(place.name)}`,
    )
  );
}

/** A log group in CloudWatch. */
export function logGroupConsoleLink(
  region: string,
  logGroup: string,
): string | undefined {
  // The console encodes the name twice, the second time with $ in place of %.
  const name = encodeURIComponent(encodeURIComponent(logGroup)).replace(
    /%/g,
    '$',
  );
  return consoleLink(
    region,
    'cloudwatch/home',
    `#logsV2:log-groups/log-group/${name}`,
  );
}

export function instanceConsoleLink(
  region: string,
  instanceId: string,
): string | undefined {
  return consoleLink(
    region,
    'ec2/home',
    `#InstanceDetails:instanceId=${encodeURIComponent(instanceId)}`,
  );
}

/** @param providerId - `aws:///eu-west-2a/i-0123456789abcdef0` */
export function instanceOf(providerId?: string): string | undefined {
  return /\/(i-[0-9a-f]+)$/.exec(providerId ?? '')?.[1];
}
