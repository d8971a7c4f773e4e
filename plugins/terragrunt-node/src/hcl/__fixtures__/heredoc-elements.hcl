inputs = {
  workloads = [
    { name = "a" },
    { name = "b", text = <<EOT
x
EOT
    }
  ]

  scripts = [
    <<EOT
one
EOT
    ,
    <<-EOT
      two
    EOT
  ]
}
