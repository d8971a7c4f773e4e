import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';
import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { mlPlatformApiRef } from '../../api';
import { neighbourValues, type NeighbourOptions } from '../../environments';
import { arnKind, type ArnKind } from './arnKinds';
import { readArnInput } from './readArnInput';
import type { ArnService } from './schema';

/** Row by row: which values of the list cannot be used, and why. */
export function arnListProblems(
  values: readonly unknown[],
  kind: ArnKind,
  environment?: RepositoryEnvironment,
): string[] {
  const seen = new Map<string, number>();
  return values.flatMap((item, index) => {
    const row = `Row ${index + 1}: `;
    if (typeof item !== 'string' || item.trim() === '') {
      return [`${row}fill in a ${kind.noun}, or remove the row.`];
    }
    const { value, problem } = readArnInput(item, kind, environment);
    if (problem) {
      return [row + problem];
    }
    const first = seen.get(value);
    seen.set(value, first ?? index);
    return first === undefined
      ? []
      : [`${row}${value} is there already in row ${first + 1}.`];
  });
}

async function findEnvironment(
  apiHolder: ApiHolder,
  formData: unknown,
  options: NeighbourOptions | undefined,
): Promise<RepositoryEnvironment | undefined> {
  const { repository, environment } = neighbourValues(formData, options);
  const api = apiHolder.get(mlPlatformApiRef);
  if (!api || !repository || !environment) {
    return undefined;
  }
  // A name can be judged without; and what the host does not answer now the
  // action asks again.
  const list = await api.listEnvironments(repository).catch(() => undefined);
  return list?.items.find(({ name }) => name === environment);
}

/**
 * The scaffolder hands the whole list to the validator of the field in its
 * rows; as a single field the value comes alone.
 */
export const validateArn: CustomFieldValidator<
  string | string[],
  NeighbourOptions & { service: ArnService }
> = async (value, field, { apiHolder, formData, uiSchema }) => {
  const options = uiSchema?.['ui:options'];
  const kind = arnKind(options?.service);
  const environment = await findEnvironment(apiHolder, formData, options);
  if (Array.isArray(value)) {
    arnListProblems(value, kind, environment).forEach(field.addError);
  } else if (value) {
    const { problem } = readArnInput(value, kind, environment);
    if (problem) {
      field.addError(problem);
    }
  }
};
