/** Files of each environment beside its env.yaml: 300 environments make 12,000 `.hcl` files. */
const HCL_FILES = 40;
const WORKLOADS = 4;

const filler = (environment, index) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

inputs = {
  name  = "${environment}-unit-${index}"
  count = ${index}
}
`;

function workloads(environment) {
  const entries = Array.from(
    { length: WORKLOADS },
    (_, index) => `    {
      name                   = "${environment}-w${index}"
      namespace              = "mlops"
      service_account        = "${environment}-w${index}"
      create_service_account = true
      s3_access = {
        bucket_arns = ["arn:aws:s3:::acme-${environment}-${index}"]
        read_only   = true
      }
    },
`,
  );
  return `include "root" {
  path = find_in_parent_folders("root.hcl")
}

inputs = {
  workloads = [
${entries.join('')}  ]
}
`;
}

/** Texts by path of a repository with so many environments. */
export function repositoryFiles(environments) {
  const files = { 'root.hcl': '# root\n', CODEOWNERS: '* @acme/platform\n' };
  for (let number = 0; number < environments; number += 1) {
    const name = `e${String(number).padStart(3, '0')}`;
    files[`env/${name}/env.yaml`] = `project: mlops
region: eu-west-2
aws_account_id: "${String(100000000000 + number)}"
`;
    files[`env/${name}/aws/irsa-ml-workloads/terragrunt.hcl`] = workloads(name);
    for (let index = 1; index < HCL_FILES; index += 1) {
      files[`env/${name}/platform/unit-${index}/terragrunt.hcl`] = filler(
        name,
        index,
      );
    }
  }
  return files;
}
