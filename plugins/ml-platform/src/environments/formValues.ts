/** Options by which a field is told under which names its neighbours are stored. */
export interface NeighbourOptions {
  /** Form value with the repository's id; default `repository`. */
  repositoryField?: string;
  /** Form value with the environment's name; default `environment`. */
  environmentField?: string;
  /** Form value with the workload's name; default `name`. */
  nameField?: string;
}

function text(values: unknown, key: string): string | undefined {
  const value =
    typeof values === 'object' && values !== null
      ? (values as Record<string, unknown>)[key]
      : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Repository, environment and workload name, as far as the form knows them. */
export function neighbourValues(
  formData: unknown,
  options: NeighbourOptions = {},
): { repository?: string; environment?: string; name?: string } {
  return {
    repository: text(formData, options.repositoryField ?? 'repository'),
    environment: text(formData, options.environmentField ?? 'environment'),
    name: text(formData, options.nameField ?? 'name'),
  };
}
