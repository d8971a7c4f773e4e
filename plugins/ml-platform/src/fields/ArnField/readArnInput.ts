import {
  expandArnInput,
  parseArn,
  partitionOfRegion,
  quoteValue,
  type Arn,
  type RepositoryEnvironment,
} from '@ml-platform/plugin-ml-platform-common';
import type { ArnKind } from './arnKinds';

/** What a typed text leads to. */
export interface ArnReading {
  /** What the form stores: the ARN, else the text as typed. */
  value: string;
  arn?: string;
  /** Why the value cannot be used, as a sentence. */
  problem?: string;
  /** A value that would do instead, offered as a button. */
  suggestion?: string;
  /** What the ARN stands for, as a sentence. */
  explanation?: string;
  /** What is legal but seldom meant. */
  warning?: string;
}

/**
 * Reads what a person typed, for the environment it is meant for. What makes an
 * ARN of a name is the common package's rule; here its consequences are put in
 * words for the person at the form.
 */
export function readArnInput(
  text: string,
  kind: ArnKind,
  environment?: RepositoryEnvironment,
): ArnReading {
  const typed = text.trim();
  const result = expandArnInput(typed, kind.kind, {
    region: environment?.region,
    accountId: environment?.accountId,
    partition:
      environment?.partition ??
      (environment?.region && partitionOfRegion(environment.region)),
  });
  if (result.status === 'invalid') {
    return { value: typed, problem: sentence(typed, result.message) };
  }
  if (result.status === 'incomplete') {
    return { value: typed, problem: sentence(typed, result.explanation) };
  }
  const { arn } = result;
  const refused = refusal(arn, kind);
  if (refused) {
    return { value: typed, ...refused };
  }
  return {
    value: arn,
    arn,
    explanation:
      arn === typed ? undefined : sentence(typed, result.explanation),
    warning: elsewhere(parseArn(arn), environment),
  };
}

function sentence(typed: string, end: string): string {
  return typed === '' ? `This ${end}.` : `${quoteValue(typed)} ${end}.`;
}

function refusal(
  arn: string,
  kind: ArnKind,
): Pick<ArnReading, 'problem' | 'suggestion'> | undefined {
  if (/[*?]/.test(arn)) {
    return wildcard(arn, kind);
  }
  const parsed = parseArn(arn);
  const service = kind.kind.split('-')[0];
  if (parsed && parsed.service !== service) {
    return {
      problem: `${quoteValue(arn)} is an ARN of the service ${
        parsed.service
      }; here a ${kind.noun} (${service}) is meant.`,
    };
  }
  if (parsed && service === 's3' && parsed.resource.includes('/')) {
    const suggestion = bucketOf(parsed);
    return {
      problem: `${quoteValue(
        arn,
      )} names objects inside a bucket. Access is given per bucket, to all of its objects: name the bucket.`,
      suggestion,
    };
  }
  return undefined;
}

function wildcard(
  arn: string,
  kind: ArnKind,
): Pick<ArnReading, 'problem' | 'suggestion'> {
  const parsed = parseArn(arn);
  const bucket = parsed && bucketOf(parsed);
  if (parsed?.service === 's3' && bucket && !/[*?]/.test(bucket)) {
    return {
      problem: `${quoteValue(
        arn,
      )} names the objects of a bucket. Access is given per bucket and includes its objects: leave the end away.`,
      suggestion: bucket,
    };
  }
  return {
    problem: `${quoteValue(arn)} holds a wildcard: it would open every ${
      kind.noun
    } that fits, also those which others make later. Name each ${
      kind.noun
    } in a row of its own.`,
  };
}

function bucketOf(arn: Arn): string {
  return `arn:${arn.partition}:s3:::${arn.resource.split('/')[0]}`;
}

function elsewhere(
  arn: Arn | undefined,
  environment: RepositoryEnvironment | undefined,
): string | undefined {
  if (!arn || !environment) {
    return undefined;
  }
  const { name, accountId, region } = environment;
  if (arn.accountId && accountId && arn.accountId !== accountId) {
    return `It belongs to the AWS account ${arn.accountId}; ${name} is in ${accountId}. The other account must allow the access too.`;
  }
  if (arn.region && region && arn.region !== region) {
    return `It is in the region ${arn.region}; ${name} is in ${region}.`;
  }
  return undefined;
}
