import { describePlace, type TemplatePage } from './locateField';
import type { StoredPreview } from './schema';
import type { PreviewState } from './usePlanPreview';

export const NOT_READY =
  'The preview is still being made: wait until it shows, then go on.';

/** What the form stores of the present state: what was shown, or why it cannot go on. */
export function storedPreview(
  state: PreviewState,
  pages: TemplatePage[],
): StoredPreview {
  switch (state.status) {
    case 'pending':
      return { blockedBy: NOT_READY };
    case 'error':
      return { blockedBy: `There is no preview: ${state.message}` };
    default: {
      const errors = state.preview.findings.filter(
        ({ severity }) => severity === 'error',
      );
      if (errors.length === 0) {
        const { digest, base } = state.preview;
        return { digest, commit: base.commit };
      }
      const places = errors.map(
        ({ field, message }) =>
          (field && describePlace(pages, field)) || message,
      );
      return {
        blockedBy: `Go back and correct: ${[...new Set(places)].join('; ')}`,
      };
    }
  }
}
