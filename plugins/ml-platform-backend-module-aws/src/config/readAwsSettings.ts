import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseArn } from '@ml-platform/plugin-ml-platform-common';
import { AwsScope, AwsService, AwsSettings } from './AwsSettings';

const ACCOUNT = /^\d{12}$/;
const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;
const SERVICES: AwsService[] = ['eks', 'sagemaker'];
const DEFAULT_FIGURES_MINUTES = 5;

/** 25 a second, what 250 clusters of one account and region want. */
const DEFAULT_REQUESTS = 1_500;
const LEAST_REQUESTS = 60;

/**
 * Reads `mlPlatform.aws`.
 *
 * @throws InputError naming the key, the value and the rule
 */
export function readAwsSettings(config: Config): AwsSettings {
  const aws = config.getOptionalConfig('mlPlatform.aws');
  const scopes = (aws?.getOptionalConfigArray('scopes') ?? []).flatMap(
    readScope,
  );
  const seen = new Set<string>();
  for (const { accountId, region } of scopes) {
    const key = `${accountId ?? 'the main account'} in ${region}`;
    if (seen.has(key)) {
      throw new InputError(
        `mlPlatform.aws.scopes names ${key} twice; write each region of an account once`,
      );
    }
    seen.add(key);
  }
  return {
    scopes,
    requestsPerMinute: readBudget(aws),
    ...readFigures(aws?.getOptionalConfig('figures')),
  };
}

function readScope(scope: Config, index: number): AwsScope[] {
  const key = `mlPlatform.aws.scopes[${index}]`;
  const roleArn = scope.getOptionalString('roleArn');
  const role = roleArn === undefined ? undefined : parseArn(roleArn);
  if (roleArn !== undefined && !isRole(role)) {
    throw new InputError(
      `${key}.roleArn is '${shorten(
        roleArn,
      )}', which is not the ARN of a role; write it like arn:aws:iam::111122223333:role/ml-platform-reader`,
    );
  }
  const accountId = readAccount(scope, key) ?? role?.accountId;
  if (role && accountId !== role.accountId) {
    throw new InputError(
      `${key}.roleArn is of account ${role.accountId}, but accountId is ${accountId}; leave accountId out, or name the same account`,
    );
  }
  const externalId = scope.getOptionalString('externalId');
  if (externalId !== undefined && !roleArn) {
    throw new InputError(
      `${key}.externalId is of no use without roleArn; for a role of aws.accounts write it there`,
    );
  }
  return readList(scope, key, 'regions', isRegion).map(region => ({
    ...(accountId ? { accountId } : {}),
    region,
    ...(roleArn ? { roleArn } : {}),
    ...(externalId ? { externalId } : {}),
    services: readServices(scope, key),
  }));
}

function readAccount(scope: Config, key: string): string | undefined {
  const value = scope.getOptional('accountId');
  if (value === undefined) {
    return undefined;
  }
  // Without quotes YAML makes a number of it and drops leading zeros.
  if (typeof value !== 'string' || !ACCOUNT.test(value)) {
    throw new InputError(
      `${key}.accountId is ${shorten(
        JSON.stringify(value),
      )}; an account has twelve digits, written in quotes: '111122223333'`,
    );
  }
  return value;
}

function readServices(scope: Config, key: string): AwsService[] {
  return scope.has('services')
    ? (readList(scope, key, 'services', text =>
        (SERVICES as string[]).includes(text)
          ? undefined
          : 'write eks or sagemaker',
      ) as AwsService[])
    : SERVICES;
}

function readList(
  scope: Config,
  key: string,
  name: string,
  problem: (text: string) => string | undefined,
): string[] {
  const list = scope.getStringArray(name);
  if (list.length === 0) {
    throw new InputError(`${key}.${name} is empty; name at least one`);
  }
  for (const text of list) {
    const wrong = problem(text);
    if (wrong) {
      throw new InputError(`${key}.${name} has '${shorten(text)}'; ${wrong}`);
    }
  }
  return list;
}

function readBudget(aws: Config | undefined): number {
  const perMinute =
    aws?.getOptionalNumber('requestsPerMinute') ?? DEFAULT_REQUESTS;
  if (!(perMinute >= LEAST_REQUESTS)) {
    throw new InputError(
      `mlPlatform.aws.requestsPerMinute is ${perMinute}; write a number from ${LEAST_REQUESTS}, or leave it out for ${DEFAULT_REQUESTS}`,
    );
  }
  return perMinute;
}

function readFigures(
  figures: Config | undefined,
): Pick<AwsSettings, 'figuresMinutes'> {
  if (figures?.getOptionalBoolean('enabled') === false) {
    return {};
  }
  const minutes =
    figures?.getOptionalNumber('intervalMinutes') ?? DEFAULT_FIGURES_MINUTES;
  if (!(minutes >= 1 && minutes <= 60)) {
    throw new InputError(
      `mlPlatform.aws.figures.intervalMinutes is ${minutes}; write a number from 1 to 60`,
    );
  }
  return { figuresMinutes: minutes };
}

function isRole(arn: ReturnType<typeof parseArn>): boolean {
  return (
    arn?.service === 'iam' &&
    ACCOUNT.test(arn.accountId) &&
    arn.resource.startsWith('role/')
  );
}

function isRegion(text: string): string | undefined {
  return REGION.test(text) ? undefined : 'a region is written like eu-west-2';
}

function shorten(text: string): string {
  return text.replace(/\p{Cc}/gu, '?').slice(0, 80);
}
