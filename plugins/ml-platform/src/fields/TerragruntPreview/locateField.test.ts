import { describePlace, type TemplatePage } from './locateField';

const pages: TemplatePage[] = [
  {
    title: 'What it is',
    schema: { properties: { name: { title: 'Name of the workload' } } },
  },
  {
    title: 'What it needs',
    schema: {
      properties: { access: { type: 'array' } },
      dependencies: {
        access: {
          allOf: [
            {
              if: { properties: { access: { contains: { const: 's3' } } } },
              then: {
                properties: {
                  s3Access: {
                    title: 'Access to S3',
                    properties: { bucketArns: { title: 'S3 buckets' } },
                  },
                },
              },
              else: { properties: { s3Access: { 'ui:backstage': {} } } },
            },
          ],
        },
      },
    },
  },
];

it.each([
  ['name', 'Page 1, What it is: Name of the workload'],
  ['access', 'Page 2, What it needs: access'],
  [
    's3Access.bucketArns[0]',
    'Page 2, What it needs: Access to S3, S3 buckets, row 1',
  ],
  [
    's3Access.kmsKeyArns[2]',
    'Page 2, What it needs: Access to S3, kms key arns, row 3',
  ],
  ['serviceAccount', 'service account'],
  [
    'answers.gitClientSecretSecretName',
    "answers, Secret with the OAuth app's client secret",
  ],
  ['answers.somethingElse', 'answers, something else'],
])('says where %s is', (field, place) => {
  expect(describePlace(pages, field)).toBe(place);
});
