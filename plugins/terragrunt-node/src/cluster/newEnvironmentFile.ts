import { stringify, Document, isMap, isScalar, Scalar } from 'yaml';
import { Variables } from './environmentVariables';

const SECTIONS: [string, string[]][] = [
  ['Backend', ['bucket', 'dynamodb_table']],
  [
    'Project',
    [
      'availability_zones',
      'aws_account_id',
      'cidr_block',
      'environment',
      'profile',
      'project',
      'region',
      'stage',
    ],
  ],
  [
    'Clusters',
    [
      'cluster_name',
      'kubernetes_version',
      'endpoint_public_access',
      'endpoint_public_access_cidrs',
      'enabled_log_types',
      'log_retention_days',
      'kms_key_arn',
      'enable_ray',
      'enable_cluster_autoscaler',
      'enable_node_termination_handler',
    ],
  ],
  [
    'GPU nodes',
    [
      'ami_type',
      'capacity_type',
      'desired_size',
      'instance_types',
      'max_size',
      'min_size',
    ],
  ],
  ['Node groups. What a group does not say is as above.', ['node_groups']],
  ['Add-ons', ['enable_addons', 'addons']],
];

/** The variables of a new environment, in sections as the seed has them. */
export function newEnvironmentFile(variables: Variables): string {
  return SECTIONS.flatMap(([title, keys]) => {
    const present = keys.filter(key => variables[key] !== undefined);
    return present.length === 0
      ? []
      : [
          `# ${title}\n${present
            .map(key => renderVariable(key, variables[key]))
            .join('')}`,
        ];
  }).join('\n');
}

/** Texts in quotes and lists of texts on one line, as the seed writes them. */
function renderVariable(key: string, value: unknown): string {
  const document = new Document({ [key]: value });
  if (
    Array.isArray(value) &&
    value.every(item => typeof item === 'string') &&
    isMap(document.contents)
  ) {
    const list = document.contents.get(key, true) as { flow?: boolean };
    list.flow = true;
  }
  quoteTexts(document.contents);
  return stringify(document, { lineWidth: 0, flowCollectionPadding: false });
}

function quoteTexts(node: unknown): void {
  if (isMap(node)) {
    node.items.forEach(pair => quoteTexts(pair.value));
  } else if (isScalar(node)) {
    if (typeof node.value === 'string') {
      node.type = Scalar.QUOTE_DOUBLE;
    }
  } else if (node && typeof node === 'object' && 'items' in node) {
    (node.items as unknown[]).forEach(quoteTexts);
  }
}
