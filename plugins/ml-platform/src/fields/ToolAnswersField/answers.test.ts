import {
  toolDefinition,
  type ToolId,
} from '@ml-platform/plugin-ml-platform-common';
import { answerText, readAnswer } from './answerText';
import { answersProblems } from './validation';

const input = (tool: ToolId, name: string) =>
  toolDefinition(tool).inputs.find(one => one.name === name)!;

describe('answers as people type them', () => {
  it.each<[ToolId, string, string, unknown]>([
    ['mlflow', 'image', 'a:b', 'a:b'],
    ['mlflow', 'rdsMaxAllocatedStorage', ' 200 ', 200],
    ['mlflow', 'rdsMaxAllocatedStorage', 'much', 'much'],
    ['mlflow', 'authEnabled', 'false', false],
    [
      'mlflow',
      'privateSubnets',
      'subnet-1, subnet-2\nsubnet-3\n',
      ['subnet-1', 'subnet-2', 'subnet-3'],
    ],
    [
      'airflow',
      'githubTeamRoles',
      'acme/ml = Admin, Op\n',
      {
        'acme/ml': 'Admin, Op',
      },
    ],
    [
      'helm-releases',
      'sqsQueueUrls',
      'judge=https://x?a=b',
      {
        judge: 'https://x?a=b',
      },
    ],
    ['mlflow', 'image', '  ', undefined],
  ])('%s.%s: %j', (tool, name, text, answer) => {
    const read = readAnswer(input(tool, name), text);
    expect(read).toEqual(answer);
    expect(readAnswer(input(tool, name), answerText(read))).toEqual(answer);
  });

  it.each<[ToolId, object, boolean, RegExp[]]>([
    ['mlflow', {}, false, []],
    ['dashboard', {}, false, [/^Image: Is missing/]],
    ['dashboard', {}, true, []],
    [
      'mlflow',
      { domainName: 'https://x', rdsMaxAllocatedStorage: 1 },
      false,
      [/^Domain: Must be the name alone/, /between 20 and 16384/],
    ],
  ])('%s %j, a change: %s', (tool, answers, isChange, problems) => {
    expect(
      answersProblems(toolDefinition(tool), { ...answers }, isChange),
    ).toEqual(problems.map(problem => expect.stringMatching(problem)));
  });
});
