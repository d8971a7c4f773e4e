import { useApi } from '@backstage/frontend-plugin-api';
import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useState } from 'react';
import { describeError, mlPlatformApiRef } from '../../api';

/** Typing has settled when nothing changed for so long. */
const SETTLE_MS = 500;

/** The state of asking what the form would change. */
export type PreviewState =
  | { status: 'pending' }
  | { status: 'error'; message: string }
  | { status: 'ready'; preview: PlanPreview };

interface Outcome {
  key: string;
  attempt: number;
  state: PreviewState;
}

/**
 * Asks for the plan of the form's values once they have settled, and again when
 * they change. An answer to values that have changed since is dropped.
 */
export function usePlanPreview(options: {
  kind: string;
  request: Record<string, unknown>;
  token?: string;
}): { state: PreviewState; retry: () => void } {
  const api = useApi(mlPlatformApiRef);
  const { token } = options;
  const key = JSON.stringify({ kind: options.kind, request: options.request });
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const finish = (state: PreviewState) => {
      if (!signal.aborted) {
        setOutcome({ key, attempt, state });
      }
    };
    const timer = setTimeout(async () => {
      try {
        const preview = await api.previewPlan(JSON.parse(key), {
          token,
          signal,
        });
        finish({ status: 'ready', preview });
      } catch (error) {
        finish({ status: 'error', message: describeError(error) });
      }
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, key, token, attempt]);

  const isPresent = outcome?.key === key && outcome.attempt === attempt;
  return {
    state: isPresent ? outcome.state : { status: 'pending' },
    retry: () => setAttempt(attempt + 1),
  };
}
