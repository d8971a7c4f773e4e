import { z } from 'zod/v3';
import { parseArn } from '../aws';
import { namespaceNameRule } from '../kubernetes';
import { nameProblem, NameRule, nameTextProblem, quoteValue } from '../text';
import { parseCidr } from './cidr';

/** Names of clusters, projects and node groups. */
export const EKS_NAME: NameRule = {
  ...namespaceNameRule,
  maxLength: 40,
  source:
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html',
};

export function text(
  description: string,
  problem: (value: string) => string | undefined,
) {
  return z
    .string({ description })
    .trim()
    .superRefine((value, context) => {
      const found = problem(value);
      if (found) {
        context.addIssue({
          code: 'custom',
          message: value === '' ? found : `${quoteValue(value)} ${found}`,
        });
      }
    });
}

export const named = (description: string, rule: NameRule) =>
  text(description, value => nameProblem(rule, value));

export const matching = (description: string, pattern: RegExp, rule: string) =>
  text(description, value =>
    value === ''
      ? 'is missing; fill it in'
      : nameTextProblem(value) ?? (pattern.test(value) ? undefined : rule),
  );

export const arn = (description: string, service: string) =>
  text(description, value =>
    value !== '' && parseArn(value)?.service === service
      ? undefined
      : `must be an ARN of ${service}, such as arn:aws:${service}:...`,
  );

export const cidr = (description: string) =>
  text(description, value =>
    parseCidr(value)
      ? undefined
      : 'must be a block of IPv4 addresses such as 10.20.0.0/20, which begins at a multiple of its size',
  );

export const size = (description: string, least: number, most: number) =>
  z
    .number({ description })
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);
