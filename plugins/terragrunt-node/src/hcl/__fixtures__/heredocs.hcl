inputs = {
  policy = <<EOT
{
  "workloads": [ # not a comment
    ${local.x}
  ]
}
EOT
  notes  = <<-NOTES
    workloads = [
      { name = "decoy" }
    ]
    NOTES

  workloads = [
    {
      name        = "feast"
      namespace   = "features"
      description = <<-EOT
        Feature store.
          Indented, with $${escape} and "quotes".

        # Not a comment.
      EOT
      annotations = {
        script = <<EOF
#!/bin/sh
echo "}"
EOF
      }
    },
    {
      name = "mlflow"
      note = <<EOF
ends with a heredoc
EOF
    }
  ]
}
