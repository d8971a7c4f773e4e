import { Fleet, Json } from '../fleet/types';
import { AwsAuthority } from './AwsAuthority';
import { AwsIdentity } from './credentials';

/** A request whose signature is good. */
export interface AwsCall {
  fleet: Fleet;
  authority: AwsAuthority;
  identity: AwsIdentity;
  /** Account of whoever asks: AWS answers with what is in it. */
  accountId: string;
  region: string;
  /** Parameters, however the protocol carries them. */
  input: Json;
}

export type AwsHandler = (call: AwsCall) => Json;

/** The handlers of a service by the names of its operations. */
export type AwsOperations = Record<string, AwsHandler>;
