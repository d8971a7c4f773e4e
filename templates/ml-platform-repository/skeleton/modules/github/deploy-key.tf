# The private key is in no plan and in no state: Terraform makes it, writes it to Secrets
# Manager and forgets it. GitHub needs the public key as an ordinary value, which nothing
# ephemeral may become; so that one goes through a parameter, out of which it is read.

locals {
  key_name = "${var.name_prefix}/flux/${var.repository_name}"
}

ephemeral "tls_private_key" "deploy" {
  count = var.enable_deploy_key ? 1 : 0

  algorithm = "ED25519"
}

resource "aws_secretsmanager_secret" "deploy_key" {
  count = var.enable_deploy_key ? 1 : 0

  # A name that is deleted stays taken for days; with a new one the unit can come back at once.
  name_prefix = "${local.key_name}-"
  description = "Private SSH key with which Flux of ${var.name_prefix} reads the repository ${var.repository_name}"
  kms_key_id  = var.kms_key_id
  tags        = var.tags
}

resource "aws_secretsmanager_secret_version" "deploy_key" {
  count = var.enable_deploy_key ? 1 : 0

  secret_id                = aws_secretsmanager_secret.deploy_key[0].id
  secret_string_wo         = ephemeral.tls_private_key.deploy[0].private_key_openssh
  secret_string_wo_version = var.deploy_key_version
}

# Read back, so that the public key belongs to the private one that is kept, even when an
# apply stopped between the two.
ephemeral "aws_secretsmanager_secret_version" "deploy_key" {
  count = var.enable_deploy_key ? 1 : 0

  secret_id = aws_secretsmanager_secret_version.deploy_key[0].secret_id
}

ephemeral "tls_public_key" "deploy" {
  count = var.enable_deploy_key ? 1 : 0

  private_key_openssh = ephemeral.aws_secretsmanager_secret_version.deploy_key[0].secret_string
}

resource "aws_ssm_parameter" "deploy_public_key" {
  count = var.enable_deploy_key ? 1 : 0

  name             = "/${local.key_name}/public-key"
  description      = "Public SSH key with which Flux of ${var.name_prefix} reads the repository ${var.repository_name}"
  type             = "String"
  value_wo         = trimspace(ephemeral.tls_public_key.deploy[0].public_key_openssh)
  value_wo_version = var.deploy_key_version
  tags             = var.tags
}

data "aws_ssm_parameter" "deploy_public_key" {
  count = var.enable_deploy_key ? 1 : 0

  name = aws_ssm_parameter.deploy_public_key[0].name

  # With a new version it is read after the parameter was written, not while planning.
  depends_on = [aws_ssm_parameter.deploy_public_key]
}

resource "terraform_data" "deploy_key_version" {
  count = var.enable_deploy_key ? 1 : 0

  input = var.deploy_key_version
}

resource "github_repository_deploy_key" "flux" {
  count = var.enable_deploy_key ? 1 : 0

  repository = local.repository.name
  title      = "flux ${var.name_prefix}"
  key        = data.aws_ssm_parameter.deploy_public_key[0].insecure_value
  read_only  = var.deploy_key_read_only

  lifecycle {
    # A new tag of the parameter puts off its reading, which is no reason for a new key.
    ignore_changes       = [key]
    replace_triggered_by = [terraform_data.deploy_key_version]
  }
}
