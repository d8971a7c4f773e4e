include {
	path = find_in_parent_folders()
}

terraform {
	source = "git::ssh://git@github.com/acme/terraform-modules.git//iam/irsa_ml_workloads?ref=v1.8.0"
}

dependency "eks" {
	config_path = "../eks"
}

inputs = {
	oidc_issuer_url = dependency.eks.outputs.oidc_issuer_url

	// Who gets what. Newest at the bottom; ask in #research-infra.
	workloads = [
		{
			name            = "protein-folding"
			namespace       = "folding"
			service_account = "folding"
			create_namespace       = true
			create_service_account = true
			s3_access = {
				bucket_arns = [
					"arn:aws:s3:::acme-folding-inputs", // read by three teams
					"arn:aws:s3:::acme-folding-results"
				]
			}
		},
		{
			name            = "notebooks"
			namespace       = "notebooks" /* JupyterHub makes it */
			service_account = "hub"
			s3_access       = { bucket_arns = ["arn:aws:s3:::acme-notebooks"], read_only = true }
		}
		// reserved: Mei's group, see ML-1204
	]
}
