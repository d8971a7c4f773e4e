import type { FilterPredicate } from '@backstage/filter-predicates';
import { GENERIC_ARN_ANNOTATIONS } from '@ml-platform/plugin-ml-platform-common';

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'];

/** All of these annotations are there. */
export function hasAnnotations(...annotations: string[]): FilterPredicate {
  return Object.fromEntries(
    annotations.map(annotation => [
      `metadata.annotations.${annotation}`,
      { $exists: true },
    ]),
  ) as FilterPredicate;
}

/** An annotation of another plugin holds an ARN of this AWS service. */
export function hasArnOf(service: string): FilterPredicate {
  return anyOf(
    ...GENERIC_ARN_ANNOTATIONS.flatMap(annotation =>
      PARTITIONS.map(
        partition =>
          ({
            [`metadata.annotations.${annotation}`]: {
              $hasPrefix: `arn:${partition}:${service}:`,
            },
          } as FilterPredicate),
      ),
    ),
  );
}

/** Such an entity lacks its annotation where it has none. */
export function hasType(...types: string[]): FilterPredicate {
  return { 'spec.type': { $in: types } };
}

export function anyOf(...predicates: FilterPredicate[]): FilterPredicate {
  return { $any: predicates };
}
