import {
  toolDefinition,
  ToolRequest,
  toolRequestSchema,
} from '@ml-platform/plugin-ml-platform-common';
import { toolPlanner } from '@ml-platform/plugin-terragrunt-node';
import {
  createProposeAction,
  ProposeAction,
  ProposeActionOptions,
} from './createProposeAction';
import { examples } from './proposeTool.examples';

/**
 * `terragrunt:tool:propose`: opens a pull request that adds a tool of the
 * platform to an environment, or changes one.
 *
 * @public
 */
export function createProposeToolAction(
  options: ProposeActionOptions,
): ProposeAction {
  return createProposeAction<ToolRequest>(
    {
      id: 'terragrunt:tool:propose',
      description:
        'Adds a tool of the ML platform (Airflow, MLflow, JupyterHub, monitoring, SageMaker access, dashboard, Helm releases) to an environment of a Terragrunt repository, or changes one, by a pull request. Run again it continues its own pull request, or changes nothing.',
      examples,
      planner: toolPlanner,
      requestSchema: toolRequestSchema,
      requestDescription: 'The tool; templates pass ${{ parameters }}',
      outputs: {
        toolTitle: {
          description: 'Name of the tool, for people',
          from: ({ tool }) => toolDefinition(tool).title,
        },
      },
    },
    options,
  );
}
