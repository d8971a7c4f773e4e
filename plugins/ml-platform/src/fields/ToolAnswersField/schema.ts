import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the answers about a tool, as `terragrunt:tool:propose` takes them. */
export const ToolAnswersFieldSchema = makeFieldSchema({
  output: z =>
    z.record(
      z.union([
        z.string(),
        z.number(),
        z.boolean(),
        z.array(z.string()),
        z.record(z.string()),
        z.null(),
      ]),
    ),
  uiOptions: z =>
    z.object({
      toolField: z
        .string()
        .optional()
        .describe('Parameter with the tool; default: tool'),
      intentField: z
        .string()
        .optional()
        .describe(
          'Parameter with the intent; with change an answer that is emptied is taken back; default: intent',
        ),
    }),
});

export type ToolAnswersFieldProps = typeof ToolAnswersFieldSchema.TProps;

/** The answers, as the form stores them. */
export type StoredAnswers = NonNullable<ToolAnswersFieldProps['formData']>;
