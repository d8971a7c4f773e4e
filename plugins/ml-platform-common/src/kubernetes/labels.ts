import { NameRule, nameProblem } from '../text';
import { labelNameRule, labelPrefixRule } from './names';

const labelValueRule: NameRule = {
  ...labelNameRule,
  message: `${labelNameRule.message}, or be empty`,
};

/**
 * Why a text is not the key of a Kubernetes label (`[prefix/]name`); undefined
 * when it is one.
 *
 * @public
 */
export function labelKeyProblem(key: string): string | undefined {
  const slash = key.indexOf('/');
  return slash === -1
    ? nameProblem(labelNameRule, key)
    : nameProblem(labelPrefixRule, key.slice(0, slash)) ??
        nameProblem(labelNameRule, key.slice(slash + 1));
}

/**
 * Why a text is not the value of a Kubernetes label; undefined when it is one.
 *
 * @public
 */
export function labelValueProblem(value: string): string | undefined {
  return value === '' ? undefined : nameProblem(labelValueRule, value);
}
