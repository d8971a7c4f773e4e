import {
  emailDomain,
  emailProblem,
  findProfileRequestProblems,
  parseProfileRequest,
  profileIamNames,
  profileRequestSchema,
  suggestUsername,
} from '.';

const REQUEST = {
  repository: 'ml-infra',
  environment: 'dev',
  username: 'dana.okafor',
  email: 'dana@acme.example',
  role: 'User',
};

describe('parseProfileRequest', () => {
  it('trims texts and drops empty optional ones', () => {
    expect(
      parseProfileRequest({
        ...REQUEST,
        username: ' dana.okafor ',
        reason: ' ',
        approver: '',
      }),
    ).toEqual(REQUEST);
  });

  it('drops the approver of a user', () => {
    expect(parseProfileRequest({ ...REQUEST, approver: 'amara' })).toEqual(
      REQUEST,
    );
  });

  it.each([
    ['username', 'Dana.Okafor', 'must be first.last'],
    ['username', 'dana', 'must be first.last'],
    ['username', 'dana.maria.okafor', 'must be first.last'],
    ['username', 'dana..okafor', 'must be first.last'],
    ['username', '-dana.okafor', 'must be first.last'],
    ['username', '../../etc', 'must be first.last'],
    ['username', 'dana.ok${var.x}', 'Terraform expression'],
    ['username', 'dana.ökafor', 'U+00F6'],
    ['username', '', 'is missing'],
    ['username', `a.${'b'.repeat(70)}`, 'at most 64'],
    ['email', 'dana', 'must be an e-mail address'],
    ['email', 'dana@acme', 'must be an e-mail address'],
    ['email', 'a@b@acme.example', 'must be an e-mail address'],
    ['email', 'dana@acme.example\nx', 'U+000A'],
    ['email', `${'a'.repeat(250)}@acme.example`, 'at most 254'],
    ['role', 'Admin', '"Admin" is not a role; choose among Developer, User'],
    ['role', 'user', 'choose among Developer, User'],
    ['role', undefined, 'is missing'],
    ['createAccessKey', 'yes', 'must be true or false'],
    ['approver', 'group:default/ml-platform', 'must be a user'],
    ['reason', '${{ parameters.x }}', 'template expression'],
    ['admin', true, 'is not a field of the request'],
  ])('refuses %s %j', (field, value, message) => {
    const input = { ...REQUEST, role: 'Developer', [field]: value };
    expect(() => parseProfileRequest(input)).toThrow(message);
    expect(findProfileRequestProblems(input)).toEqual([
      { field, message: expect.stringContaining(message) },
    ]);
    expect(profileRequestSchema.safeParse(input).success).toBe(false);
  });

  it.each([undefined, null, 'text', [], 3])('refuses %j as a whole', input => {
    expect(() => parseProfileRequest(input)).toThrow(
      'The profile request cannot be used',
    );
  });
});

describe('profileIamNames', () => {
  it.each([
    ['dana.okafor', 'dana-okafor'],
    ['anna-maria.li', 'anna-maria-li'],
    ['anna.maria-li', 'anna-maria-li'],
    ['anna.maria.li', 'anna-maria'],
    ['dana', 'dana'],
  ])('of %s', (username, user) => {
    expect(profileIamNames(username)).toEqual({
      user,
      role: `mlplatform-access-${user}`,
      secret: username,
    });
  });
});

describe('suggestUsername', () => {
  it.each([
    [{ name: 'dana', displayName: 'Dana Okafor' }, 'dana.okafor'],
    [{ name: 'x', displayName: 'José María Núñez' }, 'jose.maria-nunez'],
    [{ name: 'x', displayName: "Aoife O'Brien" }, 'aoife.obrien'],
    [{ name: 'x', displayName: 'Øystein  Łuk' }, 'oystein.luk'],
    [{ name: 'x', email: 'Piotr.Lind@acme.example' }, 'piotr.lind'],
    [{ name: 'amara.silva' }, 'amara.silva'],
    [{ name: 'dana', displayName: 'Dana', email: 'dana@a.example' }, undefined],
    [{ name: 'x', displayName: '山田 太郎' }, undefined],
  ])('for %j is %s', (person, username) => {
    expect(suggestUsername(person)).toBe(username);
  });
});

describe('emailProblem', () => {
  it.each(['dana@acme.example', "o'brien+ml@mail.acme.co.uk"])(
    'lets %s pass',
    email => {
      expect(emailProblem(email)).toBeUndefined();
    },
  );

  it('knows the domain whatever its case', () => {
    expect(emailDomain('Dana@ACME.example')).toBe('acme.example');
  });
});
