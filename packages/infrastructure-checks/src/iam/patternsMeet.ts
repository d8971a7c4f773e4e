/** Any characters, and any but a slash. */
const ANY: unique symbol = Symbol('any');
const PART: unique symbol = Symbol('part');

type Token = string | typeof ANY | typeof PART;

/** A bucket ends where its objects begin; other names may have slashes. */
const BUCKET = '${BucketName}';

const FILLED_IN = /\$*\$\{[^}]*\}/;

/**
 * Whether some ARN fits both a resource of a policy and a format of AWS's
 * reference (`arn:${Partition}:s3:::${BucketName}/${ObjectName}`). In the
 * resource `*` and what Terraform or IAM fill in (`${...}`) stand for anything.
 */
export function patternsMeet(resource: string, format: string): boolean {
  const one = tokens(resource, () => ANY);
  const other = tokens(format, name => (name === BUCKET ? PART : ANY));
  if (one[0] !== 'a') {
    // A reference to an ARN, perhaps with something behind it.
    return sequencesMeet(one, other);
  }
  // No wildcard reaches over the colons before an ARN's resource.
  const [fields, formatFields] = [fieldsOf(one), fieldsOf(other)];
  return (
    fields.length === formatFields.length &&
    fields.every((field, index) => sequencesMeet(field, formatFields[index]))
  );
}

function tokens(pattern: string, filledIn: (name: string) => Token): Token[] {
  return pattern
    .split(new RegExp(`(${FILLED_IN.source}|\\*)`))
    .filter(Boolean)
    .flatMap((part): Token[] => {
      if (part === '*') {
        return [ANY];
      }
      return FILLED_IN.test(part) ? [filledIn(part)] : [...part];
    });
}

/** The six fields of an ARN; colons in the last belong to it. */
function fieldsOf(arn: Token[]): Token[][] {
  const fields: Token[][] = [[]];
  for (const token of arn) {
    if (token === ':' && fields.length < 6) {
      fields.push([]);
    } else {
      fields[fields.length - 1].push(token);
    }
  }
  return fields;
}

function sequencesMeet(one: Token[], other: Token[]): boolean {
  const failed = new Set<string>();
  const meet = (i: number, j: number): boolean => {
    if (i === one.length && j === other.length) {
      return true;
    }
    const key = `${i},${j}`;
    if (failed.has(key)) {
      return false;
    }
    const a = one[i];
    const b = other[j];
    const found =
      (isStar(a) && (meet(i + 1, j) || (takes(a, b) && meet(i, j + 1)))) ||
      (isStar(b) && (meet(i, j + 1) || (takes(b, a) && meet(i + 1, j)))) ||
      (typeof a === 'string' && a === b && meet(i + 1, j + 1));
    if (!found) {
      failed.add(key);
    }
    return found;
  };
  return meet(0, 0);
}

function isStar(token: Token | undefined): token is typeof ANY | typeof PART {
  return token === ANY || token === PART;
}

/** Whether a star goes on over the next character, or over the other's star. */
function takes(star: Token, next: Token | undefined): boolean {
  return next !== undefined && (star === ANY || next !== '/');
}
