import { Alert } from '@backstage/ui';
import type { AnnotationProblem } from '@ml-platform/plugin-ml-platform-common';

/** What is written in annotations and cannot be meant so. */
export function AnnotationProblems(props: {
  problems: AnnotationProblem[];
  /** Those that are told here. */
  annotations: readonly string[];
}) {
  const { problems, annotations } = props;
  return (
    <>
      {problems
        .filter(({ annotation }) => annotations.includes(annotation))
        .map(({ annotation, value, message }) => (
          <Alert
            key={`${annotation}=${value}`}
            status="warning"
            icon
            title={`${annotation}: ${value}`}
            description={message}
            style={{ overflowWrap: 'anywhere' }}
          />
        ))}
    </>
  );
}
