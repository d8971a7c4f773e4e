import { SourceCheck } from '@ml-platform/plugin-ml-platform-node';
import { AwsCallError, CallPlace, describeProblem } from '../client';

/** A permission, and a call that needs it and changes nothing. */
export interface Trial {
  /** The IAM action, `eks:ListClusters`. */
  action: string;
  run(): Promise<unknown>;
}

/** Each call by itself may take so long. */
const TRIAL_MS = 10_000;

/** Answers of an API that let the caller in and disliked the made-up name. */
const LET_IN = /^(Invalid(Parameter|Request|Input)|Validation)/;

/** Tries a permission: that there is no such thing is an answer too. */
export async function runTrial(
  trial: Trial,
  place: CallPlace,
): Promise<SourceCheck> {
  const name = trial.action;
  try {
    await withDeadline(name, trial.run());
    return { name, result: 'passed' };
  } catch (error) {
    if (error instanceof AwsCallError && wasLetIn(error)) {
      return { name, result: 'passed' };
    }
    const { code, message, fix } = describeProblem(error, place);
    return {
      name,
      result: code === 'not-available' ? 'not-available' : 'failed',
      message,
      ...(fix ? { fix } : {}),
    };
  }
}

function wasLetIn({ kind, cause }: AwsCallError): boolean {
  return (
    kind === 'not-found' || (cause instanceof Error && LET_IN.test(cause.name))
  );
}

/** @throws AwsCallError that says so when the call takes too long */
export async function withDeadline<Result>(
  action: string,
  call: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const cause = new Error(`No answer within ${TRIAL_MS / 1000} s`);
      cause.name = 'TimeoutError';
      reject(new AwsCallError(action, cause));
    }, TRIAL_MS);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
