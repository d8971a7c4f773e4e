#!/usr/bin/env bash
# Writes the plans of a pull request into one comment, which later runs update.
# Wants PULL_REQUEST, COMMIT, RUN_URL, GH_REPO and GH_TOKEN; plans lie in
# plans/plan-<environment>/plan.txt.
set -euo pipefail

marker='<!-- terragrunt-plan -->'
# GitHub takes 65,536 characters in a comment.
budget=60000

shopt -s nullglob
plans=(plans/plan-*/plan.txt)
body="$(mktemp)"
{
  echo "$marker"
  echo "### Plan of ${COMMIT:0:10}"
  echo
  if ((${#plans[@]} == 0)); then
    echo 'No unit of any environment changes.'
  fi
  for plan in "${plans[@]}"; do
    environment="$(basename "$(dirname "$plan")")"
    share=$((budget / ${#plans[@]}))
    echo "#### ${environment#plan-}"
    echo
    # What Terraform says of each unit, in one line
    grep -oE '(Plan: [0-9]+ to add, [0-9]+ to change, [0-9]+ to destroy|No changes\. Your infrastructure matches the configuration|Error: .*)' "$plan" |
      sort | uniq -c | sed -E 's/^ *([0-9]+) (.*)$/- \2 (\1 ×)/' | head -n 20 || true
    echo
    echo '<details><summary>Everything</summary>'
    echo
    echo '````text'
    # The end says most; four backticks in a plan must not end the block.
    tail -c "$share" "$plan" | iconv -c -f utf-8 -t utf-8 | sed 's/````/` ` ` `/g'
    echo
    echo '````'
    echo
    echo '</details>'
    echo
  done
  echo "[The run]($RUN_URL) has the whole text. Units that are removed are planned for destruction; after the merge that waits for an approval."
} >"$body"

comment="$(gh api --paginate "repos/$GH_REPO/issues/$PULL_REQUEST/comments" \
  --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id" | head -n 1)"
if [[ -n "$comment" ]]; then
  gh api --method PATCH "repos/$GH_REPO/issues/comments/$comment" --field "body=@$body" --silent
else
  gh api --method POST "repos/$GH_REPO/issues/$PULL_REQUEST/comments" --field "body=@$body" --silent
fi
