import { Alert, Button } from '@backstage/ui';

/** Says why something could not be loaded and lets the person try again. */
export function LoadProblem(props: {
  title: string;
  message: string;
  retry: () => void;
}) {
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title}
      description={props.message}
      customActions={
        <Button variant="secondary" size="small" onPress={props.retry}>
          Try again
        </Button>
      }
    />
  );
}
