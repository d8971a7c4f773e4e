import { AwsConnection } from '../client';

/** What a call answers to its input. */
export type CountedOperations = Record<string, (input: any) => object>;

/**
 * A connection that answers at once and counts calls by IAM action: two hours of a
 * large account pass in seconds.
 */
export class CountingConnection {
  readonly counts = new Map<string, number>();

  constructor(private readonly operations: CountedOperations) {}

  /** Stands in for the real one. */
  get connection(): AwsConnection {
    const client = {
      send: async (command: { constructor: { name: string }; input: object }) =>
        this.operations[command.constructor.name.replace(/Command$/, '')](
          command.input,
        ),
    };
    return {
      call: async (
        action: string,
        _signal: AbortSignal,
        send: (options: object) => Promise<unknown>,
      ) => {
        this.counts.set(action, (this.counts.get(action) ?? 0) + 1);
        return await send({});
      },
      eks: client,
      sagemaker: client,
      cloudwatch: client,
      tagging: client,
    } as unknown as AwsConnection;
  }
}

/** A page of a list, with the token of the next one. */
export function pageOf<Item>(
  key: string,
  token: { input: string; output: string },
  all: Item[],
  input: any,
  size: number = 100,
): object {
  const at = Number(input[token.input] ?? 0);
  return {
    [key]: all.slice(at, at + size),
    ...(at + size < all.length ? { [token.output]: String(at + size) } : {}),
  };
}
