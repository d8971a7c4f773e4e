import { readModules } from '../modules';
import { formatProblems } from '../Problem';
import { readSchemas } from '../checkTemplate';
import { checkResources } from './checkResources';

async function problemsOf(text: string): Promise<string[]> {
  const schemas = await readSchemas();
  const modules = await readModules(new Map([['modules/x/main.tf', text]]));
  return [...modules.values()].flatMap(module =>
    formatProblems(checkResources(module, schemas).problems),
  );
}

const role = (body: string) => `resource "aws_iam_role" "this" {
  assume_role_policy = jsonencode({})
${body}
}
`;

const group = (body: string) => `resource "aws_eks_node_group" "this" {
  cluster_name  = "a"
  node_role_arn = var.role
  subnet_ids    = var.subnets
${body}
}
`;

const release = (body: string) => `resource "helm_release" "this" {
  name  = "a"
  chart = "b"
${body}
}
`;

describe('checkResources', () => {
  it.each<[string, string, string]>([
    [
      'an unknown argument',
      role('  asume_role = "x"'),
      'modules/x/main.tf:3: aws_iam_role.this has no argument asume_role',
    ],
    [
      'a missing argument',
      'resource "aws_iam_role" "this" {\n  name = "a"\n}\n',
      'modules/x/main.tf:1: aws_iam_role.this lacks assume_role_policy, which is required',
    ],
    [
      'a block that is missing',
      group(''),
      'modules/x/main.tf:1: aws_eks_node_group.this lacks scaling_config, which is required',
    ],
    [
      'a block written as an attribute',
      group('  scaling_config = { min_size = 0 }'),
      'modules/x/main.tf:5: aws_eks_node_group.this: scaling_config is a block, written scaling_config { ... }, not an attribute',
    ],
    [
      'an attribute written as a block',
      release('  set {\n    name  = "a"\n    value = "b"\n  }'),
      'modules/x/main.tf:4: helm_release.this: set is an attribute, written set = ..., not a block',
    ],
    [
      'a missing argument in a block',
      group('  scaling_config {\n    min_size = 0\n    max_size = 1\n  }'),
      'modules/x/main.tf:5: aws_eks_node_group.this.scaling_config lacks desired_size, which is required',
    ],
    [
      'an unknown argument in a dynamic block',
      group(
        '  scaling_config {\n    min_size = 0\n    max_size = 1\n    desired_size = 0\n  }\n  dynamic "taint" {\n    for_each = var.taints\n    content {\n      key    = taint.key\n      effect = "NO_SCHEDULE"\n      vlaue  = "x"\n    }\n  }',
      ),
      'modules/x/main.tf:15: aws_eks_node_group.this.taint has no argument vlaue',
    ],
    [
      'a block too many',
      group(
        '  scaling_config {\n    min_size = 0\n    max_size = 1\n    desired_size = 0\n  }\n  update_config {}\n  update_config {}',
      ),
      'modules/x/main.tf:1: aws_eks_node_group.this has 2 update_config, 1 at most',
    ],
    [
      'a list where a text belongs',
      role('  path = ["/"]'),
      'modules/x/main.tf:3: aws_iam_role.this: path is to be a string, not a list',
    ],
    [
      'a text where a number belongs',
      role('  max_session_duration = "long"'),
      'modules/x/main.tf:3: aws_iam_role.this: max_session_duration is to be a number, not "long"',
    ],
    [
      'a text where a map belongs',
      role('  tags = jsonencode({})'),
      'modules/x/main.tf:3: aws_iam_role.this: tags is to be a map, not a string',
    ],
    [
      'what the provider gives',
      role('  arn = "x"'),
      'modules/x/main.tf:3: aws_iam_role.this: arn is what the provider gives, not an argument',
    ],
    [
      'an unknown attribute of an object in a list',
      release('  set = [{ name = "a", valu = "b" }]'),
      'modules/x/main.tf:4: helm_release.this: set[0] has no attribute valu',
    ],
    [
      'a missing attribute of an object in a list',
      release('  set = [{ value = "b" }]'),
      'modules/x/main.tf:4: helm_release.this: set[0] lacks name',
    ],
    [
      'an ephemeral resource',
      'ephemeral "aws_secretsmanager_secret_version" "this" {\n  secret = "a"\n}\n',
      'modules/x/main.tf:2: ephemeral.aws_secretsmanager_secret_version.this has no argument secret',
    ],
    [
      'a data source',
      'data "aws_partition" "this" {\n  name = "aws"\n}\n',
      'modules/x/main.tf:2: data.aws_partition.this has no argument name',
    ],
    [
      'a type that no provider here has',
      'resource "aws_iam_rolle" "this" {\n}\n',
      'modules/x/main.tf:1: aws_iam_rolle.this: no provider',
    ],
  ])('reports %s', async (_, text, message) => {
    const problems = await problemsOf(text);
    expect(problems.filter(line => line.startsWith(message))).toHaveLength(1);
  });

  it('is content with what the providers describe, with meta arguments and computed values', async () => {
    const text = `${group(`  for_each = var.groups

  scaling_config {
    min_size     = each.value.min_size
    max_size     = tonumber("3")
    desired_size = 1
  }

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = taint.value.key
      effect = taint.value.effect
    }
  }

  labels = merge({ a = "b" }, each.value.labels)

  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }

  depends_on = [aws_iam_role.this]`)}
${release(
  '  set    = [for name, value in var.values : { name = name, value = value }]\n  values = [yamlencode({})]',
)}
${role('  tags = var.tags\n  max_session_duration = "3600"')}`;

    expect(await problemsOf(text)).toEqual([]);
  });
});
