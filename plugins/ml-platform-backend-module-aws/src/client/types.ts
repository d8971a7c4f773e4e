import { EKSClientConfig } from '@aws-sdk/client-eks';

/** As the clients take it; the SDK's package of types is no dependency of ours. */
export type AwsCredentialIdentityProvider = Extract<
  NonNullable<EKSClientConfig['credentials']>,
  (...args: never[]) => unknown
>;

/** What such a provider answers. */
export type AwsCredentialIdentity = Awaited<
  ReturnType<AwsCredentialIdentityProvider>
>;
