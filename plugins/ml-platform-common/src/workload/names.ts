import { nameProblem, NameRule } from '../text';

/**
 * Source: the IRSA ML workloads module ("lowercase letters, numbers, and
 * hyphens"), narrowed to what may also name Kubernetes objects and branches.
 *
 * @public
 */
export const workloadNameRule: NameRule = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  maxLength: 63,
  message:
    'must be lower-case letters, digits and dashes, and begin and end with a letter or digit',
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
};

/** The name of an environment's folder: one part of a path, never `..`. @public */
export const environmentNameRule: NameRule = {
  pattern: /^[A-Za-z0-9]([._-]?[A-Za-z0-9])*$/,
  maxLength: 50,
  message:
    'must be letters and digits, with single dots, dashes or underscores between them (it is the name of a folder, not a path)',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names',
};

/** The id of a repository in `mlPlatform.repositories`. @public */
export const repositoryIdRule: NameRule = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  maxLength: 63,
  message:
    'must be the id of a repository (lower-case letters, digits and dashes) or host?owner=...&repo=...',
  source:
    'https://backstage.io/docs/features/software-templates/ui-options-examples/#repourlpicker',
};

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$/;
const PARAMETER = /^(owner|repo)=([A-Za-z0-9_.-]{1,100})$/;

/**
 * Why a text names no repository, neither by id nor in Backstage's form
 * `host?owner=...&repo=...`; undefined when it does.
 *
 * @public
 */
export function repositoryProblem(text: string): string | undefined {
  if (!text.includes('?')) {
    return nameProblem(repositoryIdRule, text);
  }
  const [host, query, ...rest] = text.split('?');
  const parameters = query.split('&').map(part => PARAMETER.exec(part));
  const named = new Set(parameters.map(match => match?.[1]));
  const valid =
    text.length <= 512 &&
    rest.length === 0 &&
    HOST.test(host) &&
    parameters.length === 2 &&
    named.has('owner') &&
    named.has('repo') &&
    parameters.every(match => match && !/^\.+$/.test(match[2]));
  return valid ? undefined : repositoryIdRule.message;
}
