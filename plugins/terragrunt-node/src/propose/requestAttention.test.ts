import { chooseReviewers } from './requestAttention';

describe('chooseReviewers', () => {
  it.each([
    [['amara', 'piotr'], ['dana'], ['amara', 'piotr']],
    [['amara', 'Dana'], ['dana', undefined], ['amara']],
    [['amara', 'amara'], [], ['amara']],
    [['dana'], ['ml-platform-bot', 'dana'], []],
  ])('asks of %j without %j', (configured, excluded, expected) => {
    expect(chooseReviewers(configured, excluded)).toEqual(expected);
  });
});
