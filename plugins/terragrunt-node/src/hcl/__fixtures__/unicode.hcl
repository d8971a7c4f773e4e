# Übersicht – 概要 👩‍🔬
inputs = {
  beschreibung = "Größe: ${local.größe} 👍" # naïve
  workloads = [
    {
      name        = "modèle-🤖"
      "名前"        = "値"
      namespace   = "ünïcode"
      description = "tab\tnewline\n\u00e9\U0001F600 $${not} %%{a} template \\ \""
    },
    { name = "zebra" },
  ]
}
# fin