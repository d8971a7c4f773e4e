/** Who a token of a cluster speaks for. */
export interface TokenIdentity {
  accountId: string;
  /** `arn:aws:iam::111122223333:user/ml-platform` or of an assumed role */
  arn: string;
}
