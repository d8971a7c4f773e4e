import { GitCommit } from '../git/parseObjects';
import { SandboxContext } from '../state/SandboxContext';

const BEGIN = '-----BEGIN PGP SIGNATURE-----';
const END = '-----END PGP SIGNATURE-----';

/** What GitHub calls itself as the committer of what it signs. */
export const WEB_FLOW = { name: 'GitHub', email: 'noreply@github.com' };

/**
 * Stands for GitHub's own signature: keyed with the sandbox's secret, so that
 * nobody who pushes can make a commit that counts as verified.
 */
export function signCommit(context: SandboxContext, payload: string): string {
  return `${BEGIN}\n\n${context.sign('commit', payload)}\n${END}`;
}

export function verifyCommit(
  context: SandboxContext,
  { signature }: GitCommit,
): boolean {
  if (!signature) return false;
  return signature.text === signCommit(context, signature.payload);
}
