import { ToolDefinition, ToolInput } from './ToolDefinition';
import { ToolId } from './ToolRequest';
import { airflow } from './tools/airflow';
import { dashboard } from './tools/dashboard';
import { helmReleases } from './tools/helmReleases';
import { jupyterhub } from './tools/jupyterhub';
import { mlflow } from './tools/mlflow';
import { monitoring } from './tools/monitoring';
import { sagemaker } from './tools/sagemaker';

/**
 * What is known of each tool, in the order in which a platform gets them.
 *
 * @public
 */
export const toolDefinitions: readonly ToolDefinition[] = [
  helmReleases,
  monitoring,
  mlflow,
  sagemaker,
  airflow,
  jupyterhub,
  dashboard,
];

/**
 * What is known of a tool.
 *
 * @public
 */
export function toolDefinition(tool: ToolId): ToolDefinition {
  return toolDefinitions.find(({ id }) => id === tool)!;
}

/**
 * What is asked about a tool under a name; undefined when nothing is.
 *
 * @public
 */
export function findToolInput(
  tool: ToolId,
  name: string,
): ToolInput | undefined {
  return toolDefinition(tool).inputs.find(input => input.name === name);
}
