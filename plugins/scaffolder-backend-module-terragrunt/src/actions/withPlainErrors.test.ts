import { ConflictError, InputError } from '@backstage/errors';
import { withPlainErrors } from './withPlainErrors';

async function thrown(error: Error): Promise<Error> {
  const work = withPlainErrors(async () => {
    throw error;
  });
  return work.then(
    () => new Error('it did not throw'),
    (caught: Error) => caught,
  );
}

describe('withPlainErrors', () => {
  it.each([
    [new InputError('name: too long'), 'InputError: name: too long'],
    [new ConflictError('see #3'), 'ConflictError: see #3'],
  ])('shows the message alone of what was expected', async (error, shown) => {
    const caught = await thrown(error);
    expect(caught).toBe(error);
    expect(caught.stack).toBe(shown);
  });

  it('keeps the stack of what nobody expected', async () => {
    const caught = await thrown(new TypeError('x is not a function'));
    expect(caught.stack).toContain('withPlainErrors.test');
  });
});
