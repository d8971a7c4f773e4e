import { InputError } from '@backstage/errors';
import { Finding } from '../plan';

/**
 * The request cannot be carried out as it is; `findings` say why, field by field.
 *
 * @public
 */
export class PlanRejectedError extends InputError {
  // Backstage finds the HTTP status by the name.
  name = 'InputError' as const;
  readonly findings: Finding[];

  constructor(findings: Finding[]) {
    const errors = findings.filter(finding => finding.severity === 'error');
    super(
      [
        errors.length === 1
          ? 'The request has an error, nothing was changed:'
          : `The request has ${errors.length} errors, nothing was changed:`,
        ...errors.map(finding => `- ${describeFinding(finding)}`),
      ].join('\n'),
    );
    this.findings = findings;
  }
}

/**
 * A finding in one line: field, message, place and the way out.
 *
 * @public
 */
export function describeFinding(finding: Finding): string {
  const field = finding.field ? `${finding.field}: ` : '';
  const line = finding.line ? `:${finding.line}` : '';
  const place = finding.file ? ` (${finding.file}${line})` : '';
  return `${field}${finding.message}${place} ${finding.fix}`.trim();
}

/** @throws PlanRejectedError when a finding is an error */
export function refuseErrors(findings: Finding[]): void {
  if (findings.some(finding => finding.severity === 'error')) {
    throw new PlanRejectedError(findings);
  }
}
