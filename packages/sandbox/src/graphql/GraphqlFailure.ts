import { GraphQLError } from 'graphql';

/** An error of GraphQL with GitHub's `type` beside its message. */
export class GraphqlFailure extends GraphQLError {
  constructor(readonly type: string, message: string) {
    super(message);
  }
}
