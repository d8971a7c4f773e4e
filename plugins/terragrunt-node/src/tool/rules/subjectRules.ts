import { ToolRule } from '../ToolRule';

const MODULES =
  'https://developer.hashicorp.com/terraform/language/modules/sources';

const exists: ToolRule = {
  id: 'tool-exists',
  severity: 'error',
  kinds: ['tool'],
  title: 'A tool is added once',
  reason:
    'The environment has the tool already, with other answers. Adding it again would change what others use.',
  source: MODULES,
  failing: {
    title: 'MLflow is added where it is, with another domain',
    existing: {},
    context: { isChanged: true },
  },
  passing: {
    title: 'MLflow is changed',
    request: { intent: 'change' },
    existing: {},
    context: { isChanged: true },
  },
  check: ({ request, definition, existing, isChanged }) =>
    existing && isChanged && request.intent !== 'change'
      ? [
          {
            field: 'tool',
            file: existing.file,
            message: `${definition.title} is declared in ${request.environment} already (${existing.file}), and says something else.`,
            fix: `Change it instead: on the page of what is declared, choose Change beside ${request.tool}. Or choose another environment.`,
          },
        ]
      : [],
};

const notThere: ToolRule = {
  id: 'tool-not-there',
  severity: 'error',
  kinds: ['tool'],
  title: 'What is changed is there',
  reason:
    'A tool that was removed meanwhile must not come back by a change of its values.',
  source: MODULES,
  failing: {
    title: 'a change of MLflow, which dev does not have',
    request: { intent: 'change' },
  },
  passing: { title: 'MLflow is added' },
  check: ({ request, definition, existing, file }) =>
    request.intent === 'change' && !existing
      ? [
          {
            field: 'tool',
            message: `${request.environment} has no ${definition.title} (there is no ${file}); it may have been removed meanwhile.`,
            fix: 'Add it: open the form from its template instead of from the page of what is declared.',
          },
        ]
      : [],
};

const declaredTwice: ToolRule = {
  id: 'tool-declared-twice',
  severity: 'error',
  kinds: ['tool'],
  title: 'One unit of an environment declares a tool',
  reason:
    'Two units of one module give buckets, databases, roles and releases the same names, so that the second cannot be applied.',
  source: MODULES,
  failing: {
    title: 'a unit elsewhere in dev has the module of MLflow',
    context: { sameModule: ['env/dev/tracking/terragrunt.hcl'] },
  },
  passing: { title: 'the only unit with the module' },
  check: ({ sameModule, definition, environment }) =>
    sameModule.map(file => ({
      field: 'tool',
      file,
      message: `${file} declares ${definition.title} in ${environment.name} already: its module is ${definition.module}.`,
      fix: `Change that unit, or move it to where tools are declared. Other places are named in mlPlatform.repositories[].layout.tools.`,
    })),
};

const foreignUnit: ToolRule = {
  id: 'tool-foreign-unit',
  severity: 'error',
  kinds: ['tool'],
  title: 'Only units of the platform’s modules are changed',
  reason:
    'Answers are inputs of a certain module. What another module makes of inputs of the same name is not known.',
  source: MODULES,
  failing: {
    title: 'JupyterHub by a module of the Terraform registry',
    request: { intent: 'change' },
    existing: {
      module: undefined,
      source: 'tfr:///terraform-module/release/helm?version=2.8.2',
    },
  },
  passing: {
    title: 'MLflow by its module',
    request: { intent: 'change' },
    existing: {},
  },
  check: ({ existing, definition }) =>
    existing && existing.module !== definition.module
      ? [
          {
            field: 'tool',
            file: existing.file,
            message: existing.problem
              ? `${existing.file} cannot be read: ${existing.problem}`
              : `${existing.file} is not a unit of the module ${
                  definition.module
                }: its source is ${existing.source ?? 'not given'}.`,
            fix: 'Edit the unit in the repository, or move its resources to the module of the platform first (terraform state mv).',
          },
        ]
      : [],
};

const unreadable: ToolRule = {
  id: 'tool-others-unreadable',
  severity: 'warning',
  kinds: ['tool'],
  title: 'Said when units of other tools cannot be read',
  reason:
    'Paths and namespaces are compared with those of all other tools; one whose file is broken is left out.',
  source:
    'https://developer.hashicorp.com/terraform/language/syntax/configuration',
  failing: {
    title: 'the unit of Airflow has a syntax error',
    others: [{ name: 'airflow', problem: 'line 3: expected "}"' }],
  },
  passing: { title: 'the unit of Airflow can be read', others: [{}] },
  check: ({ others }) =>
    others.flatMap(({ problem, file }) =>
      problem === undefined
        ? []
        : [
            {
              file,
              message: `${file} cannot be read, so its path and namespace are not compared: ${problem}`,
              fix: 'Correct that file, or look yourself that nothing collides.',
            },
          ],
    ),
};

export const subjectRules: ToolRule[] = [
  exists,
  notThere,
  declaredTwice,
  foreignUnit,
  unreadable,
];
