import {
  accountIdRule,
  nameProblem,
  partitionOfRegion,
  regionRule,
} from '@ml-platform/plugin-ml-platform-common';
import { EnvironmentKeys } from '../config';
import { HclDocument, HclValue } from '../hcl';
import { YamlDocument } from '../yaml';
import { EnvironmentFacts } from './EnvironmentFacts';

/**
 * Reads the variables of one environment: YAML, or HCL when the file's name
 * ends in `.hcl` (keys such as `locals.aws_region` then).
 *
 * @throws HclSyntaxError naming file, line and column
 */
export function readEnvironmentFacts(options: {
  name: string;
  file: string;
  text: string;
  keys: EnvironmentKeys;
}): EnvironmentFacts {
  const { name, file, text, keys } = options;
  const document = file.endsWith('.hcl')
    ? HclDocument.parse(text, { file })
    : YamlDocument.parse(text, { file });
  const read = (key: string) => scalarText(document.value(key.split('.')));

  const label = read('environment') ?? name;
  const region = valid(read(keys.region), value =>
    nameProblem(regionRule, value),
  );
  const accountId = valid(read(keys.account)?.padStart(12, '0'), value =>
    nameProblem(accountIdRule, value),
  );
  const project = withoutPlaceholder(read(keys.project));
  const cluster = withoutPlaceholder(read(keys.cluster));
  return {
    name,
    file,
    label,
    region,
    partition: region && partitionOfRegion(region),
    accountId,
    project,
    cluster: cluster ?? (project && `${project}-${label}-cluster`),
  };
}

/**
 * A number is taken as its digits: an account id without quotes is one, and YAML
 * drops the zeros it begins with (so the caller fills them up).
 */
function scalarText(value: HclValue | undefined): string | undefined {
  if (typeof value === 'string') {
    return value.trim() || undefined;
  }
  return typeof value === 'number' ? String(value) : undefined;
}

function valid(
  value: string | undefined,
  problem: (value: string) => string | undefined,
): string | undefined {
  return value !== undefined && !problem(value) ? value : undefined;
}

/** `<aws_account_id>` and its like are left for a person to fill in. */
function withoutPlaceholder(value: string | undefined): string | undefined {
  return value !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value)
    ? value
    : undefined;
}
