#!/usr/bin/env bash
# Prints the role that plans or applies an environment, as outputs of a step.
# Wants ENVIRONMENT, PURPOSE (plan or apply), REF, and ROLE_NAME (may be empty).
set -euo pipefail

variables="$(git show "$REF:env/$ENVIRONMENT/env.yaml")"
variable() { yq -r ".$1 // \"\"" <<<"$variables"; }

account="$(variable aws_account_id)"
region="$(variable region)"
role="$(variable "${PURPOSE}_role_arn")"

if [[ -z "$role" && -n "$ROLE_NAME" ]]; then
  case "$region" in
    cn-*) partition=aws-cn ;;
    us-gov-*) partition=aws-us-gov ;;
    *) partition=aws ;;
  esac
  role="arn:$partition:iam::$account:role/$ROLE_NAME"
fi

if [[ -z "$role" ]]; then
  echo "::warning title=No role for $ENVIRONMENT::Write ${PURPOSE}_role_arn into env/$ENVIRONMENT/env.yaml (README.md, Getting started). Nothing was done." >&2
  echo "ready=false"
  exit 0
fi
echo "ready=true"
echo "arn=$role"
echo "region=$region"
echo "account=$account"
