import { Arguments, ProviderOrigin, SchemaKind } from '../../src/schema';

/** What is to be known of one provider. */
export interface Wanted {
  /** `aws` */
  name: string;
  /** `hashicorp/aws` */
  source: string;
  /** `~> 6.0` */
  version: string;
  types: Record<SchemaKind, string[]>;
}

/** What a source says of it. */
export interface Description
  extends Record<SchemaKind, Record<string, Arguments>> {
  origin: ProviderOrigin;
}
