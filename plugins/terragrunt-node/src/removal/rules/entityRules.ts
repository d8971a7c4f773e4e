import { RemovalRule } from '../RemovalRule';

const RELATIONS =
  'https://backstage.io/docs/features/software-catalog/well-known-relations';

const referredTo: RemovalRule = {
  id: 'removal-entity-referred-to',
  severity: 'warning',
  kinds: ['removal'],
  title: 'Said when other entities refer to what is removed',
  reason: 'A relation to an entity that is gone leads nowhere in the catalog.',
  source: RELATIONS,
  failing: {
    title: 'a component that depends on the workload',
    context: {
      entityRef: 'component:default/dev-mlflow',
      references: [
        {
          file: 'env/dev/catalog/tool-dashboard.yaml',
          ref: 'component:default/dev-dashboard',
          field: 'dependsOn',
        },
      ],
    },
  },
  passing: {
    title: 'an entity that nobody names',
    context: { entityRef: 'component:default/dev-mlflow' },
  },
  check: ({ references, entityRef }) =>
    references.map(({ file, ref, field }) => ({
      file,
      message: `${ref} names ${entityRef} in ${field}; the relation leads nowhere after the removal.`,
      fix: `Take ${entityRef} out of ${field} in ${file}, in this pull request or before.`,
    })),
};

const entityKept: RemovalRule = {
  id: 'removal-entity-kept',
  severity: 'warning',
  kinds: ['removal'],
  title: 'Said when the file of the entity describes something else',
  reason:
    'Only the entity of the thing itself is removed; what else people put there stays.',
  source:
    'https://backstage.io/docs/features/software-catalog/life-of-an-entity',
  failing: {
    title: 'an API where the component belongs',
    context: { foreignEntityFile: 'env/dev/catalog/workload-mlflow.yaml' },
  },
  passing: { title: 'the component of the workload' },
  check: ({ foreignEntityFile, request }) =>
    foreignEntityFile === undefined
      ? []
      : [
          {
            file: foreignEntityFile,
            message: `${foreignEntityFile} does not describe ${request.kind} ${request.name}; it stays.`,
            fix: 'Remove it by hand if it belongs to what is removed.',
          },
        ],
};

const referencesUnknown: RemovalRule = {
  id: 'removal-references-unknown',
  severity: 'info',
  kinds: ['removal'],
  title: 'Says which references were not looked for',
  reason:
    'Only the entities of the same environment in this repository are read; others may refer to the entity.',
  source: RELATIONS,
  failing: {
    title: 'a workload with an entity',
    context: { entityRef: 'component:default/dev-mlflow' },
  },
  passing: { title: 'a workload without an entity' },
  check: ({ entityRef, environment }) =>
    entityRef === undefined
      ? []
      : [
          {
            message: `Entities outside ${environment.name} that refer to ${entityRef} are not known here.`,
            fix: 'Look at its relations on its page in the catalog before the merge.',
          },
        ],
};

export const entityRules: RemovalRule[] = [
  referredTo,
  entityKept,
  referencesUnknown,
];
