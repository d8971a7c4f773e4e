/** What the form needs and nobody reads. */
const HIDDEN = ['keep', 'intent'];

/** What a form holds, as rows of words and values, in its own order. */
export function presentValues(
  values: object,
  prefix: string = '',
): [string, string][] {
  return Object.entries(values).flatMap(([key, value]): [string, string][] => {
    const name = prefix + words(key);
    if (HIDDEN.includes(key) || value === undefined || value === null) {
      return [];
    }
    if (Array.isArray(value)) {
      const isTexts = value.every(item => typeof item !== 'object');
      return isTexts
        ? value.slice(0, 1).map(() => [name, value.join(', ')])
        : value.map((item, index): [string, string] => [
            `${name}: ${(item as { name?: string }).name ?? index + 1}`,
            partsOf(item as object),
          ]);
    }
    if (typeof value === 'object') {
      return presentValues(value, `${name}: `);
    }
    if (typeof value === 'boolean') {
      return [[name, value ? 'Yes' : 'No']];
    }
    return [[name, String(value)]];
  });
}

/** A thing of a list in one line, without its name. */
function partsOf(item: object): string {
  return Object.entries(item)
    .filter(([key, value]) => key !== 'name' && value !== undefined)
    .map(([key, value]) => `${words(key)} ${textOf(value)}`)
    .join(' · ');
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(textOf).join(', ');
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, part]) => `${key}=${String(part)}`)
        .join(', ')
    : String(value);
}

/** `createNamespace` as `Create namespace`. */
function words(key: string): string {
  const text = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\barns\b/, 'ARNs')
    .replace(/\barn\b/, 'ARN')
    .replace(/\bami\b/, 'AMI')
    .replace(/\bgi b$|\bgi$/, 'GiB')
    .replace(/\bvpc\b/, 'VPC')
    .replace(/\b(s3|kms|rds)\b/, name => name.toUpperCase())
    .replace(/\bdynamodb\b/, 'DynamoDB');
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
