import { SourceProblem } from '@ml-platform/plugin-ml-platform-common';
import { SourceError } from '@ml-platform/plugin-ml-platform-node';

const CREDENTIAL = [
  /k8s-aws-v1\.[\w-]+/g,
  /\b(?:ASIA|AKIA)[A-Z0-9]{16}\b/g,
  /(X-Amz-(?:Signature|Security-Token|Credential)=)[^&\s"]+/g,
  /(Bearer\s+)[\w.~+/=-]+/gi,
];

/**
 * What a collector threw, as the problem of its source. Credentials that a message
 * of an upstream may carry are taken out.
 */
export function problemOf(error: unknown): Omit<SourceProblem, 'since'> {
  if (error instanceof SourceError) {
    return { ...error.problem, message: withoutSecrets(error.problem.message) };
  }
  const { name, message } =
    error instanceof Error ? error : { name: 'Error', message: String(error) };
  return {
    code: name,
    message: withoutSecrets(message || name),
    fix: 'Check the source on the page of sources; the log of the backend has more.',
  };
}

/** A text without tokens and signatures. */
export function withoutSecrets(text: string): string {
  return CREDENTIAL.reduce(
    (cleaned, pattern) =>
      cleaned.replace(pattern, (_match, kept) =>
        typeof kept === 'string' ? `${kept}[removed]` : '[removed]',
      ),
    text,
  ).slice(0, 1000);
}
