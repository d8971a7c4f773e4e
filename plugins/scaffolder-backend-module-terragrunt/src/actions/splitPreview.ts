import { PreviewedPlan } from '@ml-platform/plugin-terragrunt-node';

/**
 * Tells the request from the preview that the form field TerragruntPreview
 * stores beside it as `preview: { digest, commit }`. Templates hand over
 * `${{ parameters }}` whole. What the input says itself comes first.
 */
export function splitPreview(input: {
  request?: unknown;
  expectedDigest?: string;
  expectedCommit?: string;
}): { request: unknown; expected?: PreviewedPlan } {
  const { request, preview } = withoutPreview(input.request);
  const digest = input.expectedDigest ?? textOf(preview, 'digest');
  return {
    request,
    expected: digest
      ? {
          digest,
          commit: input.expectedDigest
            ? input.expectedCommit
            : textOf(preview, 'commit'),
        }
      : undefined,
  };
}

function withoutPreview(request: unknown): {
  request: unknown;
  preview?: unknown;
} {
  if (
    typeof request !== 'object' ||
    request === null ||
    !('preview' in request)
  ) {
    return { request };
  }
  const { preview, ...rest } = request;
  return { request: rest, preview };
}

function textOf(preview: unknown, key: string): string | undefined {
  const value = (preview as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'string' ? value : undefined;
}
