/** A Terragrunt file with a sorted list of workloads, as the module's documentation writes them. */
export function terragruntFile(count) {
  const workloads = Array.from({ length: count }, (_, index) =>
    workload(index),
  );
  return `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "\${get_repo_root()}//modules/iam/irsa_ml_workloads"
}

inputs = {
  environment     = "dev"
  oidc_issuer_url = dependency.eks.outputs.oidc_issuer_url

  workloads = [
${workloads.join('')}  ]

  tags = {
    managed_by = "terraform"
  }
}
`;
}

function workload(index) {
  const name = nameOf(index);
  return `    # ${name} is owned by team ${index % 12}.
    {
      name                   = "${name}"
      namespace              = "team-${index % 12}"
      service_account        = "${name}"
      create_service_account = true

      s3_access = {
        bucket_arns = [
          "arn:aws:s3:::${name}-artifacts", # artifacts
          "arn:aws:s3:::shared-models",
        ]
        kms_key_arns = ["arn:aws:kms:eu-west-2:123456789012:key/${index}"]
        read_only    = ${index % 2 === 0}
      }

      rds_access = {
        resource_id = "db-ABCDEFGHIJ${index}"
        username    = "${name.replace(/-/g, '_')}"
      }
    },
`;
}

export function nameOf(index) {
  return `workload-${String(index).padStart(6, '0')}`;
}

/** A workload that belongs in the middle of the list. */
export function newWorkload(count) {
  return {
    name: `${nameOf(Math.floor(count / 2))}-new`,
    namespace: 'team-new',
    service_account: 'new',
    create_service_account: true,
    s3_access: {
      bucket_arns: ['arn:aws:s3:::new-artifacts', 'arn:aws:s3:::shared-models'],
      read_only: true,
    },
  };
}
