/** What a form holds, as rows of words and values, in its own order. */
export function presentValues(
  values: object,
  prefix: string = '',
): [string, string][] {
  return Object.entries(values).flatMap(([key, value]): [string, string][] => {
    const name = prefix + words(key);
    if (key === 'keep' || value === undefined || value === null) {
      return [];
    }
    if (Array.isArray(value)) {
      return value.length > 0 ? [[name, value.join(', ')]] : [];
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

/** `createNamespace` as `Create namespace`. */
function words(key: string): string {
  const text = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\barns\b/, 'ARNs')
    .replace(/\b(s3|kms|rds)\b/, name => name.toUpperCase())
    .replace(/\bdynamodb\b/, 'DynamoDB');
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
