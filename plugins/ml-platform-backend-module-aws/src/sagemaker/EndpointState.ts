import {
  DescribeEndpointConfigOutput,
  DescribeEndpointOutput,
  EndpointSummary,
} from '@aws-sdk/client-sagemaker';
import { Due } from '../concurrency';

/** How often each part is read, in milliseconds. */
export const sageMakerIntervals = {
  /** Lists of endpoints and inference components. */
  passMs: 60_000,
  /** Descriptions of what did not change. */
  describeMs: 15 * 60_000,
  tagsMs: 5 * 60_000,
  retryMs: 5 * 60_000,
};

/** States that stay as they are until somebody does something. */
const SETTLED = ['InService', 'OutOfService', 'Failed', 'UpdateRollbackFailed'];

/** What is known of one endpoint. */
export class EndpointState {
  described?: DescribeEndpointOutput;
  /** What the list said when it was described. */
  describedAs?: EndpointSummary;
  configuration?: DescribeEndpointConfigOutput;
  modes: string[] = [];
  /** Its configuration or a model could not be read. */
  isLacking = false;
  readonly due = new Due(sageMakerIntervals.describeMs);

  constructor(public summary: EndpointSummary) {}

  /** Whether the list says something that the description does not. */
  isToDescribe(now: number): boolean {
    const { describedAs, summary, due } = this;
    return (
      due.isDue(now) ||
      describedAs?.EndpointStatus !== summary.EndpointStatus ||
      describedAs?.LastModifiedTime?.getTime() !==
        summary.LastModifiedTime?.getTime() ||
      !SETTLED.includes(summary.EndpointStatus ?? '')
    );
  }
}
