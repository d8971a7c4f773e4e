/**
 * One requirement of a label selector; all of a selector must be met.
 *
 * @public
 */
export interface LabelRequirement {
  key: string;
  operator: 'in' | 'notin' | 'exists' | 'absent';
  /** Empty for `exists` and `absent`. */
  values: string[];
}

const KEY = '[A-Za-z0-9][A-Za-z0-9._/-]*';
const VALUE = '[A-Za-z0-9]?[A-Za-z0-9._-]*';

/**
 * Reads a label selector as the Kubernetes API takes it: `app=mlflow`, `tier!=web`,
 * `env in (dev, test)`, `env notin (prod)`, `gpu`, `!gpu`, several with commas.
 *
 * Source: {@link https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors}
 *
 * @returns undefined when the text is none
 * @public
 */
export function parseLabelSelector(
  text: string,
): LabelRequirement[] | undefined {
  // Commas within parentheses do not part requirements.
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  const requirements = parts.map(parseRequirement);
  return requirements.some(requirement => requirement === undefined)
    ? undefined
    : (requirements as LabelRequirement[]);
}

function parseRequirement(text: string): LabelRequirement | undefined {
  const equal = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`).exec(text);
  if (equal) {
    const [, key, operator, value] = equal;
    return {
      key,
      operator: operator === '!=' ? 'notin' : 'in',
      values: [value],
    };
  }
  const set = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`).exec(
    text,
  );
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return values.every(value => new RegExp(`^${VALUE}$`).test(value))
      ? { key, operator: operator as 'in' | 'notin', values }
      : undefined;
  }
  const bare = new RegExp(`^(!?)\\s*(${KEY})$`).exec(text);
  return bare
    ? { key: bare[2], operator: bare[1] ? 'absent' : 'exists', values: [] }
    : undefined;
}

/**
 * Whether labels meet a selector. As in Kubernetes, `notin` is met by what lacks the
 * label.
 *
 * @public
 */
export function matchesLabels(
  labels: Record<string, string>,
  selector: LabelRequirement[],
): boolean {
  return selector.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'in':
        return value !== undefined && values.includes(value);
      case 'notin':
        return value === undefined || !values.includes(value);
      case 'exists':
        return value !== undefined;
      default:
        return value === undefined;
    }
  });
}
