#!/usr/bin/env bash
# What changed between two commits, as outputs of a step:
#   environments  environments of the second commit that may have changed
#   removed       environments with the units that the second commit has no more,
#                 as the arguments by which Terragrunt chooses them
# Usage: changes.sh BASE HEAD
set -euo pipefail

base="$1"
head="$2"

environments_of() {
  git ls-tree -r --name-only "$head" -- env | sed -nE 's#^env/([^/]+)/env\.yaml$#\1#p'
}
# One JSON list of the lines that come in
as_list() { jq --raw-input --null-input --compact-output '[inputs | select(. != "")] | unique'; }

changed="$(git diff --name-only --no-renames "$base" "$head")"

# What every unit reads: Terragrunt finds those that are concerned.
if grep -qE '^(root\.hcl|kubernetes\.hcl|mise\.toml|modules/)' <<<"$changed"; then
  environments="$(environments_of | as_list)"
else
  environments="$(comm -12 \
    <(environments_of | sort) \
    <(sed -nE 's#^env/([^/]+)/.*$#\1#p' <<<"$changed" | sort -u) | as_list)"
fi

removed="$(git diff --name-only --no-renames --diff-filter=D "$base" "$head" -- env |
  sed -nE 's#^(env/([^/]+)/.+)/terragrunt\.hcl$#\2 \1#p' |
  jq --raw-input --null-input --compact-output --arg base "$base" --arg head "$head" '
    [inputs | select(. != "") | split(" ") | { environment: .[0], unit: .[1] }]
    | group_by(.environment)
    | map({ environment: .[0].environment, units: map(.unit) })')"

echo "environments=$environments"
echo "removed=$removed"
