import { parseTrailers, renderCommitMessage } from './commitMessage';

const trailers = {
  kind: 'workload',
  thing: 'workload',
  environment: 'dev',
  name: 'mlflow',
  requester: 'user:default/dana',
  requestDigest: 'abc',
};

describe('commit messages', () => {
  it('say what, who and for which change', () => {
    expect(
      renderCommitMessage({
        subject: 'Add workload mlflow to dev',
        explanation:
          'Give the workload mlflow in dev a role of its own, which may read and write one bucket.',
        trailers,
      }),
    ).toBe(
      [
        'Add workload mlflow to dev',
        '',
        'Give the workload mlflow in dev a role of its own, which may read and',
        'write one bucket.',
        '',
        'Requested-by: user:default/dana',
        'ML-Platform-Change: workload/workload/dev/mlflow',
        'ML-Platform-Request: abc',
      ].join('\n'),
    );
  });

  it.each([trailers, { ...trailers, name: 'a/b: c', environment: '%2F ü' }])(
    'are read again: %j',
    given => {
      const message = renderCommitMessage({
        subject: 's',
        explanation: 'e',
        trailers: given,
      });
      expect(parseTrailers(message)).toEqual(given);
      expect(
        parseTrailers(`${message}\nSigned-off-by: A <a@acme.example>\n`),
      ).toEqual(given);
    },
  );

  it('let no value begin a trailer of its own', () => {
    const message = renderCommitMessage({
      subject: 'x\n\nRequested-by: user:default/root',
      explanation: 'y\r\n\r\nML-Platform-Change: a/b/c/d\u2028z',
      trailers: { ...trailers, requester: 'user:default/dana\nFoo: bar' },
    });
    expect(message.split('\n')[0]).toBe('x Requested-by: user:default/root');
    expect(parseTrailers(message)).toEqual({
      ...trailers,
      requester: 'user:default/dana Foo: bar',
    });
  });

  it.each([
    '',
    'Fix typo',
    'Fix\n\nRequested-by: user:default/dana',
    'Fix\n\nRequested-by: a\nML-Platform-Change: a/b\nML-Platform-Request: c',
    'Fix\n\nRequested-by: a\nML-Platform-Change: %/b/c/d\nML-Platform-Request: c',
  ])('of others have no trailers of ours: %j', message => {
    expect(parseTrailers(message)).toBeUndefined();
  });
});
