import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { useEffect, useRef } from 'react';
import { fieldTexts, LoadPending, LoadProblem } from '../frame';
import outline from '../frame/outlined.module.css';
import { PlanView } from './PlanView';
import type { TerragruntPreviewProps } from './schema';
import { storedPreview } from './storedPreview';
import { usePlanPreview } from './usePlanPreview';
import { useTemplatePages } from './useTemplatePages';

const DEFAULT_SECRET = 'USER_OAUTH_TOKEN';

/** Shows what the form would change before anything is changed. */
export function TerragruntPreview(props: TerragruntPreviewProps) {
  const { name, formContext, onChange, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const { [name]: _own, ...request } = (formContext?.formData ?? {}) as Record<
    string,
    unknown
  >;
  const { secrets } = useTemplateSecrets();
  const pages = useTemplatePages();
  const { state, retry } = usePlanPreview({
    kind: options?.kind ?? '',
    request,
    token: secrets[options?.secretsKey ?? DEFAULT_SECRET],
  });

  const stored = JSON.stringify(storedPreview(state, pages));
  const store = useRef(onChange);
  store.current = onChange;
  useEffect(() => store.current(JSON.parse(stored)), [stored]);

  const { label } = fieldTexts(props, { title: 'What will change' });
  return (
    <ScaffolderField>
      <section
        id={props.idSchema.$id}
        aria-label={label}
        aria-busy={state.status === 'pending'}
        className={outline.outlined}
      >
        {state.status === 'pending' && (
          <LoadPending
            label={label}
            message="Reading the repository and planning the change…"
          />
        )}
        {state.status === 'error' && (
          <LoadProblem
            title="The change cannot be shown"
            message={state.message}
            retry={retry}
          />
        )}
        {state.status === 'ready' && (
          <PlanView preview={state.preview} pages={pages} />
        )}
      </section>
    </ScaffolderField>
  );
}
