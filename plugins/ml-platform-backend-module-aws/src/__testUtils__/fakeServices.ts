import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { AwsConnection, AwsCredentials } from '../client';

/** A clock that tests move. */
export class FakeClock {
  #now = Date.parse('2026-11-21T12:00:30Z');

  readonly now = () => this.#now;

  advance(minutes: number): void {
    this.#now += minutes * 60_000;
  }
}

/** The place of all fakes. */
export const PLACE = { accountId: '111122223333', region: 'eu-west-2' };

/** A connection to the fake AWS that does not try again. */
export function fakeConnection(attempts: number = 1): AwsConnection {
  const credentials = new AwsCredentials(
    DefaultAwsCredentialsManager.fromConfig(new ConfigReader({})),
  );
  return new AwsConnection({
    region: PLACE.region,
    credentials: credentials.of({ region: PLACE.region, services: ['eks'] }),
    attempts,
  });
}

/** The answer to somebody without a permission, in the words of AWS. */
export function refusal(action: string): string {
  return `User: arn:aws:sts::111122223333:assumed-role/reader/backstage is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`;
}
